import type { AskKind } from "../helping/ask.ts";
import type { Band } from "../tie/band.ts";

/** What an ask of one kind wants of a tie. */
export interface ReadinessRule {
  /** How much the two are in touch, at least. */
  readonly leastBand: Exclude<Band, "none">;
  /** On how many days they have been in contact, at least. */
  readonly leastContactDays: number;
  /** Whether thanks and news for earlier help come first. */
  readonly courtesiesFirst: boolean;
}

export type ReadinessRules = Readonly<Record<AskKind, ReadinessRule>>;

const light = { leastBand: "dormant", leastContactDays: 1, courtesiesFirst: false } as const;
const some = { leastBand: "fading", leastContactDays: 2, courtesiesFirst: true } as const;
const warm = { leastBand: "active", leastContactDays: 4, courtesiesFirst: true } as const;

/**
 * What people commonly find fair to be asked: what they know, by whoever they have met; their name,
 * only by who is in touch. Weak ties are the better source of information (Granovetter 1973). Plain
 * priors, not fitted; a tenant may choose others.
 */
export const readinessRules: ReadinessRules = {
  information: light,
  advice: some,
  feedback: some,
  introduction: some,
  referral: warm,
  mentoring: warm,
  collaboration: warm,
  support: warm,
  job: warm,
};
