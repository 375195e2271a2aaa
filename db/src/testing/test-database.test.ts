import { spawnSync } from "node:child_process";
import t from "tap";
import { people, tenants } from "../schema/index.ts";
import { createTenant, testDatabase } from "./index.ts";

t.test("gives a migrated database to write to as the service", async (t) => {
  const { database } = await testDatabase(t);
  const tenantId = await createTenant(database, { mode: "live" });
  const rows = await database.withTenant(tenantId, (tx) => tx.select().from(tenants));
  t.equal(rows.length, 1);
  t.match(rows[0], { tenantId, mode: "live", clockOffsetMs: 0, settings: {}, revision: 1 });
  t.type(rows[0]?.createdAt, "number");
});

t.test("gives every test its own", async (t) => {
  const [one, other] = [await testDatabase(t), await testDatabase(t)];
  const tenantId = await createTenant(one.database);
  const id = tenantId;
  const person = {
    tenantId,
    id,
    skills: ['a "quoted" skill', "b,c"],
    createdAt: 1_700_000_000_123,
  };
  await one.database.withTenant(tenantId, async (tx) => {
    await tx.insert(people).values(person);
  });
  t.match(await one.database.withTenant(tenantId, (tx) => tx.select().from(people)), [person]);
  t.same(await other.database.withTenant(tenantId, (tx) => tx.select().from(people)), []);
});

t.test(
  "fails a test that leaves a connection open, and drops its database all the same",
  async (t) => {
    const leaking = `
    import t from "tap";
    import { connect } from ${JSON.stringify(import.meta.resolve("./template.ts"))};
    import { testDatabase } from ${JSON.stringify(import.meta.resolve("./index.ts"))};
    const { url } = await testDatabase(t);
    await connect(url)\`select 'forgotten'\`;
    t.pass();`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", leaking],
      { cwd: import.meta.dirname, encoding: "utf8", env: { ...process.env, TAP: "1" } },
    );
    t.equal(status, 1);
    t.match(stderr, /left 1 connection\(s\) open to its database.*'forgotten'/);
  },
);
