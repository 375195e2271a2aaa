import type { Pair, PairEvidence } from "@kith/core";
import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";
import { type EvidenceRow, evidenceColumns, evidenceOfRow } from "../../ties/queries/evidence.ts";

/** The stored evidence of some pairs, in their order; null for one that has none. */
export async function readEvidenceOf(
  tx: TenantTx,
  pairs: readonly Pair[],
): Promise<(PairEvidence | null)[]> {
  if (pairs.length === 0) return [];
  const [a, b] = [sql.param(pairs.map(({ a }) => a)), sql.param(pairs.map(({ b }) => b))];
  const rows = await tx.execute<EvidenceRow & { pair: number }>(sql`
    select pair::int, ${evidenceColumns}
    from unnest(${a}::uuid[], ${b}::uuid[]) with ordinality as given (one, other, pair)
    join kith.relationships on tenant_id = ${tx.tenantId} and a_id = one and b_id = other`);
  const found = new Map(rows.map((row) => [row.pair, evidenceOfRow(row)]));
  return pairs.map((_, index) => found.get(index + 1) ?? null);
}

/** How often one introduced the other to somebody, up to a moment, in the order of what is given. */
export async function countIntroductions(
  tx: TenantTx,
  given: readonly { from: string; to: string }[],
  until: number,
): Promise<number[]> {
  if (given.length === 0) return [];
  const [from, to] = [
    sql.param(given.map(({ from }) => from)),
    sql.param(given.map(({ to }) => to)),
  ];
  const rows = await tx.execute<{ place: number; count: number }>(sql`
    select place::int, count(distinct id)::int as count
    from unnest(${from}::uuid[], ${to}::uuid[]) with ordinality as given (one, other, place)
    join kith.interactions on tenant_id = ${tx.tenantId} and from_id = one and to_id = other
      and id < ${uuidFloor(until + 1)}::uuid and type = 'introduction' and voided_at is null
    group by place`);
  const counts = new Map(rows.map(({ place, count }) => [place, count]));
  return given.map((_, index) => counts.get(index + 1) ?? 0);
}
