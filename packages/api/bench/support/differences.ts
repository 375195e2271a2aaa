export interface Differences {
  /** Values compared. */
  count: number;
  /** The largest difference of two numbers: absolute up to 1, relative above. */
  largest: number;
  /** What differs beyond the tolerance, one line each. */
  faults: string[];
}

export const noDifferences = (): Differences => ({ count: 0, largest: 0, faults: [] });

/** Compares everything in two JSON-like values: numbers to 1e-9, all else for equality. */
export function compare(found: unknown, expected: unknown, where: string, into: Differences): void {
  if (isObject(found) && isObject(expected)) {
    for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
      compare(found[name], expected[name], `${where} ${name}`, into);
    }
    return;
  }
  into.count += 1;
  if (found === expected) return;
  if (typeof found === "number" && typeof expected === "number") {
    const difference = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    into.largest = Math.max(into.largest, difference);
    if (difference <= 1e-9) return;
  }
  into.faults.push(`${where} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
