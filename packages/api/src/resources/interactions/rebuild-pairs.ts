import { contactDayMasks, type Pair, rebuildEvidence } from "@kith/core";
import { addContactDays, mergeEvidence, type TenantTx } from "@kith/db";
import { holdModel } from "../model/queries.ts";
import { lockPeople } from "./queries/people.ts";
import { deleteEvidence, readLogOfPairs, rebuildActivity } from "./queries/rebuild.ts";

/**
 * Makes the evidence of pairs what their log says, and when their people were last seen. A sum
 * can't give back what a void, a merge or an erasure takes out: the log can. Locks the people
 * first, which waits for ingests under way and keeps others out until the end of the transaction.
 */
export async function rebuildPairs(tx: TenantTx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  await lockPeople(tx, { ids: people }, "update");
  const { constants: model } = await holdModel(tx);
  const log = await readLogOfPairs(tx, pairs);
  await deleteEvidence(tx, pairs);
  await addContactDays(
    tx,
    contactDayMasks(log).flatMap(({ a, b, days }) =>
      Array.from(days, ([day, mask]) => ({ aId: a, bId: b, day, mask })),
    ),
  );
  const rebuilt = rebuildEvidence(log, model);
  await mergeEvidence(
    tx,
    rebuilt.map(({ a, b, evidence }) => ({ aId: a, bId: b, ...evidence })),
    model,
  );
  await rebuildActivity(tx, people);
}
