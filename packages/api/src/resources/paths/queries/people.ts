import { type TenantTx, uuids } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";

/** What a search needs to know of somebody who might introduce. */
export interface Introducer {
  id: string;
  openToIntroduce: boolean;
  degree: number;
}

type IntroducerRow = { id: string; open_to_introduce: boolean; degree: number };

/** Openness and degree of some people; a degree is counted no further than `most` on each half. */
export function introducersQuery(tx: TenantTx, ids: readonly string[], most: number): SQL {
  const half = (own: string) => sql`(select count(*) from (
    select from kith.relationships where tenant_id = ${tx.tenantId}
      and ${sql.raw(own)} = people.id and log2_weight > '-Infinity' limit ${most}) as ties)`;
  return sql`
    select id, open_to_introduce, (${half("a_id")} + ${half("b_id")})::int as degree
    from kith.people
    where tenant_id = ${tx.tenantId} and id = any(${uuids(ids)})`;
}

export async function readIntroducers(
  tx: TenantTx,
  ids: readonly string[],
  most: number,
): Promise<Introducer[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<IntroducerRow>(introducersQuery(tx, ids, most));
  return rows.map(({ id, open_to_introduce: openToIntroduce, degree }) => ({
    id,
    openToIntroduce,
    degree,
  }));
}

/** Ties among some people that one of the two put to rest, as `from` and `to` of who did. */
export async function readPausedTies(
  tx: TenantTx,
  ids: readonly string[],
): Promise<{ from: string; to: string }[]> {
  const among = uuids(ids);
  const rows = await tx.execute<{ from_id: string; to_id: string }>(sql`
    select from_id, to_id from kith.tie_declarations
    where tenant_id = ${tx.tenantId} and paused
      and from_id = any(${among}) and to_id = any(${among})`);
  return rows.map(({ from_id: from, to_id: to }) => ({ from, to }));
}

/** Help between a person and some others, as weights of the two directions in log2. */
export async function readHelp(
  tx: TenantTx,
  person: string,
  others: readonly string[],
): Promise<Map<string, { log2HelpAb: number; log2HelpBa: number }>> {
  if (others.length === 0) return new Map();
  const half = (own: string, other: string) => sql`
    select ${sql.raw(other)} as id, log2_help_ab, log2_help_ba from kith.relationships
    where tenant_id = ${tx.tenantId} and ${sql.raw(own)} = ${person}
      and ${sql.raw(other)} = any(${uuids(others)})`;
  const rows = await tx.execute<{ id: string; log2_help_ab: number; log2_help_ba: number }>(
    sql`${half("a_id", "b_id")} union all ${half("b_id", "a_id")}`,
  );
  return new Map(
    rows.map((row) => [row.id, { log2HelpAb: row.log2_help_ab, log2HelpBa: row.log2_help_ba }]),
  );
}
