import type { AskState, GoalKind, GoalOutcome } from "@kith/core";
import { goals, isAny, type TenantTx } from "@kith/db";
import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import { holdOwner, mightConcern, readNamed, type StoredOwned } from "../helping/queries/owned.ts";

export interface StoredGoal extends StoredOwned {
  kind: GoalKind;
  /** The skill, role or organization; null where the goal is a person. */
  target: string | null;
  targetPersonId: string | null;
  title: string | null;
  note: string | null;
  untilAt: number | null;
  closedAt: number | null;
  outcome: GoalOutcome | null;
  people: string[];
}

type Row = typeof goals.$inferSelect;

async function toGoals(tx: TenantTx, rows: readonly Row[]): Promise<StoredGoal[]> {
  const recipients = await readNamed(
    tx,
    "goal",
    rows.map(({ id }) => id),
  );
  return rows.map(({ tenantId: _, ...row }) => ({ ...row, people: recipients.get(row.id) ?? [] }));
}

export async function readGoal(
  tx: TenantTx,
  id: string,
  hold?: "change",
): Promise<StoredGoal | null> {
  const select = tx
    .select()
    .from(goals)
    .where(and(eq(goals.tenantId, tx.tenantId), eq(goals.id, id)));
  const [goal = null] = await toGoals(tx, await (hold ? select.for("update") : select));
  return goal;
}

const stateIs = (state: AskState, at: number) => {
  if (state === "closed") return isNotNull(goals.closedAt);
  const open = or(isNull(goals.untilAt), gt(goals.untilAt, at));
  return and(isNull(goals.closedAt), state === "open" ? open : lte(goals.untilAt, at));
};

export interface GoalFilter {
  reader: string | null;
  side?: "own" | "others" | undefined;
  state?: AskState | undefined;
  kind?: GoalKind | undefined;
  at: number;
  before: string | null;
  limit: number;
}

/** Goals that might concern somebody, the newest first; see `addressedTo` for whether they do. */
export async function listGoals(
  tx: TenantTx,
  { reader, side, state, kind, at, before, limit }: GoalFilter,
): Promise<StoredGoal[]> {
  const rows = await tx
    .select()
    .from(goals)
    .where(
      and(
        eq(goals.tenantId, tx.tenantId),
        reader === null ? undefined : mightConcern(tx, "goal", reader, side),
        state === undefined ? undefined : stateIs(state, at),
        kind === undefined ? undefined : eq(goals.kind, kind),
        before === null ? undefined : lt(goals.id, before),
      ),
    )
    .orderBy(desc(goals.id))
    .limit(limit);
  return toGoals(tx, rows);
}

/** The open goals of some people, the newest first. */
export async function readOpenGoals(
  tx: TenantTx,
  personIds: readonly string[],
  at: number,
): Promise<StoredGoal[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(goals)
    .where(
      and(eq(goals.tenantId, tx.tenantId), isAny(goals.personId, personIds), stateIs("open", at)),
    )
    .orderBy(desc(goals.id));
  return toGoals(tx, rows);
}

/** How many goals of a person are open. Who counts before adding one holds the person meanwhile. */
export async function countOpenGoals(tx: TenantTx, personId: string, at: number): Promise<number> {
  await holdOwner(tx, personId);
  const [row] = await tx
    .select({ count: count() })
    .from(goals)
    .where(and(eq(goals.tenantId, tx.tenantId), eq(goals.personId, personId), stateIs("open", at)));
  return row?.count ?? 0;
}

type Written = Omit<StoredGoal, "people">;

const columnsOf = ({ people: _, ...goal }: Written & Partial<StoredGoal>): Written => goal;

export async function insertGoal(tx: TenantTx, goal: Written): Promise<void> {
  await tx.insert(goals).values({ tenantId: tx.tenantId, ...columnsOf(goal) });
}

export async function updateGoal(tx: TenantTx, goal: Written): Promise<void> {
  const { id, ...columns } = columnsOf(goal);
  await tx
    .update(goals)
    .set(columns)
    .where(and(eq(goals.tenantId, tx.tenantId), eq(goals.id, id)));
}
