import type { ForecastQuality } from "@kith/core";
import { modelCalibrations, type TenantTx } from "@kith/db";
import { and, desc, eq, lt, max } from "drizzle-orm";

export const outcomes = ["better", "notBetter", "tooLittleData"] as const;
export type Outcome = (typeof outcomes)[number];

export interface Counts {
  pairs: number;
  contacts: number;
}

/** What a calibration found, as it is stored and answered. */
export interface StoredCalibration {
  id: string;
  number: number;
  outcome: Outcome;
  adopted: boolean;
  horizonDays: number;
  windows: number;
  scaleBefore: number;
  scaleAfter: number;
  findings: {
    /** The name of the model that was in force. */
    model: string;
    before: ForecastQuality;
    after: ForecastQuality;
    fittedOn: Counts;
    judgedOn: Counts & { since: number; until: number };
  };
  measuredAt: number;
}

/** The number of the tenant's next calibration: for those who hold the model. */
export async function nextNumber(tx: TenantTx): Promise<number> {
  const [row] = await tx
    .select({ last: max(modelCalibrations.number) })
    .from(modelCalibrations)
    .where(eq(modelCalibrations.tenantId, tx.tenantId));
  return (row?.last ?? 0) + 1;
}

export async function insertCalibration(
  tx: TenantTx,
  calibration: StoredCalibration,
): Promise<void> {
  const findings = { ...calibration.findings };
  await tx
    .insert(modelCalibrations)
    .values({ tenantId: tx.tenantId, ...calibration, findings, createdAt: calibration.measuredAt });
}

/** A page of calibrations, newest first; `before` is the last number of the page before. */
export async function readCalibrations(
  tx: TenantTx,
  { before, limit }: { before: number | null; limit: number },
): Promise<StoredCalibration[]> {
  const rows = await tx
    .select()
    .from(modelCalibrations)
    .where(
      and(
        eq(modelCalibrations.tenantId, tx.tenantId),
        before === null ? undefined : lt(modelCalibrations.number, before),
      ),
    )
    .orderBy(desc(modelCalibrations.number))
    .limit(limit);
  return rows.map(({ tenantId: _, createdAt: __, findings, ...row }) => ({
    ...row,
    findings: findings as unknown as StoredCalibration["findings"],
  }));
}
