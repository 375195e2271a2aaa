import type { NudgeKind } from "./kinds.ts";

/** Where a kind stands among the others: `base + span * value`, value in [0, 1] within the kind. */
interface Place {
  readonly base: number;
  readonly span: number;
}

export interface NudgeRules {
  /** Nudges a week, where the person says nothing else. */
  readonly weeklyBudget: number;
  /**
   * Shares of the budget for care (no moment calls for it) before `secondCallDays`: it takes no more
   * than `most`, and `kept` is kept for it where some is there that stands so high.
   */
  readonly care: { readonly most: number; readonly kept: number; readonly keptFrom: number };
  /** Days into the week after which care may have what is left. */
  readonly secondCallDays: number;
  readonly reconnect: {
    /** Without a declared cadence: silent for so many times the expected days, and at least so long. */
    readonly silenceFactor: number;
    readonly leastSilenceDays: number;
    readonly leastContactDays: number;
    readonly leastStrength: number;
  };
  readonly followUp: {
    readonly fromDays: number;
    readonly untilDays: number;
    /** So many people of one gathering have a place in a week. */
    readonly perGathering: number;
  };
  readonly congratulate: {
    readonly fromDays: number;
    readonly untilDays: number;
    /** A tie with fewer contact days is too slight to congratulate, unless it was declared. */
    readonly leastContactDays: number;
    /** A tie so strong or stronger is worth most. */
    readonly fullStrength: number;
  };
  readonly offerHelp: { readonly untilDays: number };
  readonly giveFirst: { readonly leastStrength: number; readonly everyWeeks: number };
  readonly makeTime: { readonly quietDays: number };
  /** Days until the same suggestion may come again, once done or dismissed; Infinity: never. */
  readonly rest: {
    readonly done: Readonly<Partial<Record<NudgeKind, number>>>;
    readonly dismissed: Readonly<Partial<Record<NudgeKind, number>>>;
  };
  readonly places: Readonly<Record<NudgeKind, Place>>;
}

/** Plain priors; not fitted to data. */
export const nudgeRules: NudgeRules = {
  weeklyBudget: 5,
  care: { most: 0.6, kept: 0.2, keptFrom: 0.55 },
  secondCallDays: 4,
  reconnect: {
    silenceFactor: 2,
    leastSilenceDays: 21,
    leastContactDays: 3,
    leastStrength: 0.2,
  },
  followUp: { fromDays: 1, untilDays: 14, perGathering: 2 },
  congratulate: { fromDays: -1, untilDays: 7, leastContactDays: 2, fullStrength: 0.5 },
  offerHelp: { untilDays: 60 },
  giveFirst: { leastStrength: 0.3, everyWeeks: 13 },
  makeTime: { quietDays: 7 },
  rest: {
    done: { reconnect: 28, giveFirst: 91, makeTime: 7 },
    dismissed: { reconnect: 180, giveFirst: 182, makeTime: 28 },
  },
  places: {
    answerAsk: { base: 0.8, span: 0.15 },
    congratulate: { base: 0.45, span: 0.45 },
    followUp: { base: 0.65, span: 0.15 },
    thank: { base: 0.6, span: 0.25 },
    repair: { base: 0.6, span: 0.2 },
    reportBack: { base: 0.55, span: 0.25 },
    reconnect: { base: 0.35, span: 0.55 },
    offerHelp: { base: 0.4, span: 0.2 },
    giveFirst: { base: 0.25, span: 0.2 },
    makeTime: { base: 0.2, span: 0 },
  },
};
