import type { Model } from "../model/model.ts";
import type { HealthMoment } from "./moment.ts";

/** From well to worth a look; `unknown`: there is too little on record to say. */
export const healthBands = ["thriving", "steady", "worthALook", "unknown"] as const;
export type HealthBand = (typeof healthBands)[number];

export const healthStepCodes = [
  "reconnect",
  "answerQuiet",
  "deepen",
  "meetPeople",
  "giveFirst",
  "findSupport",
  "thank",
  "reportBack",
  "seeWhoIsDue",
  "declareContexts",
  "lookAfterBoth",
] as const;
export type HealthStepCode = (typeof healthStepCodes)[number];

/** One thing that the person could do next, as a code to be put into words. */
export interface HealthStep {
  readonly code: HealthStepCode;
  /** With whom; null where it is about nobody in particular. */
  readonly person: string | null;
  /** The kind of support that is looked for; null elsewhere. */
  readonly kind: string | null;
}

export const step = (
  code: HealthStepCode,
  person: string | null = null,
  kind: string | null = null,
): HealthStep => ({ code, person, kind });

/** At most so many next steps of one dimension. */
export const mostSteps = 3;

/** What one dimension says of a moment. */
export interface HealthReading<Code extends string = string> {
  /** In the unit of the dimension; null where it is undefined or too little is known. */
  readonly value: number | null;
  readonly band: HealthBand;
  /** Why it is that band, as a code to be put into words. */
  readonly code: Code;
  /** The counts that it was read from. */
  readonly figures: Readonly<Record<string, number>>;
  readonly nextSteps: readonly HealthStep[];
}

export interface HealthDimension<Code extends string = string> {
  /** Every reason that it gives. */
  readonly codes: readonly Code[];
  /** The least change of the value that counts as one. */
  readonly change: number;
  measure(moment: HealthMoment, model: Model): HealthReading<Code>;
}

/** Too little is on record: that is said, and no value is given. */
export const unknown = <Code extends string>(
  code: Code,
  figures: Readonly<Record<string, number>> = {},
  nextSteps: readonly HealthStep[] = [],
): HealthReading<Code> => ({ value: null, band: "unknown", code, figures, nextSteps });
