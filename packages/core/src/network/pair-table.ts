import { grown, placeOf } from "./columns.ts";

const NONE = -1;

/** Numbers people and pairs, and lists the pairs of each person: typed arrays and one map of ids. */
export class PairTable {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  #firstPair = new Int32Array(64);
  #a = new Int32Array(64);
  #b = new Int32Array(64);
  #nextOfA = new Int32Array(64);
  #nextOfB = new Int32Array(64);
  #places = new Int32Array(128).fill(NONE);
  count = 0;

  /** The pair of two people, -1 when there is none. */
  find(one: string, other: string): number {
    const x = this.#numbers.get(one);
    const y = this.#numbers.get(other);
    if (x === undefined || y === undefined) return NONE;
    return this.#places[this.#placeFor(x, y)] as number;
  }

  /** The pair of two different people, made when there is none. */
  findOrAdd(one: string, other: string): number {
    const isInOrder = one < other;
    const a = this.#numberOf(isInOrder ? one : other);
    const b = this.#numberOf(isInOrder ? other : one);
    const place = this.#placeFor(a, b);
    const known = this.#places[place] as number;
    if (known !== NONE) return known;
    const pair = this.count;
    this.count += 1;
    this.#a = grown(this.#a, this.count);
    this.#b = grown(this.#b, this.count);
    this.#nextOfA = grown(this.#nextOfA, this.count);
    this.#nextOfB = grown(this.#nextOfB, this.count);
    this.#a[pair] = a;
    this.#b[pair] = b;
    this.#nextOfA[pair] = this.#firstPair[a] as number;
    this.#nextOfB[pair] = this.#firstPair[b] as number;
    this.#firstPair[a] = pair;
    this.#firstPair[b] = pair;
    this.#places[place] = pair;
    if (2 * this.count > this.#places.length) this.#rehash();
    return pair;
  }

  /** The id of the pair's a or b. */
  a(pair: number): string {
    return this.#ids[this.#a[pair] as number] as string;
  }

  b(pair: number): string {
    return this.#ids[this.#b[pair] as number] as string;
  }

  /** Calls back with the pair and the other person for each pair of a person. */
  forEachOf(person: string, visit: (pair: number, other: string) => void): void {
    const number = this.#numbers.get(person);
    if (number === undefined) return;
    let pair = this.#firstPair[number] as number;
    while (pair !== NONE) {
      const isA = this.#a[pair] === number;
      visit(pair, isA ? this.b(pair) : this.a(pair));
      pair = (isA ? this.#nextOfA[pair] : this.#nextOfB[pair]) as number;
    }
  }

  people(): readonly string[] {
    return this.#ids;
  }

  #numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#ids.length;
      this.#numbers.set(id, number);
      this.#ids.push(id);
      this.#firstPair = grown(this.#firstPair, this.#ids.length);
      this.#firstPair[number] = NONE;
    }
    return number;
  }

  #placeFor(x: number, y: number): number {
    const size = this.#places.length;
    let place = placeOf(Math.min(x, y), Math.max(x, y), size);
    for (;;) {
      const pair = this.#places[place] as number;
      if (pair === NONE) return place;
      const [a, b] = [this.#a[pair], this.#b[pair]];
      if ((a === x && b === y) || (a === y && b === x)) return place;
      place = (place + 1) & (size - 1);
    }
  }

  #rehash(): void {
    this.#places = new Int32Array(2 * this.#places.length).fill(NONE);
    for (let pair = 0; pair < this.count; pair++) {
      this.#places[this.#placeFor(this.#a[pair] as number, this.#b[pair] as number)] = pair;
    }
  }
}
