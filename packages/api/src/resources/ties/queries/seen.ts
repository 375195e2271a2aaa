import type { Instant } from "@kith/core";
import { isAny, personActivity, type TenantTx } from "@kith/db";
import { and, eq } from "drizzle-orm";

/** When some people were last in contact with anyone. */
export async function readSeen(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, Instant>> {
  if (ids.length === 0) return new Map();
  const { tenantId, personId, lastSeenAt } = personActivity;
  const rows = await tx
    .select({ personId, lastSeenAt })
    .from(personActivity)
    .where(and(eq(tenantId, tx.tenantId), isAny(personId, ids)));
  return new Map(rows.map((row) => [row.personId, row.lastSeenAt]));
}
