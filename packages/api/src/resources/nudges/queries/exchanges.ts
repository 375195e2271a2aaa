import { gratitudeMemoryDays, type Instant, type Interaction, MS_PER_DAY } from "@kith/core";
import { parseInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

type Row = {
  id: string;
  type: string;
  category: "help" | "courtesy";
  from_id: string;
  to_id: string;
  occurred_at: string;
};

/** As many of each as are read; of somebody with more, the latest. */
export const maxExchanges = 2000;

/** The statement itself, for tests to look at its plan. */
export const exchangesQuery = (
  tx: TenantTx,
  { person, since, until }: { person: string; since: Instant; until: Instant },
) => {
  const tenant = sql`${tx.tenantId}::uuid`;
  // The categories are written out: only so the partial indexes are seen to apply.
  const between = sql`id >= ${uuidFloor(since)}::uuid and id < ${uuidFloor(until + 1)}::uuid
    and voided_at is null`;
  const columns = sql`id, type, category, from_id, to_id, occurred_at`;
  return sql`
    (select ${columns} from kith.interactions
      where tenant_id = ${tenant} and to_id = ${person}::uuid and category = 'help' and ${between}
      order by id desc limit ${maxExchanges})
    union all
    (select ${columns} from kith.interactions
      where tenant_id = ${tenant} and from_id = ${person}::uuid and category = 'courtesy'
        and ${between}
      order by id desc limit ${maxExchanges})`;
};

/**
 * Help that a person received and courtesies that they gave, up to a moment: what `courtesies` of
 * core asks for, but friction, which the evidence of the ties holds. Without `since`, as far back as
 * its rules look.
 */
export async function readExchanges(
  tx: TenantTx,
  {
    person,
    until,
    since = until - gratitudeMemoryDays() * MS_PER_DAY,
  }: { person: string; until: Instant; since?: Instant },
): Promise<(Interaction & { id: string })[]> {
  const rows = await tx.execute<Row>(exchangesQuery(tx, { person, since, until }));
  return rows.map(({ id, type, category, from_id, to_id, occurred_at }) => ({
    id,
    type,
    category,
    from: from_id,
    to: to_id,
    occurredAt: parseInstant(occurred_at),
  }));
}
