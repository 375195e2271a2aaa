import { MS_PER_DAY } from "@kith/core";
import type { Database } from "@kith/db";
import { expireByAge } from "../resources/tenant/expire-by-age.ts";
import { actAsOwner, deleteSealed } from "./queries/expire.ts";
import { sealEntries } from "./seal-entries.ts";

/** Seals in one transaction: 20,000 entries at most. */
const maxSeals = 20;
const deadlineMs = 60_000;

/**
 * Operator's use case: deletes audit entries older than the tenant keeps them, whole seals at a time,
 * so that the chain still holds from the last seal that went. The service has no right to: `owner`
 * connects as who may act for the tables' owner. How many went; null when the tenant keeps all.
 */
export async function expireAudit(
  { service, owner }: { service: Database; owner: Database },
  { tenantId, batch = maxSeals }: { tenantId: string; batch?: number },
  wall: number,
): Promise<number | null> {
  await sealEntries(service, tenantId, wall);
  return expireByAge(
    (work) =>
      owner.withTenant(
        tenantId,
        async (tx) => {
          await actAsOwner(tx);
          return work(tx);
        },
        { deadlineMs },
      ),
    { setting: "auditRetentionDays", type: "auditEntry.expired", lock: true, wall },
    async (tx, { keepDays }) => {
      const before = wall - keepDays * MS_PER_DAY;
      const { seals, entries } = await deleteSealed(tx, { before, limit: batch });
      return seals === 0 ? null : entries;
    },
  );
}
