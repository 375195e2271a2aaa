import { daysBetween, type Instant, MS_PER_DAY } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { PairEvidence } from "./evidence.ts";

/** The rhythm that a person wants for a tie; `max` is the longest silence they accept. */
export interface DeclaredCadence {
  readonly ideal: number | null;
  readonly max: number | null;
}

export interface Cadence {
  /** Measured mean gap; null without a contact day. */
  readonly expectedDays: number | null;
  /** What this side declared: its ideal, or its maximum when it gave no ideal. */
  readonly declaredDays: number | null;
  readonly lastContactAt: Instant | null;
  /** When the next contact is due; null when there has been none. */
  readonly dueAt: Instant | null;
  /** Days past `dueAt`: 0 until then; null without `dueAt`. */
  readonly overdueDays: number | null;
}

/**
 * Expected days between contacts: the mean gap, shrunk towards 14 days.
 *
 *   expectedDays = (days from first to last contact day + 14) / contactDays
 *
 * Unit: days; range (0, inf). Undefined (null) without a contact day. Log error 1.19, against 1.17
 * for the exact median gap and 1.77 for a fixed 30 days.
 */
export function expectedDays(evidence: PairEvidence, model: Model = defaultModel): number | null {
  const { firstDay, lastDay, contactDays } = evidence;
  if (firstDay === null || lastDay === null || contactDays === 0) return null;
  return (lastDay - firstDay + model.cadencePriorDays) / contactDays;
}

/**
 * Cadence: when the next contact is due.
 *
 *   dueAt = lastContactAt + (declaredDays, else expectedDays)      overdueDays = max(0, at - dueAt)
 *
 * It says when to speak up, not whom first: silence over cadence ranks badly (AUC .64), rank by the
 * chance of contact instead.
 */
export function cadence(
  evidence: PairEvidence,
  at: Instant,
  declared: DeclaredCadence | null = null,
  model: Model = defaultModel,
): Cadence {
  const expected = expectedDays(evidence, model);
  const declaredDays = declared?.ideal ?? declared?.max ?? null;
  const rhythm = declaredDays ?? expected;
  const { lastContactAt } = evidence;
  // Rounded to whole milliseconds: an instant is stored and compared as one.
  const dueAt =
    lastContactAt === null || rhythm === null
      ? null
      : lastContactAt + Math.round(rhythm * MS_PER_DAY);
  return {
    expectedDays: expected,
    declaredDays,
    lastContactAt,
    dueAt,
    overdueDays: dueAt === null ? null : Math.max(0, daysBetween(dueAt, at)),
  };
}
