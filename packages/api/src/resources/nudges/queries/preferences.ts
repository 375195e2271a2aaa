import { type GroupCadence, type NudgeKind, nudgeKinds } from "@kith/core";
import { nudgePreferences, type TenantTx } from "@kith/db";
import { and, eq } from "drizzle-orm";

/** How a person wants to be nudged; null is the default. */
export interface StoredPreferences {
  weeklyBudget: number | null;
  quietHours: { from: string; to: string } | null;
  timeZone: string | null;
  kindsOff: NudgeKind[];
  cadences: GroupCadence[];
  /** 0 as long as nothing was chosen. */
  revision: number;
  updatedAt: number | null;
}

export const noPreferences: StoredPreferences = {
  weeklyBudget: null,
  quietHours: null,
  timeZone: null,
  kindsOff: [],
  cadences: [],
  revision: 0,
  updatedAt: null,
};

const isKind = (text: string): text is NudgeKind => nudgeKinds.some((kind) => kind === text);

export async function readPreferences(tx: TenantTx, person: string): Promise<StoredPreferences> {
  const [row] = await tx
    .select()
    .from(nudgePreferences)
    .where(and(eq(nudgePreferences.tenantId, tx.tenantId), eq(nudgePreferences.personId, person)));
  if (!row) return noPreferences;
  const { weeklyBudget, quietFrom, quietTo, timeZone, kindsOff, cadences, revision } = row;
  return {
    weeklyBudget,
    quietHours: quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null,
    timeZone,
    kindsOff: kindsOff.filter(isKind),
    cadences,
    revision,
    updatedAt: row.updatedAt,
  };
}

export async function writePreferences(
  tx: TenantTx,
  person: string,
  { quietHours, ...chosen }: StoredPreferences & { updatedAt: number },
): Promise<void> {
  const values = {
    ...chosen,
    quietFrom: quietHours?.from ?? null,
    quietTo: quietHours?.to ?? null,
  };
  await tx
    .insert(nudgePreferences)
    .values({ tenantId: tx.tenantId, personId: person, ...values, createdAt: chosen.updatedAt })
    .onConflictDoUpdate({
      target: [nudgePreferences.tenantId, nudgePreferences.personId],
      set: values,
    });
}
