import type { Database } from "@kith/db";
import { expireAudit } from "../changes/expire-audit.ts";
import { requireId } from "../http/ids.ts";
import { deleteExpired } from "../plugins/idempotency/queries.ts";
import { forgetCounts } from "../plugins/rate-limit/queries.ts";
import { expireEvents } from "../resources/events/expire-events.ts";
import { expireInteractions } from "../resources/interactions/expire-interactions.ts";

/** `pnpm kith retention run <tenant>`: the daily job. It can be stopped and run again. */
export async function retentionCommand(
  databases: { service: Database; owner: Database },
  tenant: string,
  now: number,
): Promise<void> {
  const { service } = databases;
  const tenantId = requireId("tenant", tenant, "<tenant>");
  const kept: [what: string, setting: string, expired: number | null][] = [
    ["interactions", "retentionDays", await expireInteractions(service, { tenantId }, now)],
    ["events", "eventRetentionDays", await expireEvents(service, { tenantId }, now)],
    ["audit entries", "auditRetentionDays", await expireAudit(databases, { tenantId }, now)],
  ];
  for (const [what, setting, expired] of kept) {
    console.log(
      expired === null
        ? `Kept all ${what}: the tenant has no \`${setting}\`.`
        : `Deleted ${expired} ${what}.`,
    );
  }
  console.log(`Deleted ${await sweep(service, tenantId, now)} answers kept for retries.`);
}

/** What is of use for a day at most, whatever the tenant's settings. */
async function sweep(database: Database, tenantId: string, now: number): Promise<number> {
  const hourAgo = Math.floor(now / 60_000) - 60;
  await database.withTenant(tenantId, (tx) => forgetCounts(tx, hourAgo));
  for (let expired = 0; ; ) {
    const gone = await database.withTenant(tenantId, (tx) => deleteExpired(tx, now));
    if (gone === 0) return expired;
    expired += gone;
  }
}
