import { MS_PER_DAY } from "@kith/core";
import type { Database } from "@kith/db";
import { readTenant } from "../resources/tenant/queries.ts";
import { actAsOwner, deleteSealed } from "./queries/expire.ts";
import { recordChange } from "./record-change.ts";
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
  let expired = 0;
  for (;;) {
    const done = await owner.withTenant(
      tenantId,
      async (tx) => {
        await actAsOwner(tx);
        const tenant = await readTenant(tx, { lock: true });
        const keepDays = tenant.settings.auditRetentionDays ?? null;
        if (keepDays === null) return null;
        const before = wall - keepDays * MS_PER_DAY;
        const { seals, entries } = await deleteSealed(tx, { before, limit: batch });
        if (seals === 0) return 0;
        const ctx = {
          ...{ tx, now: wall + tenant.clockOffsetMs, tenant },
          actor: { kind: "operator", id: null },
          origin: { operation: "retention.run", requestId: null },
        };
        await recordChange(ctx, { type: "auditEntry.expired", id: null, count: entries });
        return entries;
      },
      { deadlineMs },
    );
    if (done === null) return null;
    if (done === 0) return expired;
    expired += done;
  }
}
