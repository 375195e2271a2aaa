import { randomUUID } from "node:crypto";
import {
  defaultModel,
  emptyEvidence,
  evidenceOfDays,
  expectedDays,
  isStrained,
  mergeEvidence as mergeInCore,
  type PairEvidence,
} from "@kith/core";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import t, { type Test } from "tap";
import { people, relationships } from "../schema/index.ts";
import { createTenant, testDatabase } from "../testing/index.ts";
import { addContactDays, mergeEvidence } from "./index.ts";

const { database } = await testDatabase(t);
const tenantId = await createTenant(database);
const inTenant = database.withTenant.bind(null, tenantId) as <T>(
  fn: Parameters<typeof database.withTenant<T>>[1],
) => Promise<T>;

async function newPair() {
  const [aId = "", bId = ""] = [randomUUID(), randomUUID()].sort();
  await inTenant(async (tx) => {
    await tx.insert(people).values([
      { tenantId, id: aId },
      { tenantId, id: bId },
    ]);
  });
  return { aId, bId };
}

async function stored(aId: string) {
  const [row] = await inTenant((tx) =>
    tx.select().from(relationships).where(eq(relationships.aId, aId)),
  );
  if (!row) throw new Error("the pair has no relationship");
  const { tenantId: _, aId: __, bId: ___, updatedAt: ____, strained, dueAt, ...evidence } = row;
  return { evidence, strained, dueAt };
}

function agree(t: Test, actual: PairEvidence, expected: PairEvidence) {
  const differences: string[] = [];
  for (const [name, value] of Object.entries(expected)) {
    const got = actual[name as keyof PairEvidence];
    const close =
      typeof value === "number" && Number.isFinite(value) && name.startsWith("log2")
        ? typeof got === "number" && Math.abs(got - value) < 1e-12 * Math.max(1, Math.abs(value))
        : Object.is(got, value);
    if (!close) differences.push(`${name}: stored ${got}, core has ${value}`);
  }
  t.same(differences, []);
}

// 1970-01-01 to 2200, in whole milliseconds.
const instant = fc.integer({ min: 0, max: 7_258_118_400_000 });
const instants = fc.record({
  firstContactAt: fc.option(instant),
  lastContactAt: fc.option(instant),
  lastAbAt: fc.option(instant),
  lastBaAt: fc.option(instant),
  lastConflictAt: fc.option(instant),
  lastRepairAt: fc.option(instant),
});
const days = fc.uniqueArray(
  fc.record({ day: fc.integer({ min: 0, max: 84_000 }), mask: fc.integer({ min: 1, max: 15 }) }),
  { selector: ({ day }) => day, maxLength: 6 },
);
const delta = fc.tuple(days, instants).map(([days, moments]) =>
  evidenceOfDays(
    days.map(({ day, mask }) => ({ day, mask, added: mask })),
    moments,
  ),
);

t.test("the merge in SQL equals core's, whatever is merged in whatever order", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(delta, { minLength: 1, maxLength: 5 }), async (deltas) => {
      const pair = await newPair();
      await inTenant(async (tx) => {
        for (const evidence of deltas) {
          await mergeEvidence(tx, [{ ...pair, ...evidence }], defaultModel);
        }
      });
      const expected = deltas.reduce((sum, evidence) => mergeInCore(sum, evidence), emptyEvidence);
      const { evidence, strained, dueAt } = await stored(pair.aId);
      agree(t, evidence, expected);
      t.equal(strained, isStrained(expected));
      const gap = expectedDays(expected);
      const due =
        expected.lastContactAt === null || gap === null
          ? null
          : expected.lastContactAt + Math.round(gap * 86_400_000);
      t.equal(dueAt, due);
    }),
    { numRuns: 60 },
  );
});

t.test("a batch of many pairs is merged in one statement", async (t) => {
  const pairs = [await newPair(), await newPair(), await newPair()];
  const evidence = evidenceOfDays([{ day: 20_000, mask: 5, added: 5 }]);
  await inTenant((tx) =>
    mergeEvidence(
      tx,
      pairs.map((pair) => ({ ...pair, ...evidence })),
      defaultModel,
    ),
  );
  for (const { aId } of pairs) agree(t, (await stored(aId)).evidence, evidence);
});

t.test("contact days answer exactly the bits that are new", async (t) => {
  const pair = await newPair();
  const add = (...masks: [day: number, mask: number][]) =>
    inTenant((tx) =>
      addContactDays(
        tx,
        masks.map(([day, mask]) => ({ ...pair, day, mask })),
      ),
    );
  t.same(await add([20_000, 1]), [{ ...pair, day: 20_000, mask: 1, added: 1 }]);
  t.same(await add([20_000, 1]), [], "the same again is nothing new");
  t.same(
    await add([20_000, 7], [-1, 2]),
    [
      { ...pair, day: -1, mask: 2, added: 2 },
      { ...pair, day: 20_000, mask: 7, added: 6 },
    ],
    "only the bits that were missing, and a day before 1970",
  );
  t.same(
    await add([20_001, 1], [20_001, 2], [20_001, 1]),
    [{ ...pair, day: 20_001, mask: 3, added: 3 }],
    "a day given twice in a batch counts once",
  );
});

t.test("concurrent writers of the same days share the bits among them without loss", async (t) => {
  const pairs = [await newPair(), await newPair(), await newPair()];
  const write = (mask: number) =>
    inTenant(async (tx) => {
      const bits = pairs.flatMap((pair) =>
        [1, 2, 3, 4, 5].map((day) => ({ ...pair, day: 20_000 + day, mask })),
      );
      const added = await addContactDays(tx, mask % 2 === 0 ? bits.reverse() : bits);
      for (const pair of pairs) {
        const own = added.filter(({ aId }) => aId === pair.aId);
        await mergeEvidence(tx, [{ ...pair, ...evidenceOfDays(own) }], defaultModel);
      }
    });
  await Promise.all([1, 2, 5, 10, 3, 15, 4 | 1, 8 | 2].map(write));
  const all = [1, 2, 3, 4, 5].map((day) => ({ day: 20_000 + day, mask: 15, added: 15 }));
  for (const { aId } of pairs) agree(t, (await stored(aId)).evidence, evidenceOfDays(all));
});

t.test("a pair out of order or with itself is refused", async (t) => {
  const { aId, bId } = await newPair();
  const turned = { aId: bId, bId: aId };
  await t.rejects(
    inTenant((tx) => mergeEvidence(tx, [{ ...turned, ...emptyEvidence }], defaultModel)),
  );
  await t.rejects(inTenant((tx) => addContactDays(tx, [{ ...turned, day: 1, mask: 1 }])));
});
