import type { Instant } from "@kith/core";
import { isAny, people, type TenantTx, tieDeclarations } from "@kith/db";
import { and, eq } from "drizzle-orm";

/** What one side declared of its tie, as stored. */
export interface Declaration {
  roles: string[];
  context: "professional" | "personal" | "both" | null;
  proximity: string | null;
  horizon: "project" | "long-term" | null;
  circle: string | null;
  cadenceDays: { ideal: number | null; max: number | null } | null;
  paused: boolean;
  note: string | null;
  /** 0 as long as nothing was declared. */
  revision: number;
  updatedAt: Instant | null;
}

export const undeclared: Declaration = {
  roles: [],
  context: null,
  proximity: null,
  horizon: null,
  circle: null,
  cadenceDays: null,
  paused: false,
  note: null,
  revision: 0,
  updatedAt: null,
};

type Row = typeof tieDeclarations.$inferSelect;

function toDeclaration(row: Row): Declaration {
  const { roles, context, proximity, horizon, circle, paused, note, revision, updatedAt } = row;
  const [ideal, max] = [row.cadenceIdealDays, row.cadenceMaxDays];
  const cadenceDays = ideal === null && max === null ? null : { ideal, max };
  return {
    roles,
    context,
    proximity,
    horizon,
    circle,
    cadenceDays,
    paused,
    note,
    revision,
    updatedAt,
  };
}

/** What `from` declared of its ties to some people. Never what they declared of theirs. */
export async function readDeclarations(
  tx: TenantTx,
  from: string,
  to: readonly string[],
): Promise<Map<string, Declaration>> {
  if (to.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(tieDeclarations)
    .where(
      and(
        eq(tieDeclarations.tenantId, tx.tenantId),
        eq(tieDeclarations.fromId, from),
        isAny(tieDeclarations.toId, to),
      ),
    );
  return new Map(rows.map((row) => [row.toId, toDeclaration(row)]));
}

export async function readDeclaration(
  tx: TenantTx,
  from: string,
  to: string,
): Promise<Declaration> {
  return (await readDeclarations(tx, from, [to])).get(to) ?? undeclared;
}

/** Who of a person's alters put their side to rest. For what to leave out; it is told to nobody. */
export async function readPausedTowards(tx: TenantTx, person: string): Promise<Set<string>> {
  const { tenantId, fromId, toId, paused } = tieDeclarations;
  const rows = await tx
    .select({ id: fromId })
    .from(tieDeclarations)
    .where(and(eq(tenantId, tx.tenantId), eq(toId, person), eq(paused, true)));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Lets one writer at a time declare for a person; false when the person is gone. Ingest is not
 * held up by it: that takes FOR KEY SHARE.
 */
export async function lockDeclarer(tx: TenantTx, from: string): Promise<boolean> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), eq(people.id, from)))
    .for("no key update");
  return rows.length > 0;
}

/** Stores a side's declaration in place of the one that was there. */
export async function writeDeclaration(
  tx: TenantTx,
  from: string,
  to: string,
  { cadenceDays, ...facets }: Declaration & { updatedAt: Instant },
): Promise<void> {
  const values = {
    ...facets,
    cadenceIdealDays: cadenceDays?.ideal ?? null,
    cadenceMaxDays: cadenceDays?.max ?? null,
  };
  const key = { tenantId: tx.tenantId, fromId: from, toId: to };
  await tx
    .insert(tieDeclarations)
    .values({ ...key, ...values, createdAt: facets.updatedAt })
    .onConflictDoUpdate({
      target: [tieDeclarations.tenantId, tieDeclarations.fromId, tieDeclarations.toId],
      set: values,
    });
}
