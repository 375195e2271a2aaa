import type { GroundFacts } from "@kith/core";
import { people, type StoredPosition, type TenantTx, uuids } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

const among = (ids: readonly string[]) => sql`any(${uuids(ids)})`;

/**
 * Whom of some people a person has anything to do with: contact, friction, or a tie they declared
 * themselves. What others declared is not theirs to learn.
 */
export async function readKnown(
  tx: TenantTx,
  person: string,
  others: readonly string[],
): Promise<Set<string>> {
  if (others.length === 0) return new Set();
  const half = (own: string, other: string) => sql`
    select ${sql.raw(other)} as id from kith.relationships
    where tenant_id = ${tx.tenantId} and ${sql.raw(own)} = ${person}
      and ${sql.raw(other)} = ${among(others)}`;
  const rows = await tx.execute<{ id: string }>(sql`
    ${half("a_id", "b_id")} union all ${half("b_id", "a_id")} union all
    select to_id from kith.tie_declarations
    where tenant_id = ${tx.tenantId} and from_id = ${person} and to_id = ${among(others)}`);
  return new Set(rows.map(({ id }) => id));
}

interface Grounded {
  skills: string[];
  interests: string[];
  values: string[];
  positions: StoredPosition[];
}

/** What profiles say that people can have in common; of each what `show` leaves. */
export async function readGround(
  tx: TenantTx,
  ids: readonly string[],
  show: <P extends Grounded>(id: string, profile: P) => P,
): Promise<Map<string, GroundFacts>> {
  if (ids.length === 0) return new Map();
  const { id, skills, interests, values, positions } = people;
  const rows = await tx
    .select({ id, skills, interests, values, positions })
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), sql`${id} = ${among(ids)}`));
  return new Map(
    rows.map(({ id, ...profile }) => {
      const { positions, ...lists } = show(id, profile);
      return [id, { ...lists, organizations: positions.map(({ organization }) => organization) }];
    }),
  );
}
