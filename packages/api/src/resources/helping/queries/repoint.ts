import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

const named = [
  ["ask_recipients", "ask_id", "asks"],
  ["ask_helpers", "ask_id", "asks"],
  ["offer_recipients", "offer_id", "offers"],
  ["goal_recipients", "goal_id", "goals"],
] as const;

/**
 * Asks, offers and goals of a person, and those that name them, in another's name. What would be for,
 * by or about oneself goes: a goal to know oneself, oneself among those addressed.
 */
export async function repointHelping(
  tx: TenantTx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const tenant = sql`${tx.tenantId}::uuid`;
  const [goes, stays] = [sql`${from}::uuid`, sql`${into}::uuid`];
  await tx.execute(sql`
    delete from kith.goals where tenant_id = ${tenant}
      and person_id in (${goes}, ${stays}) and target_person_id in (${goes}, ${stays})`);
  await tx.execute(sql`
    update kith.goals set target_person_id = ${stays}
    where tenant_id = ${tenant} and target_person_id = ${goes}`);
  for (const table of ["asks", "offers", "goals"]) {
    await tx.execute(sql`
      update kith.${sql.raw(table)} set person_id = ${stays}
      where tenant_id = ${tenant} and person_id = ${goes}`);
  }
  for (const [table, column, owners] of named) {
    const [rows, id] = [sql.raw(table), sql.raw(column)];
    await tx.execute(sql`
      delete from kith.${rows} as row where tenant_id = ${tenant} and person_id = ${goes}
        and exists (
          select from kith.${rows} as same where same.tenant_id = row.tenant_id
            and same.${id} = row.${id} and same.person_id = ${stays})`);
    await tx.execute(sql`
      update kith.${rows} set person_id = ${stays}
      where tenant_id = ${tenant} and person_id = ${goes}`);
    await tx.execute(sql`
      delete from kith.${rows} as row where tenant_id = ${tenant} and person_id = ${stays}
        and exists (
          select from kith.${sql.raw(owners)} as owned where owned.tenant_id = row.tenant_id
            and owned.id = row.${id} and owned.person_id = ${stays})`);
  }
}
