import { MS_PER_DAY, type Pair, pairOf } from "@kith/core";
import type { Database } from "@kith/db";
import { expireByAge } from "../tenant/expire-by-age.ts";
import { deleteInteractions, findOldest } from "./queries/expire.ts";
import { lockPeople } from "./queries/people.ts";
import { rebuildPairs } from "./rebuild-pairs.ts";

/** Rows of the log in one transaction: their pairs are rebuilt within its deadline. */
const maxRows = 500;

/**
 * Operator's use case: deletes interactions from before the last `retentionDays` UTC days of the
 * tenant, batch by batch, and measures ties anew from what is left. It can be stopped at any time and
 * run again. How many went; null when the tenant keeps all.
 */
export async function expireInteractions(
  database: Database,
  { tenantId, batch = maxRows }: { tenantId: string; batch?: number },
  wall: number,
): Promise<number | null> {
  return expireByAge(
    (work) => database.withTenant(tenantId, work),
    { setting: "retentionDays", type: "interaction.expired", wall },
    async (tx, { now, keepDays }) => {
      const before = (Math.floor(now / MS_PER_DAY) - keepDays) * MS_PER_DAY;
      const { ids, people } = await findOldest(tx, { before, limit: batch });
      if (ids.length === 0) return null;
      await lockPeople(tx, { ids: people }, "update");
      const pairs = new Map<string, Pair>();
      for (const { from, to } of await deleteInteractions(tx, ids)) {
        const pair = pairOf(from, to);
        pairs.set(`${pair.a} ${pair.b}`, pair);
      }
      await rebuildPairs(tx, [...pairs.values()]);
      return ids.length;
    },
  );
}
