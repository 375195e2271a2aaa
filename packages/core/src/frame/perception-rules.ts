import { type Band, bands } from "../tie/band.ts";

/** What is decided about the subject. */
export const perceptionDecisions = [
  "referral",
  "endorsement",
  "hire",
  "promotion",
  "award",
  "selection",
] as const;
export type PerceptionDecision = (typeof perceptionDecisions)[number];

/** From nothing to see to what ought not to be decided alone. */
export const concerns = ["none", "low", "high"] as const;
export type Concern = (typeof concerns)[number];

/** What is known of the two people, as far as it could look like favour or disfavour. */
export interface PerceptionFacts {
  /** Strength and band of the tie; null and `none` without contact. */
  readonly strength: number | null;
  readonly band: Band;
  /** Help, decayed weight in days, as the decider's side gave and received it. */
  readonly helpGiven: number;
  readonly helpReceived: number;
  readonly strained: boolean;
  /** Either side declared the tie `personal` or `both`, or the other a friend. */
  readonly personal: boolean;
  readonly household: boolean;
  readonly businessPartner: boolean;
  /** The decider is the subject's mentor, or the other way round. */
  readonly mentoring: boolean;
  /** The decider manages the subject. */
  readonly managesSubject: boolean;
  /** The subject manages the decider. */
  readonly reportsToSubject: boolean;
}

type Evidence = Readonly<Record<string, string | number | boolean>>;

export interface PerceptionRule {
  readonly code: string;
  readonly text: string;
  /**
   * `referral` and `endorsement` rest on knowing somebody: what is the point of them there is a
   * conflict where the decider hands out something others compete for.
   */
  readonly concern: { readonly voucher: Concern; readonly award: Concern };
  readonly applies: (facts: PerceptionFacts) => boolean;
  readonly evidence: (facts: PerceptionFacts) => Evidence;
}

/** From this strength on (some eleven recent days of contact) others will have noticed. */
const strongFrom = 0.5;

/** One day of help within the last year, or more of it longer ago. */
const recentHelpFrom = 0.5;

const isInUse = (band: Band, atLeast: Band) => bands.indexOf(band) <= bands.indexOf(atLeast);

/** Every rule, on its own and in no order: a concern is the highest of those that apply. */
export const perceptionRules: readonly PerceptionRule[] = [
  {
    code: "shared_household",
    text: "The two are declared to share a household.",
    concern: { voucher: "high", award: "high" },
    applies: ({ household }) => household,
    evidence: () => ({ role: "household" }),
  },
  {
    code: "outside_role",
    text: "The two are declared to be in business together outside.",
    concern: { voucher: "high", award: "high" },
    applies: ({ businessPartner }) => businessPartner,
    evidence: () => ({ role: "business-partner" }),
  },
  {
    code: "reports_to_subject",
    text: "The decider reports to the person decided about.",
    concern: { voucher: "high", award: "high" },
    applies: ({ reportsToSubject }) => reportsToSubject,
    evidence: () => ({ deciderReportsToSubject: true }),
  },
  {
    code: "manages_subject",
    text: "The decider is the manager of the person decided about.",
    concern: { voucher: "low", award: "low" },
    applies: ({ managesSubject }) => managesSubject,
    evidence: () => ({ deciderManagesSubject: true }),
  },
  {
    code: "personal_tie",
    text: "The tie is declared to be personal, not professional alone.",
    concern: { voucher: "low", award: "high" },
    applies: ({ personal }) => personal,
    evidence: () => ({ personal: true }),
  },
  {
    code: "mentoring",
    text: "One of the two is declared to be the other's mentor.",
    concern: { voucher: "none", award: "low" },
    applies: ({ mentoring }) => mentoring,
    evidence: () => ({ mentoring: true }),
  },
  {
    code: "received_help",
    text: "The decider was helped by this person not long ago: it could look like a return.",
    concern: { voucher: "low", award: "high" },
    applies: ({ helpReceived }) => helpReceived >= recentHelpFrom,
    evidence: ({ helpReceived }) => ({ helpReceived }),
  },
  {
    code: "gave_help",
    text: "The decider helped this person not long ago: it could look like a protégé's turn.",
    concern: { voucher: "none", award: "low" },
    applies: ({ helpGiven }) => helpGiven >= recentHelpFrom,
    evidence: ({ helpGiven }) => ({ helpGiven }),
  },
  {
    code: "strong_tie",
    text: "The two have a strong tie: much contact has been built up.",
    concern: { voucher: "low", award: "high" },
    applies: ({ strength }) => strength !== null && strength >= strongFrom,
    evidence: ({ strength }) => ({ strength: strength ?? 0 }),
  },
  {
    code: "tie_in_use",
    text: "The two are in regular contact.",
    concern: { voucher: "none", award: "low" },
    applies: ({ band }) => isInUse(band, "active"),
    evidence: ({ band }) => ({ band }),
  },
  {
    code: "friction",
    text: "There was friction between the two that was not made good: a refusal could look like a grudge.",
    concern: { voucher: "low", award: "high" },
    applies: ({ strained }) => strained,
    evidence: ({ strained }) => ({ strained }),
  },
];
