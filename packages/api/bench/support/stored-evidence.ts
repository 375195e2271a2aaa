import type { PairEvidence } from "@kith/core";
import { people, relationships } from "@kith/db";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export interface StoredPair {
  /** External ids, in the order of strings. */
  a: string;
  b: string;
  evidence: PairEvidence;
}

/** The stored evidence of every pair of a tenant, by their external ids. */
export async function storedEvidence(ownerUrl: string, tenantId: string): Promise<StoredPair[]> {
  const client = postgres(ownerUrl, { max: 1 });
  const [one, other] = [alias(people, "one"), alias(people, "other")];
  try {
    const rows = await drizzle(client)
      .select({ one: one.externalId, other: other.externalId, evidence: relationships })
      .from(relationships)
      .innerJoin(one, and(eq(one.tenantId, tenantId), eq(one.id, relationships.aId)))
      .innerJoin(other, and(eq(other.tenantId, tenantId), eq(other.id, relationships.bId)))
      .where(eq(relationships.tenantId, tenantId))
      .orderBy(relationships.aId, relationships.bId);
    return rows.map(({ one, other, evidence }) => orderedPair(one ?? "", other ?? "", evidence));
  } finally {
    await client.end();
  }
}

// The database orders a pair by its own ids, which differ from tenant to tenant.
function orderedPair(one: string, other: string, row: typeof relationships.$inferSelect) {
  const { tenantId: _t, aId: _a, bId: _b, strained: _s, dueAt: _d, updatedAt: _u, ...own } = row;
  if (one < other) return { a: one, b: other, evidence: own };
  const evidence = {
    ...own,
    log2WeightAb: own.log2WeightBa,
    log2WeightBa: own.log2WeightAb,
    log2HelpAb: own.log2HelpBa,
    log2HelpBa: own.log2HelpAb,
    helpDaysAb: own.helpDaysBa,
    helpDaysBa: own.helpDaysAb,
    lastAbAt: own.lastBaAt,
    lastBaAt: own.lastAbAt,
  };
  return { a: other, b: one, evidence };
}
