import { isAny, type TenantTx, gatheringAttendees as table, uuids } from "@kith/db";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { AttendeeResponse } from "./gatherings.ts";

export interface StoredAttendee {
  personId: string;
  response: AttendeeResponse;
  updatedAt: number;
}

const ofTenant = (tx: TenantTx, ...conditions: (SQL | undefined)[]) =>
  and(eq(table.tenantId, tx.tenantId), ...conditions);

const columns = {
  personId: table.personId,
  response: table.response,
  updatedAt: table.updatedAt,
};

/** What a person answered to some gatherings; one whose list they are not on is absent. */
export async function readResponses(
  tx: TenantTx,
  person: string,
  gatheringIds: readonly string[],
): Promise<Map<string, AttendeeResponse>> {
  if (gatheringIds.length === 0) return new Map();
  const rows = await tx
    .select({ gatheringId: table.gatheringId, response: table.response })
    .from(table)
    .where(ofTenant(tx, eq(table.personId, person), isAny(table.gatheringId, gatheringIds)));
  return new Map(rows.map(({ gatheringId, response }) => [gatheringId, response]));
}

/** Who of some people is on the list of a gathering. */
export async function readOnList(
  tx: TenantTx,
  gatheringId: string,
  people: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ personId: table.personId })
    .from(table)
    .where(ofTenant(tx, eq(table.gatheringId, gatheringId), isAny(table.personId, people)));
  return new Set(rows.map(({ personId }) => personId));
}

export async function readAttendees(
  tx: TenantTx,
  gatheringId: string,
  query: {
    responses?: readonly AttendeeResponse[] | undefined;
    after: string | null;
    limit: number;
  },
): Promise<StoredAttendee[]> {
  const { responses, after, limit } = query;
  return tx
    .select(columns)
    .from(table)
    .where(
      ofTenant(
        tx,
        eq(table.gatheringId, gatheringId),
        responses && inArray(table.response, [...responses]),
        after === null ? undefined : gt(table.personId, after),
      ),
    )
    .orderBy(asc(table.personId))
    .limit(limit);
}

export async function writeAttendee(
  tx: TenantTx,
  gatheringId: string,
  { personId, response, updatedAt }: StoredAttendee,
): Promise<void> {
  await tx
    .insert(table)
    .values({
      ...{ tenantId: tx.tenantId, gatheringId, personId, response },
      ...{ createdAt: updatedAt, updatedAt },
    })
    .onConflictDoUpdate({
      target: [table.tenantId, table.gatheringId, table.personId],
      set: { response, updatedAt },
    });
}

/** Whether somebody was on the list. */
export async function deleteAttendee(
  tx: TenantTx,
  gatheringId: string,
  personId: string,
): Promise<boolean> {
  const rows = await tx
    .delete(table)
    .where(ofTenant(tx, eq(table.gatheringId, gatheringId), eq(table.personId, personId)))
    .returning({ personId: table.personId });
  return rows.length > 0;
}

/** With whom of some people a person is on record as having spoken at a gathering. */
export async function readMet(
  tx: TenantTx,
  aboutId: string,
  person: string,
  others: readonly string[],
): Promise<Set<string>> {
  if (others.length === 0) return new Set();
  const one = (from: SQL, to: SQL) => sql`exists (
    select from kith.interactions where tenant_id = ${tx.tenantId}::uuid and from_id = ${from}
      and to_id = ${to} and about_kind = 'gathering' and about_id = ${aboutId}
      and voided_at is null)`;
  const [self, other] = [sql`${person}::uuid`, sql`other.id`];
  const rows = await tx.execute<{ id: string }>(sql`
    select other.id from unnest(${uuids(others)}) as other (id)
    where ${one(self, other)} or ${one(other, self)}`);
  return new Set(rows.map(({ id }) => id));
}

export async function readAttendanceOf(tx: TenantTx, person: string) {
  return tx
    .select({
      gatheringId: table.gatheringId,
      response: table.response,
      updatedAt: table.updatedAt,
    })
    .from(table)
    .where(ofTenant(tx, eq(table.personId, person)))
    .orderBy(asc(table.gatheringId));
}

/** Of two people who become one: where both are on a list, what says most of being there stays. */
export async function repointAttendees(
  tx: TenantTx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const rank = (response: SQL) =>
    sql`array_position(array['declined', 'invited', 'maybe', 'going', 'attended'], ${response})`;
  await tx.execute(sql`
    update kith.gathering_attendees as stays set response = goes.response,
      updated_at = goes.updated_at
    from kith.gathering_attendees as goes
    where stays.tenant_id = ${tx.tenantId} and stays.person_id = ${into}::uuid
      and goes.tenant_id = stays.tenant_id and goes.gathering_id = stays.gathering_id
      and goes.person_id = ${from}::uuid
      and ${rank(sql`goes.response`)} > ${rank(sql`stays.response`)}`);
  await tx.execute(sql`
    delete from kith.gathering_attendees as goes
    where tenant_id = ${tx.tenantId} and person_id = ${from}::uuid and exists (
      select from kith.gathering_attendees as stays
      where stays.tenant_id = goes.tenant_id and stays.gathering_id = goes.gathering_id
        and stays.person_id = ${into}::uuid)`);
  await tx.execute(sql`
    update kith.gathering_attendees set person_id = ${into}::uuid
    where tenant_id = ${tx.tenantId} and person_id = ${from}::uuid`);
}
