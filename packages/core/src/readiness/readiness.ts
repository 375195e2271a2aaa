import { courtesiesByPerson } from "../gratitude/by-person.ts";
import { courtesiesOwed } from "../gratitude/courtesies.ts";
import { type AskKind, askKinds } from "../helping/ask.ts";
import type { Instant } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { type Band, band } from "../tie/band.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { isStrained } from "../tie/strain.ts";
import { type ReadinessRule, type ReadinessRules, readinessRules } from "./rules.ts";

export const readinessCodes = [
  "stranger",
  "paused",
  "strained",
  "thankFirst",
  "reportFirst",
  "reconnectFirst",
  "knowEachOtherFirst",
  "ready",
] as const;
export type ReadinessCode = (typeof readinessCodes)[number];

export const firstStepCodes = [
  "meet",
  "resume",
  "repair",
  "thank",
  "reportBack",
  "reconnect",
  "getToKnow",
  "offerHelp",
] as const;
export type FirstStepCode = (typeof firstStepCodes)[number];

/** What one side knows of a tie before it asks. Nothing in it is the other side's own. */
export interface ReadinessFacts {
  readonly person: string;
  readonly to: string;
  readonly evidence: PairEvidence;
  /** By this side. */
  readonly paused: boolean;
  /** Help received and courtesies given by this side. */
  readonly exchanges: readonly Interaction[];
  /** What the other lets this side know that they need, and this side could give. */
  readonly needs: readonly string[];
}

export interface Readiness {
  readonly ready: boolean;
  readonly code: ReadinessCode;
  /** What to do first, in order; when ready, what would be kind besides. */
  readonly firstSteps: readonly FirstStepCode[];
  /** What may be asked for as it is, the lightest first. */
  readonly readyFor: readonly AskKind[];
}

/**
 * Ask readiness: is a tie warm enough for an ask of this kind, and what to do first.
 *
 * Not before the two have met, while this side paused the tie, or after friction without a repair.
 * Thanks and news for earlier help come first, where the kind wants that. Then the tie has to be in
 * use as much as the kind wants, and old enough. It is a suggestion by rules, no prediction; whether
 * the other side would say yes is not part of it.
 */
export function askReadiness(
  facts: ReadinessFacts,
  kind: AskKind,
  at: Instant,
  { rules = readinessRules, model = defaultModel }: { rules?: ReadinessRules; model?: Model } = {},
): Readiness {
  const state = stateOf(facts, at, model);
  const steps = stepsTo(state, rules[kind]);
  const [first] = steps;
  return {
    ready: first === undefined,
    code: first === undefined ? "ready" : codes[first],
    firstSteps: [...steps, ...kindnesses(state, steps)],
    readyFor: askKinds.filter((one) => stepsTo(state, rules[one]).length === 0),
  };
}

interface State {
  readonly band: Band;
  readonly contactDays: number;
  readonly paused: boolean;
  readonly strained: boolean;
  readonly thanks: boolean;
  readonly report: boolean;
  readonly canOffer: boolean;
}

type Blocking = Exclude<FirstStepCode, "offerHelp">;

const codes: Record<Blocking, Exclude<ReadinessCode, "ready">> = {
  meet: "stranger",
  resume: "paused",
  repair: "strained",
  thank: "thankFirst",
  reportBack: "reportFirst",
  reconnect: "reconnectFirst",
  getToKnow: "knowEachOtherFirst",
};

function stateOf(facts: ReadinessFacts, at: Instant, model: Model): State {
  const { evidence, exchanges, person, to } = facts;
  const owed = courtesiesByPerson(courtesiesOwed(exchanges, person, at));
  const isOwed = (kind: string) => owed.some((one) => one.to === to && one.kind === kind);
  return {
    band: band(evidence, at, model),
    contactDays: evidence.contactDays,
    paused: facts.paused,
    strained: isStrained(evidence),
    thanks: isOwed("thanks"),
    report: isOwed("reportBack"),
    canOffer: facts.needs.length > 0,
  };
}

const warmth: readonly Band[] = ["none", "dormant", "fading", "active", "core"];

function stepsTo(state: State, rule: ReadinessRule): Blocking[] {
  if (state.band === "none") return ["meet"];
  if (state.paused) return ["resume"];
  if (state.strained) return ["repair"];
  const isCold = warmth.indexOf(state.band) < warmth.indexOf(rule.leastBand);
  const isNew = state.contactDays < rule.leastContactDays;
  return [
    ...(rule.courtesiesFirst && state.thanks ? (["thank"] as const) : []),
    ...(rule.courtesiesFirst && state.report ? (["reportBack"] as const) : []),
    ...(isCold ? (["reconnect"] as const) : isNew ? (["getToKnow"] as const) : []),
  ];
}

/** What the kind does not ask for but is a good beginning. */
function kindnesses(state: State, steps: readonly FirstStepCode[]): FirstStepCode[] {
  if (state.band === "none" || state.paused || state.strained) return [];
  const kind: FirstStepCode[] = [
    ...(state.thanks ? (["thank"] as const) : []),
    ...(state.report ? (["reportBack"] as const) : []),
    ...(state.canOffer ? (["offerHelp"] as const) : []),
  ];
  return kind.filter((step) => !steps.includes(step));
}
