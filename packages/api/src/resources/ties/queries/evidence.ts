import type { Pair, PairEvidence } from "@kith/core";
import { parseDay, parseInstant, relationships, type TenantTx } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

/** The stored evidence of a pair; null when nothing was ever recorded between them. */
export async function readEvidence(tx: TenantTx, { a, b }: Pair): Promise<PairEvidence | null> {
  const [row] = await tx
    .select()
    .from(relationships)
    .where(
      and(
        eq(relationships.tenantId, tx.tenantId),
        eq(relationships.aId, a),
        eq(relationships.bId, b),
      ),
    );
  return row ?? null;
}

/** The evidence columns of `relationships`, for statements that drizzle's builder can't say. */
export const evidenceColumns = sql.raw(
  `log2_weight, log2_recent_weight, log2_weight_ab, log2_weight_ba, log2_help_ab, log2_help_ba,
   contact_days, help_days_ab, help_days_ba, first_day, last_day, first_contact_at,
   last_contact_at, last_ab_at, last_ba_at, last_conflict_at, last_repair_at`,
);

type Text = string | null;

export type EvidenceRow = {
  log2_weight: number;
  log2_recent_weight: number;
  log2_weight_ab: number;
  log2_weight_ba: number;
  log2_help_ab: number;
  log2_help_ba: number;
  contact_days: number;
  help_days_ab: number;
  help_days_ba: number;
  first_day: Text;
  last_day: Text;
  first_contact_at: Text;
  last_contact_at: Text;
  last_ab_at: Text;
  last_ba_at: Text;
  last_conflict_at: Text;
  last_repair_at: Text;
};

const instant = (text: Text) => (text === null ? null : parseInstant(text));
const day = (text: Text) => (text === null ? null : parseDay(text));

export const evidenceOfRow = (row: EvidenceRow): PairEvidence => ({
  log2Weight: row.log2_weight,
  log2RecentWeight: row.log2_recent_weight,
  log2WeightAb: row.log2_weight_ab,
  log2WeightBa: row.log2_weight_ba,
  log2HelpAb: row.log2_help_ab,
  log2HelpBa: row.log2_help_ba,
  contactDays: row.contact_days,
  helpDaysAb: row.help_days_ab,
  helpDaysBa: row.help_days_ba,
  firstDay: day(row.first_day),
  lastDay: day(row.last_day),
  firstContactAt: instant(row.first_contact_at),
  lastContactAt: instant(row.last_contact_at),
  lastAbAt: instant(row.last_ab_at),
  lastBaAt: instant(row.last_ba_at),
  lastConflictAt: instant(row.last_conflict_at),
  lastRepairAt: instant(row.last_repair_at),
});
