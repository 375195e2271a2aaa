import { personSearchKeys, type TenantTx } from "@kith/db";
import { and, eq } from "drizzle-orm";

type Kind = (typeof personSearchKeys.$inferSelect)["kind"];

/** Who has a search key (an address, an organization, a skill, a title), longest known first. */
export async function findBySearchKey(
  tx: TenantTx,
  { kind, key }: { kind: Kind; key: string },
  limit?: number,
): Promise<string[]> {
  const found = tx
    .select({ id: personSearchKeys.personId })
    .from(personSearchKeys)
    .where(
      and(
        eq(personSearchKeys.tenantId, tx.tenantId),
        eq(personSearchKeys.kind, kind),
        eq(personSearchKeys.key, key),
      ),
    )
    .orderBy(personSearchKeys.personId);
  const rows = await (limit === undefined ? found : found.limit(limit));
  return rows.map(({ id }) => id);
}
