import { type PairEvidence, pairOf } from "@kith/core";
import { statement, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";
import { type EvidenceRow, evidenceColumns, evidenceOfRow } from "../../ties/queries/evidence.ts";

/** What is stored of a step of a path. */
export interface StoredStep {
  /** null where nothing was ever recorded between the two. */
  evidence: PairEvidence | null;
  /** How often who is asked introduced who asks to somebody. */
  introduced: number;
}

const storedSteps = statement<
  (EvidenceRow | { contact_days: null }) & { place: number; introduced: number },
  Record<"a" | "b" | "from" | "to", readonly string[]> & { before: string }
>(
  ({ tenantId, a, b, from, to, before }) => sql`
    select place::int, ${evidenceColumns}, (
      select count(distinct id)::int from kith.interactions
      where tenant_id = ${tenantId} and from_id = asked and to_id = asking
        and id < ${before}::uuid and type = 'introduction' and voided_at is null) as introduced
    from unnest(${a}::uuid[], ${b}::uuid[], ${from}::uuid[], ${to}::uuid[])
      with ordinality as given (one, other, asking, asked, place)
    left join kith.relationships on tenant_id = ${tenantId} and a_id = one and b_id = other`,
);

/** The stored evidence of some steps, and introductions up to a moment; in their order. */
export async function readSteps(
  tx: TenantTx,
  steps: readonly { from: string; to: string }[],
  until: number,
): Promise<StoredStep[]> {
  if (steps.length === 0) return [];
  const pairs = steps.map(({ from, to }) => pairOf(from, to));
  const rows = await storedSteps.rows(tx, {
    a: pairs.map(({ a }) => a),
    b: pairs.map(({ b }) => b),
    from: steps.map(({ from }) => from),
    to: steps.map(({ to }) => to),
    before: uuidFloor(until + 1),
  });
  const found = new Map(rows.map((row) => [row.place, row]));
  return steps.map((_, index) => {
    const row = found.get(index + 1);
    const evidence = row && row.contact_days !== null ? evidenceOfRow(row) : null;
    return { evidence, introduced: row?.introduced ?? 0 };
  });
}
