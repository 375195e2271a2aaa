import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

const tenant = (tx: TenantTx) => sql`${tx.tenantId}::uuid`;

/** Takes a person out of the lists of whom others do not want to be matched with. */
export async function forgetInExclusions(tx: TenantTx, id: string): Promise<void> {
  await tx.execute(sql`
    update kith.mentorship_participants set not_with = array_remove(not_with, ${id}::uuid)
    where tenant_id = ${tenant(tx)} and not_with @> array[${id}::uuid]`);
}

/**
 * Mentorships and places in programmes of one person become another's. What would be of a person
 * with oneself goes; where both have the same, that of the one who stays is kept.
 */
export async function repointMentorships(
  tx: TenantTx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const [one, other] = [sql`${from}::uuid`, sql`${into}::uuid`];
  await tx.execute(sql`
    delete from kith.mentorships where tenant_id = ${tenant(tx)}
      and mentor_id in (${one}, ${other}) and mentee_id in (${one}, ${other})`);
  for (const [own, across] of [
    ["mentor_id", "mentee_id"],
    ["mentee_id", "mentor_id"],
  ] as const) {
    const [mine, theirs] = [sql.identifier(own), sql.identifier(across)];
    await tx.execute(sql`
      update kith.mentorships as stored set state = 'ended', ended_at = stored.updated_at
      where tenant_id = ${tenant(tx)} and ${mine} = ${one}
        and state in ('proposed', 'active', 'paused')
        and exists (
          select from kith.mentorships as same
          where same.tenant_id = stored.tenant_id and same.${mine} = ${other}
            and same.${theirs} = stored.${theirs} and same.state in ('proposed', 'active', 'paused')
        )`);
    await tx.execute(sql`
      update kith.mentorships set ${mine} = ${other}
      where tenant_id = ${tenant(tx)} and ${mine} = ${one}`);
  }
  await tx.execute(sql`
    update kith.mentorship_participants as stored set person_id = ${other}
    where tenant_id = ${tenant(tx)} and person_id = ${one} and not exists (
      select from kith.mentorship_participants as same
      where same.tenant_id = stored.tenant_id and same.program_id = stored.program_id
        and same.person_id = ${other})`);
  await tx.execute(sql`
    update kith.mentorship_participants
    set not_with = array_remove(array_replace(array_remove(not_with, ${other}), ${one}, ${other}), person_id)
    where tenant_id = ${tenant(tx)} and not_with @> array[${one}]`);
}
