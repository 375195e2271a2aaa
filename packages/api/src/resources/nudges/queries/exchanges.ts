import { gratitudeMemoryDays, type Instant, type Interaction, MS_PER_DAY } from "@kith/core";
import { parseInstant, type TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

type Row = {
  id: string;
  type: string;
  category: "help" | "courtesy" | "friction";
  from_id: string;
  to_id: string;
  occurred_at: string;
};

/** As many of each as are read; of somebody with more, the latest. */
export const maxExchanges = 2000;

/** The statement itself, for tests to look at its plan. */
export const exchangesQuery = (
  tx: TenantTx,
  { person, since, until, friction = false }: Asked & { since: Instant },
): SQL => {
  // The categories are written out: only so the partial indexes are seen to apply.
  const part = (side: SQL, category: SQL) => sql`
    (select id, type, category, from_id, to_id, occurred_at from kith.interactions
      where tenant_id = ${tx.tenantId}::uuid and ${side} = ${person}::uuid and category = ${category}
        and id >= ${uuidFloor(since)}::uuid and id < ${uuidFloor(until + 1)}::uuid
        and voided_at is null
      order by id desc limit ${maxExchanges})`;
  const parts = [
    part(sql`to_id`, sql`'help'`),
    part(sql`from_id`, sql`'courtesy'`),
    ...(friction ? [part(sql`to_id`, sql`'friction'`), part(sql`from_id`, sql`'friction'`)] : []),
  ];
  return sql.join(parts, sql` union all `);
};

interface Asked {
  person: string;
  until: Instant;
  /** Friction and repair as well, in both directions; the evidence of a tie holds the last of each. */
  friction?: boolean;
}

/**
 * Help that a person received and courtesies that they gave, up to a moment: what `courtesies` of
 * core asks for. Without `since`, as far back as its rules look.
 */
export async function readExchanges(
  tx: TenantTx,
  { since, ...asked }: Asked & { since?: Instant },
): Promise<(Interaction & { id: string })[]> {
  const from = since ?? asked.until - gratitudeMemoryDays() * MS_PER_DAY;
  const rows = await tx.execute<Row>(exchangesQuery(tx, { ...asked, since: from }));
  return rows.map(({ id, type, category, from_id, to_id, occurred_at }) => ({
    id,
    type,
    category,
    from: from_id,
    to: to_id,
    occurredAt: parseInstant(occurred_at),
  }));
}
