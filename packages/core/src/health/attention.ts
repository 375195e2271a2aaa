import { againstOwnPast } from "../ego/own-past.ts";
import { type HealthDimension, step, unknown } from "./dimension.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "asUsual", "fuller", "full", "quieter"] as const;

/**
 * Attention: how many people the present asks for, against what the person's own past could hold.
 *
 *   value = people in contact in the past quarter / the usual number        usual: median of up to
 *                                                                           eight quarters before
 *
 * Unit: times the usual; range 0 or more. Undefined (null) with fewer than three quarters before.
 * Full: twice the usual, and three standard deviations of a count above it (Shewhart 1931). How many
 * ties somebody keeps up is a stable trait (Saramaki et al. 2014), so the measure is their own past;
 * no number of ties is right for everybody.
 */
export const attention: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 0.25,
  measure({ stretches }) {
    const [latest, ...past] = stretches.map(({ people }) => people);
    const { usual, highest } = againstOwnPast(latest ?? null, past);
    if (past.length < limitOf("leastPastQuarters") || latest === undefined || !usual) {
      return unknown("tooLittle");
    }
    const value = latest / usual;
    const figures = { people: latest, usual, most: highest ?? usual };
    const isFull =
      value >= limitOf("loadHigh") && latest - usual >= limitOf("loadSigma") * Math.sqrt(usual);
    if (isFull) {
      const nextSteps = [step("seeWhoIsDue")];
      return { value, band: "worthALook", code: "full", figures, nextSteps };
    }
    if (value > limitOf("loadUsual")) {
      return { value, band: "steady", code: "fuller", figures, nextSteps: [] };
    }
    return value * limitOf("loadUsual") < 1
      ? { value, band: "steady", code: "quieter", figures, nextSteps: [] }
      : { value, band: "thriving", code: "asUsual", figures, nextSteps: [] };
  },
};
