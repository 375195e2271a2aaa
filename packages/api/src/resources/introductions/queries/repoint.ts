import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

/** Introductions of one become the other's; one in which both take part goes: three it takes. */
export async function repointIntroductions(
  tx: TenantTx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const tenant = sql`${tx.tenantId}::uuid`;
  const [one, other] = [sql`${from}::uuid`, sql`${into}::uuid`];
  await tx.execute(sql`
    delete from kith.introductions where tenant_id = ${tenant}
      and ${one} in (requester_id, introducer_id, target_id)
      and ${other} in (requester_id, introducer_id, target_id)`);
  for (const column of ["requester_id", "introducer_id", "target_id"]) {
    const person = sql.identifier(column);
    await tx.execute(sql`
      update kith.introductions set ${person} = ${other}
      where tenant_id = ${tenant} and ${person} = ${one}`);
  }
}
