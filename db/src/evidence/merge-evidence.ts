import { type SQL, sql } from "drizzle-orm";
import type { TenantTx } from "../connection/index.ts";

/** What a batch adds to one pair; the fields of core's PairEvidence, with the pair's ids (a < b). */
export interface EvidenceDelta {
  readonly aId: string;
  readonly bId: string;
  readonly log2Weight: number;
  readonly log2RecentWeight: number;
  readonly log2WeightAb: number;
  readonly log2WeightBa: number;
  readonly log2HelpAb: number;
  readonly log2HelpBa: number;
  readonly contactDays: number;
  readonly helpDaysAb: number;
  readonly helpDaysBa: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly firstContactAt: number | null;
  readonly lastContactAt: number | null;
  readonly lastAbAt: number | null;
  readonly lastBaAt: number | null;
  readonly lastConflictAt: number | null;
  readonly lastRepairAt: number | null;
}

export interface MergeModel {
  /** Days towards which the mean gap between contacts is shrunk (core's model has it). */
  readonly cadencePriorDays: number;
}

type Field = Exclude<keyof EvidenceDelta, "aId" | "bId">;
type Merge = (stored: SQL, given: SQL) => SQL;

const log2Add: Merge = (x, y) => {
  const [high, low] = [sql`greatest(${x}, ${y})`, sql`least(${x}, ${y})`];
  // Beyond 64 doublings the smaller changes no bit of a double; and power() would raise an underflow.
  return sql`case when ${low} < ${high} - 64 or ${low} = '-Infinity' then ${high}
    else ${high} + ln(1 + power(2::float8, ${low} - ${high})) / ln(2::float8) end`;
};
const add: Merge = (x, y) => sql`${x} + ${y}`;
// least and greatest pass over nulls.
const earliest: Merge = (x, y) => sql`least(${x}, ${y})`;
const latest: Merge = (x, y) => sql`greatest(${x}, ${y})`;

const fields: Record<Field, { column: string; type: string; merge: Merge }> = {
  log2Weight: { column: "log2_weight", type: "float8", merge: log2Add },
  log2RecentWeight: { column: "log2_recent_weight", type: "float8", merge: log2Add },
  log2WeightAb: { column: "log2_weight_ab", type: "float8", merge: log2Add },
  log2WeightBa: { column: "log2_weight_ba", type: "float8", merge: log2Add },
  log2HelpAb: { column: "log2_help_ab", type: "float8", merge: log2Add },
  log2HelpBa: { column: "log2_help_ba", type: "float8", merge: log2Add },
  contactDays: { column: "contact_days", type: "int", merge: add },
  helpDaysAb: { column: "help_days_ab", type: "int", merge: add },
  helpDaysBa: { column: "help_days_ba", type: "int", merge: add },
  firstDay: { column: "first_day", type: "int", merge: earliest },
  lastDay: { column: "last_day", type: "int", merge: latest },
  firstContactAt: { column: "first_contact_at", type: "float8", merge: earliest },
  lastContactAt: { column: "last_contact_at", type: "float8", merge: latest },
  lastAbAt: { column: "last_ab_at", type: "float8", merge: latest },
  lastBaAt: { column: "last_ba_at", type: "float8", merge: latest },
  lastConflictAt: { column: "last_conflict_at", type: "float8", merge: latest },
  lastRepairAt: { column: "last_repair_at", type: "float8", merge: latest },
};
const names = Object.keys(fields) as Field[];
const list = (parts: SQL[]) => sql.join(parts, sql`, `);

/**
 * Merges what a batch adds into the stored evidence of its pairs, in one statement. Commutative and
 * associative like core's mergeEvidence, to which a property test holds it equal. Each pair may
 * occur once in a batch.
 */
export async function mergeEvidence(
  tx: TenantTx,
  deltas: readonly EvidenceDelta[],
  model: MergeModel,
): Promise<void> {
  if (deltas.length === 0) return;
  const array = (values: unknown[], type: string) => sql`${sql.param(values)}::${sql.raw(type)}[]`;
  const arrays = [
    array(
      deltas.map(({ aId }) => aId),
      "uuid",
    ),
    array(
      deltas.map(({ bId }) => bId),
      "uuid",
    ),
    ...names.map((name) =>
      array(
        deltas.map((delta) => delta[name]),
        fields[name].type,
      ),
    ),
  ];
  const columns = names.map((name) => sql.identifier(fields[name].column));
  // The foreign keys of a new pair are checked by queries of PostgreSQL's own, which a session that
  // asks for custom plans would plan again for each row: half the cost of a batch of new pairs.
  const planOnce = tx.execute(sql`set local plan_cache_mode = auto`);
  // In the order of the key: writers that meet on several pairs then wait instead of deadlocking.
  const merge = tx.execute(sql`
    insert into kith.relationships as stored (tenant_id, a_id, b_id, ${list(columns.map((c) => sql`${c}`))}, strained, due_at)
    select ${tx.tenantId}::uuid, a_id, b_id, ${list(names.map(given))},
      ${strained(given)}, ${dueAt(given, model)}
    from unnest(${list(arrays)}) as given (a_id, b_id, ${list(columns.map((c) => sql`${c}`))})
    order by a_id, b_id
    on conflict (tenant_id, a_id, b_id) do update set
      ${list(names.map((name) => sql`${sql.identifier(fields[name].column)} = ${merged(name)}`))},
      strained = ${strained(merged)}, due_at = ${dueAt(merged, model)}, updated_at = now()`);
  await Promise.all([planOnce, merge]);
}

type ValueOf = (name: Field) => SQL;

const given: ValueOf = (name) => {
  const column = sql`given.${sql.identifier(fields[name].column)}`;
  // Days and instants travel as numbers: the same in every session, and quicker than their text.
  if (name.endsWith("Day")) return sql`(date '1970-01-01' + ${column})`;
  if (name.endsWith("At")) return sql`(timestamptz 'epoch' + ${column} * interval '1 millisecond')`;
  return column;
};

const merged: ValueOf = (name) => {
  const column = sql.identifier(fields[name].column);
  return fields[name].merge(sql`stored.${column}`, sql`excluded.${column}`);
};

/** Friction, and no repair after it. */
function strained(value: ValueOf): SQL {
  const [conflict, repair] = [value("lastConflictAt"), value("lastRepairAt")];
  return sql`coalesce(${conflict} is not null and (${repair} is null or ${repair} <= ${conflict}), false)`;
}

/** The last contact and the expected gap; null without a contact day. In whole milliseconds, as core rounds. */
function dueAt(value: ValueOf, { cadencePriorDays }: MergeModel): SQL {
  const days = sql`(${value("lastDay")} - ${value("firstDay")} + ${cadencePriorDays}::float8)`;
  const gap = sql`${days} / nullif(${value("contactDays")}, 0)`;
  return sql`${value("lastContactAt")} + floor(${gap} * 86400000 + 0.5) * interval '1 millisecond'`;
}
