import {
  defaultModel,
  expectedDays,
  type Interaction,
  isStrained,
  type PairEvidence,
  rebuildEvidence,
} from "@kith/core";
import { contactDays, type Database, people, personActivity, relationships } from "@kith/db";

export type Evidence = Record<
  string,
  Partial<PairEvidence> & { strained: boolean; dueAt: number | null }
>;

/** What the database holds of every pair, by the external ids of its people. */
export async function storedEvidence(database: Database, tenantId: string) {
  return database.withTenant(tenantId, async (tx) => {
    const nameOf = new Map<string, string>();
    for (const { id, externalId } of await tx.select().from(people)) {
      nameOf.set(id, externalId ?? id);
    }
    const name = (id: string) => nameOf.get(id) ?? `nobody (${id})`;
    const pairs: Evidence = {};
    for (const row of await tx.select().from(relationships)) {
      const { tenantId: _, aId, bId, updatedAt: __, ...evidence } = row;
      pairs[`${aId} ${bId}`] = evidence;
    }
    const days = (await tx.select().from(contactDays)).map(
      ({ aId, bId, day, mask }) => `${aId} ${bId} ${day} ${mask}`,
    );
    const seen = Object.fromEntries(
      (await tx.select().from(personActivity)).map((row) => [name(row.personId), row.lastSeenAt]),
    );
    const idOf = new Map([...nameOf].map(([id, externalId]) => [externalId, id]));
    return { pairs, days: days.sort(), seen, idOf };
  });
}

/** The same from core, over the same log. */
export function expectedEvidence(log: readonly Interaction[], model = defaultModel): Evidence {
  return Object.fromEntries(
    rebuildEvidence(log, model).map(({ a, b, evidence }) => {
      const gap = expectedDays(evidence, model);
      const last = evidence.lastContactAt;
      const dueAt = last === null || gap === null ? null : last + Math.round(gap * 86_400_000);
      return [`${a} ${b}`, { ...evidence, strained: isStrained(evidence), dueAt }];
    }),
  );
}

/** Where two differ; empty when they agree, sums to 1e-9. */
export function differences(actual: Evidence, expected: Evidence): string[] {
  const found: string[] = [];
  for (const pair of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const [x, y] = [actual[pair], expected[pair]] as Record<string, unknown>[];
    if (!x || !y) found.push(`${pair}: only ${x ? "stored" : "expected"}`);
    for (const field of Object.keys({ ...x, ...y })) {
      const [u, v] = [x?.[field], y?.[field]];
      const close =
        typeof u === "number" && typeof v === "number" && field.startsWith("log2")
          ? u === v || Math.abs(u - v) < 1e-9
          : u === v;
      if (!close) found.push(`${pair} ${field}: ${u} is stored, ${v} expected`);
    }
  }
  return found;
}
