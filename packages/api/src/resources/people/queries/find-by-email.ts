import { personSearchKeys, type TenantTx } from "@kith/db";
import { and, eq } from "drizzle-orm";

/** Who is found by an address, as search keys spell it. */
export async function findByEmail(tx: TenantTx, key: string): Promise<string[]> {
  const rows = await tx
    .select({ id: personSearchKeys.personId })
    .from(personSearchKeys)
    .where(
      and(
        eq(personSearchKeys.tenantId, tx.tenantId),
        eq(personSearchKeys.kind, "email"),
        eq(personSearchKeys.key, key),
      ),
    )
    .orderBy(personSearchKeys.personId);
  return rows.map(({ id }) => id);
}
