import { sql } from "drizzle-orm";
import t from "tap";
import { testDatabase } from "../testing/index.ts";
import { statement } from "./statement.ts";

const tenantId = "0192f0c1-2b3d-7c4e-8f5a-6b7c8d9e0f10";

t.test("a statement takes its values by name, each as often as it is named", async (t) => {
  const { database } = await testDatabase(t);
  const told = statement<
    { tenant: string; sum: number; both: string; items: string[] },
    { one: number; other: number; items: readonly string[] }
  >(
    ({ tenantId, one, other, items }) => sql`
      select ${tenantId}::uuid as tenant, ${other}::int - ${one}::int + 2 * ${one}::int as sum,
        ${one}::int || '/' || ${other}::int as both, ${items}::text[] as items`,
  );
  const row = (values: { one: number; other: number; items: readonly string[] }) =>
    database.withTenant(tenantId, (tx) => told.rows(tx, values));
  const hostile = ["$1", `"quoted", {braced}`, "null", ""];
  for (const [one, other] of [
    [3, 40],
    [5, 60],
  ] as const) {
    const expected = { tenant: tenantId, sum: one + other, both: `${one}/${other}` };
    t.same(await row({ one, other, items: hostile }), [{ ...expected, items: hostile }]);
  }

  const parts = await database.withTenant(tenantId, (tx) =>
    tx.execute(
      sql`select items from (${told.sql(tx, { one: 1, other: 2, items: ["a"] })}) as part`,
    ),
  );
  t.same([...parts], [{ items: ["a"] }], "and is a part of another with its values in it");
});

t.test(
  "a value without a name is refused, or one call's would be sent by every other",
  async (t) => {
    const { database } = await testDatabase(t);
    const careless = statement<{ n: number }, object>(() => sql`select ${7}::int as n`);
    await t.rejects(
      database.withTenant(tenantId, (tx) => careless.rows(tx, {})),
      /names its values: 7 has no name/,
    );
  },
);
