import type { DeclaredCadence, Instant, PairEvidence } from "@kith/core";
import { epochMs, type TenantTx, tieDeclarations } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

/** A tie as nudges read it: measured from no side. */
export interface ReadTie {
  to: string;
  /** As lists of ties have it. */
  key: number;
  evidence: PairEvidence;
  /** When the other was last seen with anyone. */
  seenAt: Instant | null;
}

// Numbers as PostgreSQL has them: to read a thousand times as text costs more than all the rest.
const ms = (column: string) => epochMs(sql.raw(column));
const day = (column: string) => sql.raw(`${column} - date '1970-01-01'`);
const columns = sql`
  log2_weight as "log2Weight", log2_recent_weight as "log2RecentWeight",
  log2_weight_ab as "log2WeightAb", log2_weight_ba as "log2WeightBa",
  log2_help_ab as "log2HelpAb", log2_help_ba as "log2HelpBa",
  contact_days as "contactDays", help_days_ab as "helpDaysAb", help_days_ba as "helpDaysBa",
  ${day("first_day")} as "firstDay", ${day("last_day")} as "lastDay",
  ${ms("first_contact_at")} as "firstContactAt", ${ms("last_contact_at")} as "lastContactAt",
  ${ms("last_ab_at")} as "lastAbAt", ${ms("last_ba_at")} as "lastBaAt",
  ${ms("last_conflict_at")} as "lastConflictAt", ${ms("last_repair_at")} as "lastRepairAt",
  ${ms("last_seen_at")} as "seenAt"`;

type Row = { [field in keyof PairEvidence]: PairEvidence[field] } & {
  to: string;
  seenAt: Instant | null;
};

/** A person's ties with contact, the strongest first. */
export async function readStrongest(
  tx: TenantTx,
  person: string,
  limit: number,
): Promise<ReadTie[]> {
  const half = (own: string, other: string) => sql`(
    select ${sql.raw(other)} as "to", ${columns}
    from kith.relationships
    left join kith.person_activity as seen
      on seen.tenant_id = ${tx.tenantId}::uuid and seen.person_id = ${sql.raw(other)}
    where relationships.tenant_id = ${tx.tenantId}::uuid and ${sql.raw(own)} = ${person}::uuid
      and log2_weight >= -1e300
    order by log2_weight desc, ${sql.raw(other)} limit ${limit})`;
  const rows = await tx.execute<Row>(sql`
    select * from (${half("a_id", "b_id")} union all ${half("b_id", "a_id")}) as ties
    order by "log2Weight" desc, "to" limit ${limit}`);
  return rows.map(({ to, seenAt, ...evidence }) => ({
    ...{ to, key: -evidence.log2Weight, evidence, seenAt },
  }));
}

/** What a person declared of their ties, as far as nudges go by it. */
export interface NudgeDeclaration {
  roles: string[];
  circle: string | null;
  cadenceDays: DeclaredCadence | null;
  paused: boolean;
}

export async function readAllDeclared(
  tx: TenantTx,
  person: string,
): Promise<Map<string, NudgeDeclaration>> {
  const { fromId, toId, roles, circle, paused, cadenceIdealDays, cadenceMaxDays } = tieDeclarations;
  const rows = await tx
    .select({ to: toId, roles, circle, paused, ideal: cadenceIdealDays, max: cadenceMaxDays })
    .from(tieDeclarations)
    .where(and(eq(tieDeclarations.tenantId, tx.tenantId), eq(fromId, person)));
  return new Map(
    rows.map(({ to, ideal, max, ...facets }) => [
      to,
      { ...facets, cadenceDays: ideal === null && max === null ? null : { ideal, max } },
    ]),
  );
}
