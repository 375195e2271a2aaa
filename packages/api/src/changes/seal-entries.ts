import type { Database } from "@kith/db";
import { decidedUpTo } from "./queries/decided-up-to.ts";
import { countAfter, insertSeal, lastSeal, readAnchor, readStretch } from "./queries/seals.ts";
import { makeSeal } from "./seal-chain.ts";

/** Entries under one seal at most. */
export const sealSize = 1_000;

/**
 * Seals what is not sealed yet, in transactions of its own: no writer waits for it. Two processes
 * that seal at once make the same seal, and one of them is stored. Entries that others under way
 * could still precede are left for later: then it is not done.
 */
export async function sealEntries(
  database: Database,
  tenantId: string,
  now: number,
): Promise<{ sealed: number; isDone: boolean }> {
  let sealed = 0;
  for (;;) {
    const step = await database.withTenant(tenantId, async (tx) => {
      const last = (await lastSeal(tx)) ?? (await readAnchor(tx));
      const after = last ? { xid: last.uptoXid, seq: last.uptoSeq } : { xid: "0", seq: "0" };
      const upTo = { before: await decidedUpTo(tx) };
      const entries = await readStretch(tx, { after, upTo, limit: sealSize });
      if (entries.length === 0) return { sealed: 0, left: await countAfter(tx, after) };
      const isOurs = await insertSeal(tx, makeSeal(tenantId, last, entries), now);
      return { sealed: isOurs ? entries.length : 0, left: null };
    });
    sealed += step.sealed;
    if (step.left !== null) return { sealed, isDone: step.left === 0 };
  }
}
