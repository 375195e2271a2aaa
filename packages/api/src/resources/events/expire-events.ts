import { MS_PER_DAY } from "@kith/core";
import type { Database } from "@kith/db";
import { expireByAge } from "../tenant/expire-by-age.ts";
import {
  deleteEvents,
  dropOvertaken,
  nextPlaces,
  readWindow,
  setWindow,
} from "./queries/expire.ts";

const maxEvents = 5_000;

/**
 * Operator's use case: deletes events older than the tenant keeps them, from the oldest on, and notes
 * how far. Where nothing else counts an object's changes, its last event stays as the count, out of
 * the feed. How many left the feed; null when the tenant keeps all.
 */
export async function expireEvents(
  database: Database,
  { tenantId, batch = maxEvents }: { tenantId: string; batch?: number },
  wall: number,
): Promise<number | null> {
  return expireByAge(
    (work) => database.withTenant(tenantId, work),
    { setting: "eventRetentionDays", type: "event.expired", lock: true, wall },
    async (tx, { now, keepDays }) => {
      const keptFrom = now - keepDays * MS_PER_DAY;
      const after = (await readWindow(tx)) ?? { xid: "0", seq: 0 };
      const places = await nextPlaces(tx, { after, limit: batch });
      const firstKept = places.findIndex(({ occurredAt }) => occurredAt >= keptFrom);
      const old = firstKept === -1 ? places : places.slice(0, firstKept);
      const last = old.at(-1);
      if (!last) {
        await dropOvertaken(tx, after);
        return null;
      }
      await deleteEvents(tx, { after, upTo: last });
      await setWindow(tx, last, keptFrom);
      return old.length;
    },
  );
}
