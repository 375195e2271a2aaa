import {
  interactions,
  personActivity,
  personAliases,
  type TenantTx,
  tieDeclarations,
  ties,
  uuids,
} from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

const tenantOf = (tx: TenantTx) => sql`${tx.tenantId}::uuid`;

/**
 * Ids of the newest interactions of a person, voided ones too, with whom of the recipients to tell:
 * of those received, other recipients are nobody's business but the sender's.
 */
export async function readInteractionsOf(
  tx: TenantTx,
  { id, alters, limit }: { id: string; alters: readonly string[]; limit: number },
) {
  const person = sql`${id}::uuid`;
  const newest = tx
    .select({ id: interactions.id })
    .from(interactions)
    .where(
      sql`tenant_id = ${tenantOf(tx)} and (from_id = ${person}
        or (from_id = any(${uuids(alters)}) and to_id = ${person}))`,
    )
    .groupBy(interactions.id)
    .orderBy(sql`id desc`)
    .limit(limit);
  return tx
    .select()
    .from(interactions)
    .where(
      and(
        eq(interactions.tenantId, tx.tenantId),
        sql`${interactions.id} in (${newest})`,
        sql`${person} in (${interactions.fromId}, ${interactions.toId})`,
      ),
    )
    .orderBy(sql`${interactions.id} desc`, interactions.ordinal);
}

export function readTieEvidence(tx: TenantTx, id: string) {
  return tx
    .select()
    .from(ties)
    .where(and(eq(ties.tenantId, tx.tenantId), eq(ties.fromId, id)))
    .orderBy(ties.toId);
}

/** With whom a person declared something of the tie. */
export async function readDeclaredTies(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx
    .select({ toId: tieDeclarations.toId })
    .from(tieDeclarations)
    .where(and(eq(tieDeclarations.tenantId, tx.tenantId), eq(tieDeclarations.fromId, id)))
    .orderBy(tieDeclarations.toId);
  return rows.map(({ toId }) => toId);
}

export async function readAliases(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx
    .select({ alias: personAliases.alias })
    .from(personAliases)
    .where(and(eq(personAliases.tenantId, tx.tenantId), eq(personAliases.personId, id)))
    .orderBy(personAliases.alias);
  return rows.map(({ alias }) => alias);
}

export async function readLastSeen(tx: TenantTx, id: string): Promise<number | null> {
  const [row] = await tx
    .select({ at: personActivity.lastSeenAt })
    .from(personActivity)
    .where(and(eq(personActivity.tenantId, tx.tenantId), eq(personActivity.personId, id)));
  return row?.at ?? null;
}
