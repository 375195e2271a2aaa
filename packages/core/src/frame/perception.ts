import {
  type Concern,
  concerns,
  type PerceptionDecision,
  type PerceptionFacts,
  perceptionRules,
} from "./perception-rules.ts";

export interface PerceptionReason {
  readonly code: string;
  readonly concern: Concern;
  readonly text: string;
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
}

export const perceptionAdvice = {
  disclose: "Say before the decision how the two know each other, to whoever relies on it.",
  second_reviewer: "Let somebody with no tie to either of the two look at the decision as well.",
  recuse: "Let somebody else decide.",
} as const;
export type PerceptionAdviceCode = keyof typeof perceptionAdvice;

export interface PerceptionCheck {
  readonly concern: Concern;
  readonly reasons: readonly PerceptionReason[];
  readonly advice: readonly PerceptionAdvice[];
}

export interface PerceptionAdvice {
  readonly code: PerceptionAdviceCode;
  readonly text: string;
}

const isVoucher = (decision: PerceptionDecision) =>
  decision === "referral" || decision === "endorsement";

/**
 * Perception check: could a decision about somebody look like favouritism, or like a grudge?
 *
 *   concern = the highest concern of all rules that apply        none < low < high
 *   advice  = low: disclose;  high: disclose, recuse, or at least have a second reviewer
 *
 * Never undefined: nothing known is `none`, which says that Kith saw nothing, not that there is
 * nothing. More closeness never lowers it. It judges how a decision looks, not why it was made:
 * policies on conflicts of interest treat what a reasonable outsider could think as they do intent
 * (OECD Guidelines for Managing Conflict of Interest in the Public Service, 2003: apparent beside
 * actual conflicts; Moore & Loewenstein 2004: bias works unseen by who has it). Rules and thresholds
 * are a convention, not measured.
 */
export function perceptionCheck(
  decision: PerceptionDecision,
  facts: PerceptionFacts,
): PerceptionCheck {
  const kind = isVoucher(decision) ? "voucher" : "award";
  const reasons = perceptionRules
    .filter((rule) => rule.concern[kind] !== "none" && rule.applies(facts))
    .map(({ code, text, concern, evidence }) => ({
      code,
      concern: concern[kind],
      text,
      evidence: evidence(facts),
    }))
    .sort((x, y) => concerns.indexOf(y.concern) - concerns.indexOf(x.concern));
  const concern = reasons[0]?.concern ?? "none";
  return { concern, reasons, advice: perceptionAdviceFor(concern) };
}

const adviceOf: Record<Concern, readonly PerceptionAdviceCode[]> = {
  none: [],
  low: ["disclose"],
  high: ["disclose", "recuse", "second_reviewer"],
};

/** What to do about a concern. */
export const perceptionAdviceFor = (concern: Concern): PerceptionAdvice[] =>
  adviceOf[concern].map((code) => ({ code, text: perceptionAdvice[code] }));
