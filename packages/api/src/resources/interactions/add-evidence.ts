import { contactDayMasks, evidenceOfDays, type Interaction, type NewContactDay } from "@kith/core";
import { addContactDays, mergeEvidence, type TenantTx } from "@kith/db";
import { holdModel } from "../model/queries.ts";
import { touchActivity } from "./queries/ingest.ts";

/**
 * Adds new interactions to the evidence of their pairs. The set of contact days decides what is
 * new evidence: a day that is known already adds nothing, in whatever order things arrive.
 */
export async function addEvidence(
  tx: TenantTx,
  interactions: readonly Interaction[],
): Promise<void> {
  if (interactions.length === 0) return;
  const pairs = contactDayMasks(interactions);
  // Both leave at once: what matters is that the model is held before a sum is made and merged.
  const [{ constants: model }, added] = await Promise.all([
    holdModel(tx),
    addContactDays(
      tx,
      pairs.flatMap(({ a, b, days }) =>
        Array.from(days, ([day, mask]) => ({ aId: a, bId: b, day, mask })),
      ),
    ),
  ]);
  const byPair = new Map<string, NewContactDay[]>();
  for (const { aId, bId, day, mask, added: bits } of added) {
    const key = aId + bId;
    const days = byPair.get(key);
    if (days) days.push({ day, mask, added: bits });
    else byPair.set(key, [{ day, mask, added: bits }]);
  }
  // Added to the fresh object: spreading it into another cost as much as computing it.
  const deltas = pairs.map(({ a, b, instants }) =>
    Object.assign(evidenceOfDays(byPair.get(a + b) ?? [], instants, model), {
      aId: a,
      bId: b,
    }),
  );
  await mergeEvidence(tx, deltas, model);
  await touchActivity(tx, lastSeen(interactions));
}

function lastSeen(interactions: readonly Interaction[]): { personId: string; at: number }[] {
  const seen = new Map<string, number>();
  for (const { from, to, occurredAt } of interactions) {
    for (const personId of [from, to]) {
      if (!((seen.get(personId) ?? -Infinity) >= occurredAt)) seen.set(personId, occurredAt);
    }
  }
  return Array.from(seen, ([personId, at]) => ({ personId, at }));
}
