import fc from "fast-check";
import { type Interaction, interactionTypes, MS_PER_DAY, type PairEvidence } from "../index.ts";

/** Day 0 of generated histories: 2023-11-15. */
export const EPOCH = 19_676 * MS_PER_DAY;

/** The latest moment of generated histories. */
export const LATEST = EPOCH + 1000 * MS_PER_DAY;

/** An interaction between two people, often on a day that others fall on as well. */
export const interaction = (
  people: readonly string[] = ["ada", "ben"],
): fc.Arbitrary<Interaction> =>
  fc
    .record({
      type: fc.constantFrom(...Object.keys(interactionTypes)),
      pair: fc.shuffledSubarray([...people], { minLength: 2, maxLength: 2 }),
      day: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999 })),
      milliseconds: fc.integer({ min: 0, max: MS_PER_DAY - 1 }),
    })
    .map(({ type, pair, day, milliseconds }) => ({
      type,
      from: pair[0] as string,
      to: pair[1] as string,
      occurredAt: EPOCH + day * MS_PER_DAY + milliseconds,
    }));

export const history = (maxLength = 60) => fc.array(interaction(), { maxLength });

/** A moment at or after every generated interaction, up to forty years later. */
export const later = fc.integer({ min: 0, max: 40 * 365 * MS_PER_DAY }).map((ms) => LATEST + ms);

/** The first difference between two states, or null: sums to 1e-12 relative, the rest exactly. */
export function difference(x: PairEvidence, y: PairEvidence): string | null {
  for (const field of Object.keys(x) as (keyof PairEvidence)[]) {
    const one = x[field];
    const other = y[field];
    if (one === other) continue;
    const isSum = field.startsWith("log2") && one !== null && other !== null;
    // A difference of logarithms is a relative difference of the sums.
    if (!(isSum && Math.abs(2 ** (one - other) - 1) <= 1e-12)) {
      return `${field}: ${one} against ${other}`;
    }
  }
  return null;
}
