import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

/**
 * What one did with nudges, and others with nudges about them, becomes the other's; preferences of
 * the one who stays stay. Ids stay what they were: an occasion is known again by its kind, its
 * person and its name.
 */
export async function repointNudges(
  tx: TenantTx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const tenant = sql`${tx.tenantId}::uuid`;
  const [one, other] = [sql`${from}::uuid`, sql`${into}::uuid`];
  await tx.execute(sql`
    delete from kith.nudge_actions where tenant_id = ${tenant}
      and person_id in (${one}, ${other}) and subject_id in (${one}, ${other})`);
  await tx.execute(sql`
    update kith.nudge_actions set subject_id = ${other}
    where tenant_id = ${tenant} and subject_id = ${one}`);
  // No id is the same for two people: nothing can collide.
  await tx.execute(sql`
    update kith.nudge_actions set person_id = ${other}
    where tenant_id = ${tenant} and person_id = ${one}`);
  await tx.execute(sql`
    update kith.nudge_preferences as stored set person_id = ${other}
    where tenant_id = ${tenant} and person_id = ${one} and not exists (
      select from kith.nudge_preferences as own
      where own.tenant_id = stored.tenant_id and own.person_id = ${other})`);
}
