import { statement, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

/** What a search needs to know of somebody who might introduce. */
export interface Introducer {
  id: string;
  openToIntroduce: boolean;
  degree: number;
  /** Help between them and who asks, as weights of the two directions in log2; null without a tie. */
  help: { log2HelpAb: number; log2HelpBa: number } | null;
}

type IntroducerRow = {
  id: string;
  open_to_introduce: boolean;
  degree: number;
  log2_help_ab: number | null;
  log2_help_ba: number | null;
};

/** Openness, degree and help of some people; a degree is counted no further than `most` on each half. */
export const introducersQuery = statement<
  IntroducerRow,
  { requester: string; ids: readonly string[]; most: number }
>(({ tenantId, requester, ids, most }) => {
  const half = (own: string) => sql`(select count(*) from (
    select from kith.relationships where tenant_id = ${tenantId}
      and ${sql.raw(own)} = people.id and log2_weight > '-Infinity' limit ${most}) as ties)`;
  return sql`
    select id, open_to_introduce, (${half("a_id")} + ${half("b_id")})::int as degree,
      own.log2_help_ab, own.log2_help_ba
    from kith.people left join kith.relationships as own on own.tenant_id = ${tenantId}
      and own.a_id = least(id, ${requester}::uuid) and own.b_id = greatest(id, ${requester}::uuid)
    where people.tenant_id = ${tenantId} and id = any(${ids}::uuid[])`;
});

export async function readIntroducers(
  tx: TenantTx,
  of: { requester: string; ids: readonly string[]; most: number },
): Promise<Introducer[]> {
  if (of.ids.length === 0) return [];
  const rows = await introducersQuery.rows(tx, of);
  return rows.map(({ id, open_to_introduce, degree, log2_help_ab, log2_help_ba }) => ({
    ...{ id, openToIntroduce: open_to_introduce, degree },
    help:
      log2_help_ab === null || log2_help_ba === null
        ? null
        : { log2HelpAb: log2_help_ab, log2HelpBa: log2_help_ba },
  }));
}

const pausedAmong = statement<{ from_id: string; to_id: string }, { ids: readonly string[] }>(
  ({ tenantId, ids }) => sql`
    select from_id, to_id from kith.tie_declarations
    where tenant_id = ${tenantId} and paused
      and from_id = any(${ids}::uuid[]) and to_id = any(${ids}::uuid[])`,
);

/** Ties among some people that one of the two put to rest, as `from` and `to` of who did. */
export async function readPausedTies(
  tx: TenantTx,
  ids: readonly string[],
): Promise<{ from: string; to: string }[]> {
  const rows = await pausedAmong.rows(tx, { ids });
  return rows.map(({ from_id: from, to_id: to }) => ({ from, to }));
}
