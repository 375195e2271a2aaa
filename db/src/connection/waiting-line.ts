interface Waiter<T> {
  readonly take: (item: T) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Callers waiting for something in the order they came, none longer than it said. */
export class WaitingLine<T> {
  #waiters = new Set<Waiter<T>>();

  get length(): number {
    return this.#waiters.size;
  }

  /** `late` makes the error for a wait that was too long. */
  wait(timeoutMs: number, late: () => Error): Promise<T> {
    return new Promise((take, fail) => {
      const giveUp = () => {
        this.#waiters.delete(waiter);
        fail(late());
      };
      const waiter = { take, fail, timer: setTimeout(giveUp, timeoutMs) };
      this.#waiters.add(waiter);
    });
  }

  /** Hands `item` to who has waited longest; false when nobody waits. */
  hand(item: T): boolean {
    const waiter = this.#first();
    waiter?.take(item);
    return waiter !== undefined;
  }

  dismiss(error: Error): void {
    for (let waiter = this.#first(); waiter; waiter = this.#first()) waiter.fail(error);
  }

  #first(): Waiter<T> | undefined {
    const [waiter] = this.#waiters;
    if (!waiter) return undefined;
    this.#waiters.delete(waiter);
    clearTimeout(waiter.timer);
    return waiter;
  }
}
