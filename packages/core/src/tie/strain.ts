import type { PairEvidence } from "./evidence.ts";

/**
 * Strained: there was friction, and no repair after it.
 *
 *   strained = lastConflictAt exists and lastRepairAt is not later
 *
 * Never undefined, and no part of strength: a strained tie may be a strong one. Friction is no
 * contact day.
 */
export function isStrained(evidence: PairEvidence): boolean {
  const { lastConflictAt, lastRepairAt } = evidence;
  return lastConflictAt !== null && (lastRepairAt === null || lastRepairAt <= lastConflictAt);
}
