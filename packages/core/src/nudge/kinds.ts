/** What a nudge may suggest. */
export const nudgeKinds = [
  "answerAsk",
  "congratulate",
  "followUp",
  "thank",
  "reportBack",
  "repair",
  "reconnect",
  "offerHelp",
  "giveFirst",
  "makeTime",
] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** Kinds that no moment calls for. They leave a part of a week's budget to those that a moment does. */
const care: ReadonlySet<NudgeKind> = new Set(["reconnect", "offerHelp", "giveFirst", "makeTime"]);

export const isCare = (kind: NudgeKind): boolean => care.has(kind);

/** Why a nudge comes: what its sentence is looked up by. */
export const nudgeCodes = [
  "askOfYou",
  "askYouCouldAnswer",
  "milestone",
  "firstMeeting",
  "metAtGathering",
  "helpReceived",
  "outcomeToTell",
  "friction",
  "fading",
  "dormant",
  "cadence",
  "beyondMaximum",
  "goalYouCouldHelp",
  "somethingToGive",
  "quietWeek",
] as const;
export type NudgeCode = (typeof nudgeCodes)[number];

export const nudgePriorities = ["high", "normal", "low"] as const;
export type NudgePriority = (typeof nudgePriorities)[number];
