/** A binary heap: `pop` gives the item that comes before all others. */
export class PriorityQueue<Item> {
  readonly #items: Item[] = [];
  readonly #comesBefore: (x: Item, y: Item) => boolean;

  constructor(comesBefore: (x: Item, y: Item) => boolean) {
    this.#comesBefore = comesBefore;
  }

  push(item: Item): void {
    const items = this.#items;
    let index = items.length;
    items.push(item);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = items[above] as Item;
      if (!this.#comesBefore(item, parent)) break;
      items[index] = parent;
      index = above;
    }
    items[index] = item;
  }

  pop(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return first;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= items.length) break;
      const right = below + 1;
      if (right < items.length && this.#comesBefore(items[right] as Item, items[below] as Item)) {
        below = right;
      }
      const child = items[below] as Item;
      if (!this.#comesBefore(child, last)) break;
      items[index] = child;
      index = below;
    }
    items[index] = last;
    return first;
  }
}
