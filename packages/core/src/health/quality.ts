import { type HealthDimension, mostSteps, step, unknown } from "./dimension.ts";
import type { HealthTie } from "./moment.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "several", "some", "few"] as const;

/**
 * Quality: how many real ties a person has, whatever the number of contacts.
 *
 *   value = number of ties with a reason and the means on both sides
 *   reason: the incentive of the real tie        means: a capability that the profiles show on both
 *                                                sides, or help that did pass between the two
 *
 * Unit: people; range 0 or more. Undefined (null) with little on record. Deeds count as means,
 * whoever helped, so that a platform without profiles can measure it; strained and paused ties are left out. The scale
 * is that of confidants in surveys: Marsden 1987 (3.01), McPherson et al. 2006 (2.08).
 */
export const quality: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 1,
  measure({ ties, isKnown }, model) {
    if (!isKnown) return unknown("tooLittle");
    const open = ties.filter((tie) => !tie.strained && !tie.paused);
    const isReal = (tie: HealthTie) => tie.incentive >= model.realIncentive && canHelp(tie);
    const real = open.filter(isReal).length;
    const value = real;
    const figures = { real, ties: ties.filter(({ strength }) => strength > 0).length };
    // The next best: what has been built up most without being real yet.
    const nextSteps = open
      .filter((tie) => !isReal(tie) && tie.probability >= model.bandFading)
      .sort((x, y) => y.strength - x.strength || (x.to < y.to ? -1 : 1))
      .slice(0, mostSteps)
      .map(({ to }) => step("deepen", to));
    if (real >= limitOf("realThriving")) {
      return { value, band: "thriving", code: "several", figures, nextSteps: [] };
    }
    const meet = nextSteps.length < mostSteps ? [step("meetPeople")] : [];
    return real >= limitOf("realSteady")
      ? { value, band: "steady", code: "some", figures, nextSteps: nextSteps.slice(0, 1) }
      : { value, band: "worthALook", code: "few", figures, nextSteps: [...nextSteps, ...meet] };
  },
};

function canHelp({ evidence, capable }: HealthTie): boolean {
  return capable === true || evidence.helpDaysAb + evidence.helpDaysBa > 0;
}
