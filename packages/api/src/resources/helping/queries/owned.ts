import type { HelpAudienceName } from "@kith/core";
import {
  askHelpers,
  askRecipients,
  goalRecipients,
  isAny,
  offerRecipients,
  people,
  type TenantTx,
} from "@kith/db";
import { and, eq, type SQL, sql } from "drizzle-orm";

/** What asks, offers and goals have in common as stored. */
export interface StoredOwned {
  id: string;
  personId: string;
  audience: HelpAudienceName;
  circles: string[];
  revision: number;
  createdAt: number;
  updatedAt: number;
}

/** The tables that say of asks, offers and goals which people they name. */
const named = {
  ask: askRecipients,
  offer: offerRecipients,
  goal: goalRecipients,
  helper: askHelpers,
};

export type NamedKind = keyof typeof named;

/** Whom each of some asks, offers or goals names, in order of id; one that names nobody is absent. */
export async function readNamed(
  tx: TenantTx,
  kind: NamedKind,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const table = named[kind];
  const rows = await tx
    .select({ objectId: table.objectId, personId: table.personId })
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), isAny(table.objectId, ids)))
    .orderBy(table.objectId, table.personId);
  for (const { objectId, personId } of rows) {
    const people = found.get(objectId) ?? [];
    found.set(objectId, people);
    people.push(personId);
  }
  return found;
}

/** Names people in place of those who were named. */
export async function writeNamed(
  tx: TenantTx,
  kind: NamedKind,
  objectId: string,
  people: readonly string[],
): Promise<void> {
  const table = named[kind];
  await tx.delete(table).where(and(eq(table.tenantId, tx.tenantId), eq(table.objectId, objectId)));
  if (people.length === 0) return;
  const rows = people.map((personId) => ({ tenantId: tx.tenantId, objectId, personId }));
  await tx.insert(table).values(rows);
}

const columnOf = { ask: "ask_id", offer: "offer_id", goal: "goal_id" } as const;
const tableOf = { ask: "asks", offer: "offers", goal: "goals" } as const;

/**
 * A wide net over the rows of one table that might be for a person: their own, what is public, what
 * names them, and whatever anybody shares who was in contact with them or declared a tie to them.
 * Whether it really is for them is decided by `addressedTo` alone.
 */
export function mightConcern(
  tx: TenantTx,
  kind: keyof typeof tableOf,
  person: string,
  side: "own" | "others" | undefined,
): SQL {
  const column = (name: string) => sql.raw(`${tableOf[kind]}.${name}`);
  const [tenant, id] = [sql`${tx.tenantId}::uuid`, sql`${person}::uuid`];
  const own = sql`${column("person_id")} = ${id}`;
  if (side === "own") return own;
  const others = sql`${column("audience")} = 'public'
    or ${column("id")} = any(array(
      select ${sql.raw(columnOf[kind])} from kith.${sql.raw(`${kind}_recipients`)}
      where tenant_id = ${tenant} and person_id = ${id}))
    or ${column("person_id")} = any(array(
      select b_id from kith.relationships where tenant_id = ${tenant} and a_id = ${id}
      union select a_id from kith.relationships where tenant_id = ${tenant} and b_id = ${id}
      union select from_id from kith.tie_declarations where tenant_id = ${tenant} and to_id = ${id}))`;
  return side === "others" ? sql`(${others}) and not ${own}` : sql`(${own} or ${others})`;
}

/** Holds a person, so that what is counted of them stays so until the end of the transaction. */
export async function holdOwner(tx: TenantTx, personId: string): Promise<void> {
  await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), eq(people.id, personId)))
    .for("no key update");
}
