import {
  type IntroductionRole,
  introductionRules,
  MS_PER_DAY,
  type SeenIntroductionState,
} from "@kith/core";
import { type TenantTx, introductions as table } from "@kith/db";
import { and, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, lt, or } from "drizzle-orm";

export type StoredIntroduction = Omit<typeof table.$inferSelect, "tenantId">;

const { tenantId: _, ...columns } = getTableColumns(table);

const isIntroduction = (tx: TenantTx, id: string) =>
  and(eq(table.tenantId, tx.tenantId), eq(table.id, id));

export async function insertIntroduction(
  tx: TenantTx,
  introduction: StoredIntroduction,
): Promise<void> {
  await tx.insert(table).values({ tenantId: tx.tenantId, ...introduction });
}

export async function readIntroductions(
  tx: TenantTx,
  ids: readonly string[],
): Promise<StoredIntroduction[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), inArray(table.id, [...ids])));
}

/** Held until the end of the transaction: of two who act at once one is the first. */
export async function lockIntroductions(
  tx: TenantTx,
  ids: readonly string[],
): Promise<StoredIntroduction[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), inArray(table.id, [...ids])))
    .orderBy(table.id)
    .for("update");
}

export async function writeIntroduction(
  tx: TenantTx,
  { id, ...introduction }: StoredIntroduction,
): Promise<void> {
  await tx.update(table).set(introduction).where(isIntroduction(tx, id));
}

/** What one person asked for since a moment. */
export async function readRequestsBy(
  tx: TenantTx,
  requester: string,
  since: number,
): Promise<StoredIntroduction[]> {
  return tx
    .select(columns)
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        eq(table.requesterId, requester),
        gte(table.requestedAt, since),
      ),
    );
}

export interface IntroductionFilter {
  personId: string | null;
  role: IntroductionRole | null;
  /** How it is seen: the rows may be more, since that depends on who looks. */
  seen: SeenIntroductionState | null;
  now: number;
  before: string | null;
  limit: number;
}

/** A page of what takes part in a person's introductions, newest first. */
export async function listIntroductions(
  tx: TenantTx,
  { personId, role, seen, now, before, limit }: IntroductionFilter,
): Promise<StoredIntroduction[]> {
  return tx
    .select(columns)
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        personId === null ? undefined : takesPart(personId, role),
        seen === null ? undefined : maySeem(seen, now),
        before === null ? undefined : lt(table.id, before),
      ),
    )
    .orderBy(desc(table.id))
    .limit(limit);
}

/** A target takes part once the introducer agreed; before, nobody tells them. */
function takesPart(personId: string, role: IntroductionRole | null) {
  const parts = {
    requester: eq(table.requesterId, personId),
    introducer: eq(table.introducerId, personId),
    target: and(eq(table.targetId, personId), isNotNull(table.introducerAgreedAt)),
  };
  return role === null ? or(...Object.values(parts)) : parts[role];
}

const closingMs = introductionRules.closingDays * MS_PER_DAY;

/** What can be seen as this, so that a list does not read all there is. */
function maySeem(seen: SeenIntroductionState, now: number) {
  switch (seen) {
    case "made":
    case "thanked":
    case "reported":
    case "withdrawn":
      return eq(table.state, seen);
    case "agreed":
      return eq(table.state, "targetAgreed");
    case "declined":
      return inArray(table.state, ["declinedByIntroducer", "declinedByTarget"]);
    case "requested":
      return and(
        inArray(table.state, ["requested", "introducerAgreed"]),
        gt(table.requestedAt, now - closingMs),
      );
    case "pending":
      return gt(table.requestedAt, now - closingMs);
    default:
      return undefined;
  }
}
