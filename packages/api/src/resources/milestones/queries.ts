import type { Audience } from "@kith/core";
import { milestones, type TenantTx } from "@kith/db";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";

export interface StoredMilestone {
  id: string;
  personId: string;
  kind: string;
  title: string | null;
  year: number | null;
  month: number;
  day: number;
  yearly: boolean;
  audience: Audience;
  revision: number;
  createdAt: number;
  updatedAt: number;
}

const ofTenant = (tx: TenantTx, ...conditions: (SQL | undefined)[]) =>
  and(eq(milestones.tenantId, tx.tenantId), ...conditions);

const toStored = ({ tenantId: _, ...row }: typeof milestones.$inferSelect): StoredMilestone => row;

export async function readMilestone(
  tx: TenantTx,
  id: string,
  hold?: "change",
): Promise<StoredMilestone | null> {
  const select = tx
    .select()
    .from(milestones)
    .where(ofTenant(tx, eq(milestones.id, id)));
  const [row] = await (hold ? select.for("update") : select);
  return row ? toStored(row) : null;
}

export async function insertMilestone(tx: TenantTx, milestone: StoredMilestone): Promise<void> {
  await tx.insert(milestones).values({ tenantId: tx.tenantId, ...milestone });
}

export async function updateMilestone(tx: TenantTx, milestone: StoredMilestone): Promise<void> {
  const { id, ...columns } = milestone;
  await tx
    .update(milestones)
    .set(columns)
    .where(ofTenant(tx, eq(milestones.id, id)));
}

export async function deleteMilestone(tx: TenantTx, id: string): Promise<void> {
  await tx.delete(milestones).where(ofTenant(tx, eq(milestones.id, id)));
}

export interface MilestoneFilter {
  /** For whom; null for the platform. */
  reader: string | null;
  side?: "own" | "others" | undefined;
  kind?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  before: string | null;
  limit: number;
}

/** Milestones that might concern somebody, the newest first; see `addressedTo` for whether they do. */
export async function listMilestones(
  tx: TenantTx,
  { reader, side, kind, since, until, before, limit }: MilestoneFilter,
): Promise<StoredMilestone[]> {
  const rows = await tx
    .select()
    .from(milestones)
    .where(
      ofTenant(
        tx,
        reader === null ? undefined : mightConcern(tx, reader, side),
        kind === undefined ? undefined : eq(milestones.kind, kind),
        since === undefined && until === undefined ? undefined : isWithin(since, until),
        before === null ? undefined : lt(milestones.id, before),
      ),
    )
    .orderBy(desc(milestones.id))
    .limit(limit);
  return rows.map(toStored);
}

/** A wide net: one's own, what is public, and of everybody who might know the person. */
function mightConcern(tx: TenantTx, person: string, side: MilestoneFilter["side"]): SQL {
  const own = sql`${milestones.personId} = ${person}::uuid`;
  if (side === "own") return own;
  const others = sql`(${milestones.audience} = 'public' or ${milestones.personId} = any(array(
    ${acquaintances(tx, person)})))`;
  return side === "others" ? sql`(${others} and not ${own})` : sql`(${own} or ${others})`;
}

const acquaintances = (tx: TenantTx, person: string): SQL => sql`
  select b_id from kith.relationships where tenant_id = ${tx.tenantId}::uuid and a_id = ${person}::uuid
  union select a_id from kith.relationships
    where tenant_id = ${tx.tenantId}::uuid and b_id = ${person}::uuid
  union select from_id from kith.tie_declarations
    where tenant_id = ${tx.tenantId}::uuid and to_id = ${person}::uuid`;

/** As core's `occurrencesBetween`: on a day of the window, of a yearly one in any year of it. */
function isWithin(since: string | undefined, until: string | undefined): SQL {
  const { year, month, day, yearly } = milestones;
  const from = sql`coalesce(${since ?? null}::date, '1850-01-01'::date)`;
  const to = sql`coalesce(${until ?? null}::date, '2199-12-31'::date)`;
  const isLeap = sql`(y % 4 = 0 and (y % 100 <> 0 or y % 400 = 0))`;
  return sql`exists (
    select from generate_series(
      case when ${yearly} then greatest(extract(year from ${from})::int, coalesce(${year}, 0)) else ${year} end,
      case when ${yearly} then extract(year from ${to})::int else ${year} end) as y
    where case when ${month} = 2 and ${day} = 29 and not ${isLeap} then make_date(y, 3, 1)
      else make_date(y, ${month}, ${day}) end between ${from} and ${to})`;
}

/** The milestones of everybody who was in contact with a person, in order of id. */
export async function readMilestonesOfContacts(
  tx: TenantTx,
  person: string,
): Promise<StoredMilestone[]> {
  const rows = await tx
    .select()
    .from(milestones)
    .where(
      ofTenant(
        tx,
        sql`${milestones.personId} = any(array(${acquaintances(tx, person)}))`,
        sql`${milestones.personId} <> ${person}::uuid`,
        sql`${milestones.audience} <> 'private'`,
      ),
    )
    .orderBy(milestones.id);
  return rows.map(toStored);
}

/** Of two people who become one: what both say, in the same words, stays once. */
export async function repointMilestones(
  tx: TenantTx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const [one, other] = [sql`${from}::uuid`, sql`${into}::uuid`];
  await tx.execute(sql`
    delete from kith.milestones as goes
    where tenant_id = ${tx.tenantId} and person_id = ${one} and exists (
      select from kith.milestones as stays
      where stays.tenant_id = goes.tenant_id and stays.person_id = ${other}
        and stays.kind = goes.kind and stays.month = goes.month and stays.day = goes.day
        and stays.yearly = goes.yearly and stays.year is not distinct from goes.year
        and stays.title is not distinct from goes.title)`);
  await tx
    .update(milestones)
    .set({ personId: into })
    .where(ofTenant(tx, eq(milestones.personId, from)));
}

export async function readMilestonesOf(tx: TenantTx, person: string): Promise<StoredMilestone[]> {
  const rows = await tx
    .select()
    .from(milestones)
    .where(ofTenant(tx, eq(milestones.personId, person)))
    .orderBy(milestones.id);
  return rows.map(toStored);
}
