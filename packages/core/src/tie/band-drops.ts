import { type Instant, MS_PER_DAY } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { type Band, bandOf, bands } from "./band.ts";
import { contactProbability } from "./contact-probability.ts";
import type { PairEvidence } from "./evidence.ts";

/** The moment at which a tie that stays silent falls into a lower band. */
export interface BandDrop {
  readonly band: Band;
  readonly at: Instant;
}

/**
 * When the band of a tie drops if they stay silent: for every lower band, the first millisecond
 * after `at` at which the tie is in it or below. Silence only ever lowers the chance of contact, so
 * the moment is found by bisection, exact to the millisecond. Empty without a contact day.
 */
export function bandDrops(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): BandDrop[] {
  if (evidence.contactDays === 0) return [];
  const rankAt = (moment: Instant) =>
    bands.indexOf(
      bandOf(contactProbability(evidence, moment, model.bandHorizonDays, model), model),
    );
  const drops: BandDrop[] = [];
  let from = Math.ceil(at);
  for (let rank = rankAt(from) + 1; rank < bands.indexOf("none"); rank++) {
    from = firstMoment(from, (moment) => rankAt(moment) >= rank);
    const band = bands[rank];
    if (band) drops.push({ band, at: from });
  }
  return drops;
}

// The first whole millisecond from `start` on at which a condition holds that, once true, stays so.
function firstMoment(start: Instant, holds: (moment: Instant) => boolean): Instant {
  if (holds(start)) return start;
  let step = MS_PER_DAY;
  while (!holds(start + step)) step *= 2;
  let before = start + (step === MS_PER_DAY ? 0 : step / 2);
  let after = start + step;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
