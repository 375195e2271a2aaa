import type { AskKind, AskOutcome, AskState } from "@kith/core";
import { asks, isAny, type TenantTx } from "@kith/db";
import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte } from "drizzle-orm";
import { holdOwner, mightConcern, readNamed, type StoredOwned } from "../helping/queries/owned.ts";

export interface StoredAsk extends StoredOwned {
  kind: AskKind;
  title: string;
  text: string | null;
  skills: string[];
  topics: string[];
  organization: string | null;
  expiresAt: number;
  closedAt: number | null;
  outcome: AskOutcome | null;
  note: string | null;
  /** Whom it is addressed to by name. */
  people: string[];
  /** Who helped, as said when it was closed. */
  helpers: string[];
}

type Row = typeof asks.$inferSelect;

async function toAsks(tx: TenantTx, rows: readonly Row[]): Promise<StoredAsk[]> {
  const ids = rows.map(({ id }) => id);
  const recipients = await readNamed(tx, "ask", ids);
  const helpers = await readNamed(tx, "helper", ids);
  return rows.map(({ tenantId: _, ...row }) => ({
    ...row,
    people: recipients.get(row.id) ?? [],
    helpers: helpers.get(row.id) ?? [],
  }));
}

/** An ask by its id; locked until the end of the transaction where it is to be changed. */
export async function readAsk(
  tx: TenantTx,
  id: string,
  hold?: "change",
): Promise<StoredAsk | null> {
  const select = tx
    .select()
    .from(asks)
    .where(and(eq(asks.tenantId, tx.tenantId), eq(asks.id, id)));
  const [ask = null] = await toAsks(tx, await (hold ? select.for("update") : select));
  return ask;
}

export interface AskFilter {
  /** Whom they might concern; null for all there are. */
  reader: string | null;
  side?: "own" | "others" | undefined;
  state?: AskState | undefined;
  kind?: AskKind | undefined;
  at: number;
  before: string | null;
  limit: number;
}

const stateIs = (state: AskState, at: number) => {
  if (state === "closed") return isNotNull(asks.closedAt);
  const expires = state === "open" ? gt(asks.expiresAt, at) : lte(asks.expiresAt, at);
  return and(isNull(asks.closedAt), expires);
};

/** Asks that might concern somebody, the newest first; see `addressedTo` for whether they do. */
export async function listAsks(
  tx: TenantTx,
  { reader, side, state, kind, at, before, limit }: AskFilter,
): Promise<StoredAsk[]> {
  const rows = await tx
    .select()
    .from(asks)
    .where(
      and(
        eq(asks.tenantId, tx.tenantId),
        reader === null ? undefined : mightConcern(tx, "ask", reader, side),
        state === undefined ? undefined : stateIs(state, at),
        kind === undefined ? undefined : eq(asks.kind, kind),
        before === null ? undefined : lt(asks.id, before),
      ),
    )
    .orderBy(desc(asks.id))
    .limit(limit);
  return toAsks(tx, rows);
}

/** The open asks of some people, the newest first. */
export async function readOpenAsks(
  tx: TenantTx,
  personIds: readonly string[],
  at: number,
): Promise<StoredAsk[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(asks)
    .where(
      and(eq(asks.tenantId, tx.tenantId), isAny(asks.personId, personIds), stateIs("open", at)),
    )
    .orderBy(desc(asks.id));
  return toAsks(tx, rows);
}

/** How many asks of a person are open. Who counts before adding one holds the person meanwhile. */
export async function countOpenAsks(tx: TenantTx, personId: string, at: number): Promise<number> {
  await holdOwner(tx, personId);
  const [row] = await tx
    .select({ count: count() })
    .from(asks)
    .where(and(eq(asks.tenantId, tx.tenantId), eq(asks.personId, personId), stateIs("open", at)));
  return row?.count ?? 0;
}

type Written = Omit<StoredAsk, "people" | "helpers">;

const columnsOf = ({ people: _, helpers: __, ...ask }: Written & Partial<StoredAsk>): Written =>
  ask;

export async function insertAsk(tx: TenantTx, ask: Written): Promise<void> {
  await tx.insert(asks).values({ tenantId: tx.tenantId, ...columnsOf(ask) });
}

export async function updateAsk(tx: TenantTx, ask: Written): Promise<void> {
  const { id, ...columns } = columnsOf(ask);
  await tx
    .update(asks)
    .set(columns)
    .where(and(eq(asks.tenantId, tx.tenantId), eq(asks.id, id)));
}
