import type { TenantTx } from "@kith/db";
import { lockPeople } from "../interactions/queries/people.ts";
import { findAlters } from "./queries/remove-traces.ts";

/**
 * Locks people together with the alters of `id`, in the order of ids, and answers those alters. An
 * ingest may add one before the lock is had; afterwards none can.
 */
export async function holdWithAlters(
  tx: TenantTx,
  id: string,
  others: readonly string[] = [],
): Promise<string[]> {
  const before = await findAlters(tx, id);
  await lockPeople(tx, { ids: [...new Set([id, ...others, ...before])] }, "update");
  const alters = await findAlters(tx, id);
  const known = new Set(before);
  const late = alters.filter((alter) => !known.has(alter));
  await lockPeople(tx, { ids: late }, "update");
  return alters;
}
