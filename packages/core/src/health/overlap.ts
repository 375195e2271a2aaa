import { type HealthDimension, step, unknown } from "./dimension.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "even", "leaning", "oneSided"] as const;

/**
 * Overlap: how a person's ties divide between professional and personal life.
 *
 *   value    = ties declared `both` / ties with a declared context
 *   personal = (ties declared `personal` + half of `both`) / ties with a declared context
 *   the band reads the smaller side, min(personal, 1 - personal)
 *
 * Range [0, 1]. Undefined (null) with fewer than five declared contexts. Contexts are declared, not
 * guessed from hours or places, and are those of today; so it has no past. No mix is right for
 * everybody: one-sided only says that one side of life carries all of it.
 */
export const overlap: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 0.1,
  measure({ ties }) {
    const declared = ties.filter(({ context }) => context !== null);
    const of = (wanted: string) => declared.filter(({ context }) => context === wanted).length;
    const [both, personalOnly] = [of("both"), of("personal")];
    const figures = { declared: declared.length, both, personal: personalOnly };
    if (declared.length < limitOf("overlapLeast")) {
      return unknown("tooLittle", figures, [step("declareContexts")]);
    }
    const value = both / declared.length;
    const personal = (personalOnly + both / 2) / declared.length;
    const smaller = Math.min(personal, 1 - personal);
    if (smaller < limitOf("overlapOneSided")) {
      const nextSteps = [step("lookAfterBoth")];
      return { value, band: "worthALook", code: "oneSided", figures, nextSteps };
    }
    return smaller >= limitOf("overlapMixed")
      ? { value, band: "thriving", code: "even", figures, nextSteps: [] }
      : { value, band: "steady", code: "leaning", figures, nextSteps: [] };
  },
};
