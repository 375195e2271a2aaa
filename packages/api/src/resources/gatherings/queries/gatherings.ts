import { formatInstant, gatherings, type TenantTx } from "@kith/db";
import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";

export type Visibility = "attendees" | "everyone";
export type AttendeeResponse = "invited" | "going" | "maybe" | "declined" | "attended";

export interface StoredGathering {
  id: string;
  title: string;
  kind: string;
  startsAt: number;
  endsAt: number;
  timeZone: string | null;
  location: string | null;
  organization: string | null;
  topics: string[];
  visibility: Visibility;
  revision: number;
  createdAt: number;
  updatedAt: number;
}

const ofTenant = (tx: TenantTx, ...conditions: (SQL | undefined)[]) =>
  and(eq(gatherings.tenantId, tx.tenantId), ...conditions);

const toStored = ({ tenantId: _, ...row }: typeof gatherings.$inferSelect): StoredGathering => row;

export async function readGathering(
  tx: TenantTx,
  id: string,
  hold?: "change",
): Promise<StoredGathering | null> {
  const select = tx
    .select()
    .from(gatherings)
    .where(ofTenant(tx, eq(gatherings.id, id)));
  const [row] = await (hold ? select.for("no key update") : select);
  return row ? toStored(row) : null;
}

export async function insertGathering(tx: TenantTx, gathering: StoredGathering): Promise<void> {
  await tx.insert(gatherings).values({ tenantId: tx.tenantId, ...gathering });
}

export async function updateGathering(tx: TenantTx, gathering: StoredGathering): Promise<void> {
  const { id, ...columns } = gathering;
  await tx
    .update(gatherings)
    .set(columns)
    .where(ofTenant(tx, eq(gatherings.id, id)));
}

export async function deleteGathering(tx: TenantTx, id: string): Promise<void> {
  await tx.delete(gatherings).where(ofTenant(tx, eq(gatherings.id, id)));
}

export interface GatheringFilter {
  /** Only those that this person finds; null for all. */
  reader: string | null;
  since?: number | undefined;
  until?: number | undefined;
  after: { startsAt: number; id: string } | null;
  limit: number;
}

const isOnList = (tx: TenantTx, person: string) => sql`exists (
  select from kith.gathering_attendees
  where tenant_id = ${tx.tenantId}::uuid and gathering_id = ${gatherings.id}
    and person_id = ${person}::uuid)`;

/** In the order in which they begin. */
export async function listGatherings(
  tx: TenantTx,
  { reader, since, until, after, limit }: GatheringFilter,
): Promise<StoredGathering[]> {
  const { visibility, startsAt, endsAt, id } = gatherings;
  const rows = await tx
    .select()
    .from(gatherings)
    .where(
      ofTenant(
        tx,
        reader === null ? undefined : sql`(${visibility} = 'everyone' or ${isOnList(tx, reader)})`,
        since === undefined ? undefined : gte(endsAt, since),
        until === undefined ? undefined : lt(startsAt, until),
        after === null
          ? undefined
          : sql`(${startsAt}, ${id}) > (${formatInstant(after.startsAt)}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(startsAt), asc(id))
    .limit(limit);
  return rows.map(toStored);
}
