import type { InteractionType } from "../interaction/types.ts";

/** When a courtesy is worth a word, in days after what it answers, and until when it comes naturally. */
export interface CourtesyWindow {
  readonly fromDays: number;
  readonly untilDays: number;
}

export interface GratitudeRules {
  /** For help of every type, a tenant's own as well. */
  readonly thanks: CourtesyWindow;
  /** By type of help. A type that is not here leaves nothing to tell. */
  readonly reportBack: Readonly<Record<string, CourtesyWindow>>;
  /** An update sooner than this tells no outcome yet, so it does not count as a report. */
  readonly reportEnoughDays: number;
  /** After friction: first some rest, then a word. */
  readonly repair: CourtesyWindow;
}

const reportBack: Partial<Record<InteractionType, CourtesyWindow>> = {
  introduction: { fromDays: 14, untilDays: 90 },
  referral: { fromDays: 21, untilDays: 120 },
  lead: { fromDays: 14, untilDays: 90 },
  advice: { fromDays: 14, untilDays: 90 },
  feedback: { fromDays: 14, untilDays: 90 },
  mentoring: { fromDays: 30, untilDays: 120 },
  endorsement: { fromDays: 21, untilDays: 120 },
};

/** Plain priors of etiquette; not fitted to data. */
export const gratitudeRules: GratitudeRules = {
  thanks: { fromDays: 1, untilDays: 150 },
  reportBack: reportBack as Record<string, CourtesyWindow>,
  reportEnoughDays: 2,
  repair: { fromDays: 3, untilDays: 180 },
};

/** How far back exchanges have to be read for every window to be judged. */
export function gratitudeMemoryDays(rules: GratitudeRules = gratitudeRules): number {
  const windows = [rules.thanks, rules.repair, ...Object.values(rules.reportBack)];
  return Math.max(...windows.map(({ untilDays }) => untilDays));
}
