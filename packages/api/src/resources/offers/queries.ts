import type { AskKind } from "@kith/core";
import { askHelpers, asks, isAny, offers, type TenantTx } from "@kith/db";
import { and, count, desc, eq, gt, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { holdOwner, mightConcern, readNamed, type StoredOwned } from "../helping/queries/owned.ts";

export interface StoredOffer extends StoredOwned {
  kinds: AskKind[];
  title: string;
  text: string | null;
  skills: string[];
  topics: string[];
  /** Asks of these kinds in thirty days; null for no limit. */
  capacity: number | null;
  expiresAt: number | null;
  people: string[];
}

type Row = typeof offers.$inferSelect;

async function toOffers(tx: TenantTx, rows: readonly Row[]): Promise<StoredOffer[]> {
  const recipients = await readNamed(
    tx,
    "offer",
    rows.map(({ id }) => id),
  );
  return rows.map(({ tenantId: _, ...row }) => ({ ...row, people: recipients.get(row.id) ?? [] }));
}

export async function readOffer(
  tx: TenantTx,
  id: string,
  hold?: "change",
): Promise<StoredOffer | null> {
  const select = tx
    .select()
    .from(offers)
    .where(and(eq(offers.tenantId, tx.tenantId), eq(offers.id, id)));
  const [offer = null] = await toOffers(tx, await (hold ? select.for("update") : select));
  return offer;
}

const isOpen = (at: number) => or(isNull(offers.expiresAt), gt(offers.expiresAt, at));

export interface OfferFilter {
  reader: string | null;
  side?: "own" | "others" | undefined;
  state?: "open" | "expired" | undefined;
  kind?: AskKind | undefined;
  at: number;
  before: string | null;
  limit: number;
}

/** Offers that might concern somebody, the newest first; see `addressedTo` for whether they do. */
export async function listOffers(
  tx: TenantTx,
  { reader, side, state, kind, at, before, limit }: OfferFilter,
): Promise<StoredOffer[]> {
  const inState = { open: isOpen(at), expired: lte(offers.expiresAt, at) };
  const rows = await tx
    .select()
    .from(offers)
    .where(
      and(
        eq(offers.tenantId, tx.tenantId),
        reader === null ? undefined : mightConcern(tx, "offer", reader, side),
        state === undefined ? undefined : inState[state],
        kind === undefined ? undefined : sql`${kind} = any(${offers.kinds})`,
        before === null ? undefined : lt(offers.id, before),
      ),
    )
    .orderBy(desc(offers.id))
    .limit(limit);
  return toOffers(tx, rows);
}

/** The open offers of some people, the newest first. */
export async function readOpenOffers(
  tx: TenantTx,
  personIds: readonly string[],
  at: number,
): Promise<StoredOffer[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.tenantId, tx.tenantId), isAny(offers.personId, personIds), isOpen(at)))
    .orderBy(desc(offers.id));
  return toOffers(tx, rows);
}

/** How many offers a person has. Who counts before adding one holds the person meanwhile. */
export async function countOffers(tx: TenantTx, personId: string): Promise<number> {
  await holdOwner(tx, personId);
  const [row] = await tx
    .select({ count: count() })
    .from(offers)
    .where(and(eq(offers.tenantId, tx.tenantId), eq(offers.personId, personId)));
  return row?.count ?? 0;
}

/**
 * With how many asks of each kind some people helped since a moment, as the askers said; asks of one
 * person can be left out.
 */
export async function countHelped(
  tx: TenantTx,
  personIds: readonly string[],
  since: number,
  butOf?: string,
): Promise<Map<string, Partial<Record<AskKind, number>>>> {
  const found = new Map<string, Partial<Record<AskKind, number>>>();
  if (personIds.length === 0) return found;
  const rows = await tx
    .select({ personId: askHelpers.personId, kind: asks.kind, count: count() })
    .from(askHelpers)
    .innerJoin(asks, and(eq(asks.tenantId, tx.tenantId), eq(asks.id, askHelpers.objectId)))
    .where(
      and(
        eq(askHelpers.tenantId, tx.tenantId),
        isAny(askHelpers.personId, personIds),
        gt(asks.closedAt, since),
        butOf === undefined ? undefined : ne(asks.personId, butOf),
      ),
    )
    .groupBy(askHelpers.personId, asks.kind);
  for (const { personId, kind, count } of rows) {
    found.set(personId, { ...found.get(personId), [kind]: count });
  }
  return found;
}

type Written = Omit<StoredOffer, "people">;

const columnsOf = ({ people: _, ...offer }: Written & Partial<StoredOffer>): Written => offer;

export async function insertOffer(tx: TenantTx, offer: Written): Promise<void> {
  await tx.insert(offers).values({ tenantId: tx.tenantId, ...columnsOf(offer) });
}

export async function updateOffer(tx: TenantTx, offer: Written): Promise<void> {
  const { id, ...columns } = columnsOf(offer);
  await tx
    .update(offers)
    .set(columns)
    .where(and(eq(offers.tenantId, tx.tenantId), eq(offers.id, id)));
}

export async function deleteOffer(tx: TenantTx, id: string): Promise<void> {
  await tx.delete(offers).where(and(eq(offers.tenantId, tx.tenantId), eq(offers.id, id)));
}
