import type { Differences } from "./differences.ts";

const shown = 5;

/** Counts and prints what was checked. */
export class Checks {
  #passed = 0;
  #failed = 0;

  check(what: string, faults: readonly string[]): void {
    if (faults.length === 0) this.#passed += 1;
    else this.#failed += 1;
    console.log(`${faults.length === 0 ? "✓" : "✗"} ${what}`);
    for (const fault of faults.slice(0, shown)) console.log(`    ${fault}`);
    if (faults.length > shown) console.log(`    … and ${faults.length - shown} more`);
  }

  /** The same with what was compared, and by how much it differs. */
  compared(what: string, { count, largest, faults }: Differences): void {
    const values = count.toLocaleString("en");
    const summary = `${values} values, largest difference ${largest.toExponential(1)}`;
    this.check(`${what}: ${summary}`, count === 0 ? ["nothing was compared"] : faults);
  }

  /** Prints the last line; whether all passed. */
  end(): boolean {
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed === 0;
  }
}
