import { type Instant, MS_PER_DAY } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { type Band, band } from "./band.ts";
import { contactProbability } from "./contact-probability.ts";
import { PairState } from "./pair-state.ts";
import { isStrained } from "./strain.ts";
import { strength } from "./strength.ts";
import { type Trend, trend } from "./trend.ts";

/** A tie as it was at one moment of its past. */
export interface TieHistoryPoint {
  readonly at: Instant;
  readonly strength: number | null;
  readonly band: Band;
  readonly trend: Trend | null;
  readonly strained: boolean;
  readonly contactDays: number;
  /** The chance of contact within 90 days. */
  readonly days90: number | null;
}

export interface TieHistoryOptions {
  readonly since: Instant;
  readonly until: Instant;
  readonly stepDays: number;
  readonly model?: Model;
  readonly customTypes?: CustomTypes;
}

/**
 * A tie at `since`, `since + stepDays`, … up to `until`, each as it would have been measured then:
 * from the interactions that had occurred, in whatever order they arrive here. Give all of the
 * pair's interactions from the very first on, or the early points will know too little.
 */
export function tieHistory(
  interactions: Iterable<Interaction>,
  { since, until, stepDays, model = defaultModel, customTypes }: TieHistoryOptions,
): TieHistoryPoint[] {
  if (!(stepDays > 0) || !(until - since < Infinity)) {
    throw new RangeError(
      `A history needs stepDays above 0 and finite since and until, but stepDays is ${stepDays}, since ${since}, until ${until}.`,
    );
  }
  const log = [...interactions].sort((x, y) => x.occurredAt - y.occurredAt);
  const state = new PairState(model, customTypes);
  const points: TieHistoryPoint[] = [];
  let known = 0;
  for (let step = 0; ; step++) {
    const at = since + Math.round(step * stepDays * MS_PER_DAY);
    if (at > until) return points;
    const start = known;
    while (known < log.length && (log[known]?.occurredAt ?? Infinity) <= at) known++;
    if (known > start) state.observe(log.slice(start, known));
    const { evidence } = state;
    points.push({
      at,
      strength: strength(evidence, at, model),
      band: band(evidence, at, model),
      trend: trend(evidence, at, model),
      strained: isStrained(evidence),
      contactDays: evidence.contactDays,
      days90: contactProbability(evidence, at, 90, model),
    });
  }
}
