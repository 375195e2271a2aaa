import { type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";
import { promoteRecipients } from "./remove-traces.ts";

const tenant = (tx: TenantTx) => sql`${tx.tenantId}::uuid`;

interface Merge {
  from: string;
  into: string;
  /** Of the person who goes. */
  alters: readonly string[];
}

/** The log with one name in place of the other; what it would say of a person with oneself goes. */
export async function repointLog(
  tx: TenantTx,
  { from, into, alters }: Merge,
): Promise<{ interactions: number; selfInteractions: number }> {
  const [one, other] = [sql`${from}::uuid`, sql`${into}::uuid`];
  const [dropped] = await tx.execute(sql`
    with alone as (
      delete from kith.interactions where tenant_id = ${tenant(tx)}
        and ((from_id = ${one} and to_id = ${other}) or (from_id = ${other} and to_id = ${one}))
      returning id, ordinal
    ), twice as (
      delete from kith.interactions as stored
      where tenant_id = ${tenant(tx)} and to_id = ${one} and from_id <> ${other}
        and from_id = any(${uuids(alters)})
        and exists (
          select from kith.interactions as same
          where same.tenant_id = stored.tenant_id and same.id = stored.id and same.to_id = ${other}
        )
      returning id, ordinal
    )
    select (select count(distinct id)::int from alone) as "selfInteractions",
      coalesce(
        (select array_agg(id) from (table alone union all table twice) as gone where ordinal = 0),
        '{}'
      ) as beheaded`);
  const { selfInteractions, beheaded } = dropped as {
    selfInteractions: number;
    beheaded: string[];
  };
  const [moved] = await tx.execute(sql`
    with sent as (
      update kith.interactions set from_id = ${other}
      where tenant_id = ${tenant(tx)} and from_id = ${one}
      returning id
    ), received as (
      update kith.interactions set to_id = ${other}
      where tenant_id = ${tenant(tx)} and to_id = ${one}
        and from_id = any(${uuids(alters)})
      returning id
    )
    select (select count(distinct id) from sent)::int + (select count(*) from received)::int
      as interactions`);
  await promoteRecipients(tx, beheaded);
  return { selfInteractions, interactions: (moved as { interactions: number }).interactions };
}

/** Moves declarations of both sides; where the person who stays has one of their own, that stays. */
export async function repointDeclarations(
  tx: TenantTx,
  { from, into }: Merge,
): Promise<{ declarations: number; declarationsDropped: number }> {
  let declarations = 0;
  for (const [side, across] of [
    ["from_id", "to_id"],
    ["to_id", "from_id"],
  ] as const) {
    const [mine, theirs] = [sql.identifier(side), sql.identifier(across)];
    const [row] = await tx.execute(sql`
      with moved as (
        update kith.tie_declarations as stored set ${mine} = ${into}::uuid
        where tenant_id = ${tenant(tx)} and ${mine} = ${from}::uuid and ${theirs} <> ${into}::uuid
          and not exists (
            select from kith.tie_declarations as own
            where own.tenant_id = stored.tenant_id and own.${mine} = ${into}::uuid
              and own.${theirs} = stored.${theirs}
          )
        returning 1
      )
      select count(*)::int as count from moved`);
    declarations += (row as { count: number }).count;
  }
  const [left] = await tx.execute(sql`
    with gone as (
      delete from kith.tie_declarations
      where tenant_id = ${tenant(tx)} and (from_id = ${from}::uuid or to_id = ${from}::uuid)
      returning 1
    )
    select count(*)::int as count from gone`);
  return { declarations, declarationsDropped: (left as { count: number }).count };
}

/** Lets a person's former names, and those that led to them before, lead to another. */
export async function repointAliases(
  tx: TenantTx,
  { from, into }: Pick<Merge, "from" | "into">,
  aliases: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update kith.person_aliases set person_id = ${into}::uuid
    where tenant_id = ${tenant(tx)} and person_id = ${from}::uuid`);
  await tx.execute(sql`
    insert into kith.person_aliases (tenant_id, alias, person_id)
    select ${tenant(tx)}, alias, ${into}::uuid from unnest(${sql.param(aliases)}::text[]) as alias
    on conflict (tenant_id, alias) do update set person_id = excluded.person_id`);
}

/** Perception checks about one become checks about the other; one of the two with each other goes. */
export async function repointPerceptionChecks(
  tx: TenantTx,
  { from, into }: Pick<Merge, "from" | "into">,
): Promise<void> {
  await tx.execute(sql`
    delete from kith.perception_checks where tenant_id = ${tenant(tx)}
      and decider_id in (${from}::uuid, ${into}::uuid)
      and subject_id in (${from}::uuid, ${into}::uuid)`);
  for (const column of ["decider_id", "subject_id"]) {
    const person = sql.identifier(column);
    await tx.execute(sql`
      update kith.perception_checks set ${person} = ${into}::uuid
      where tenant_id = ${tenant(tx)} and ${person} = ${from}::uuid`);
  }
}
