import type { Acquaintance, Frame } from "@kith/core";
import { frames, type TenantTx, tieDeclarations, uuids } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

export interface StoredFrame {
  /** What the person chose; a field that is absent follows the tenant. */
  audiences: Partial<Frame>;
  /** 0 as long as nothing was chosen. */
  revision: number;
  updatedAt: number | null;
}

export const unframed: StoredFrame = { audiences: {}, revision: 0, updatedAt: null };

const among = (ids: readonly string[]) => sql`any(${uuids(ids)})`;

/** The frames of some people; who chose nothing is absent. */
export async function readFrames(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, StoredFrame>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(frames)
    .where(and(eq(frames.tenantId, tx.tenantId), sql`${frames.personId} = ${among(ids)}`));
  return new Map(
    rows.map(({ personId, audiences, revision, updatedAt }) => [
      personId,
      { audiences: audiences as Partial<Frame>, revision, updatedAt },
    ]),
  );
}

export async function writeFrame(
  tx: TenantTx,
  personId: string,
  frame: StoredFrame & { updatedAt: number },
): Promise<void> {
  const { audiences, revision, updatedAt } = frame;
  await tx
    .insert(frames)
    .values({ tenantId: tx.tenantId, personId, audiences, revision, updatedAt })
    .onConflictDoUpdate({
      target: [frames.tenantId, frames.personId],
      set: { audiences, revision, updatedAt },
    });
}

/** With whom of some people a viewer was in contact at least once. */
async function readContacts(
  tx: TenantTx,
  viewer: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const half = (own: string, other: string) => sql`
    select ${sql.raw(other)} as id from kith.relationships
    where tenant_id = ${tx.tenantId}::uuid and ${sql.raw(own)} = ${viewer}::uuid
      and ${sql.raw(other)} = ${among(ids)} and contact_days > 0`;
  const rows = await tx.execute<{ id: string }>(
    sql`${half("a_id", "b_id")} union all ${half("b_id", "a_id")}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What is known between each of some people and a viewer; a stranger is absent. */
export async function readAcquaintances(
  tx: TenantTx,
  viewer: string,
  ids: readonly string[],
): Promise<Map<string, Acquaintance>> {
  if (ids.length === 0) return new Map();
  const contacts = await readContacts(tx, viewer, ids);
  const found = new Map<string, Acquaintance>(
    [...contacts].map((id) => [id, { contact: true, declared: null }]),
  );
  const { fromId, toId, roles, context, circle } = tieDeclarations;
  const rows = await tx
    .select({ fromId, roles, context, circle })
    .from(tieDeclarations)
    .where(
      and(
        eq(tieDeclarations.tenantId, tx.tenantId),
        eq(toId, viewer),
        sql`${fromId} = ${among(ids)}`,
      ),
    );
  for (const { fromId: id, ...declared } of rows) {
    found.set(id, { contact: contacts.has(id), declared });
  }
  return found;
}
