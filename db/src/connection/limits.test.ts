import { sql } from "drizzle-orm";
import postgres from "postgres";
import t, { type Test } from "tap";
import { testDatabase } from "../testing/index.ts";
import {
  createDatabase,
  type DatabaseEvent,
  type DatabaseOptions,
  DatabaseUnavailable,
  type TenantTx,
  TransactionDeadline,
} from "./index.ts";

const tenant = "00000000-0000-7000-8000-00000000000a";

async function open(t: Test, options: Omit<DatabaseOptions, "url"> = {}) {
  const { url, ownerUrl } = await testDatabase(t);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner`create table public.counters (id int primary key, n int not null default 0)`;
  await owner`insert into public.counters (id) values (1), (2)`;
  await owner`grant all on public.counters to kith_app`;
  const events: DatabaseEvent[] = [];
  const database = createDatabase({ url, onEvent: (event) => events.push(event), ...options });
  t.teardown(() => database.end());
  t.teardown(() => owner.end());
  const counts = async () =>
    (await owner`select n from public.counters order by id`).map(({ n }) => n);
  return { database, owner, events, counts };
}

const add = (tx: TenantTx, id: number) =>
  tx.execute(sql`update public.counters set n = n + 1 where id = ${id}`);

t.test("waits for a free connection no longer than it says", async (t) => {
  const { database, events } = await open(t, { maxConnections: 1, slotTimeoutMs: 1000 });
  const held = Promise.withResolvers<void>();
  const holding = database.withTenant(tenant, async () => held.promise);
  await t.rejects(
    database.withTenant(tenant, (tx) => add(tx, 1)),
    {
      name: "DatabaseUnavailable",
      outcome: "failed",
      message: /has no connection free/,
    },
  );
  held.resolve();
  await holding;
  t.match(events, [{ kind: "connectionOpened" }, { kind: "slotTimeout" }]);
  await database.withTenant(tenant, (tx) => add(tx, 1));
});

t.test("hands connections out in the order of asking", async (t) => {
  const { database } = await open(t, { maxConnections: 1 });
  const order: number[] = [];
  await Promise.all(
    [1, 2, 3, 4].map((i) => database.withTenant(tenant, async () => order.push(i))),
  );
  t.same(order, [1, 2, 3, 4]);
  t.match(database.stats(), { open: 1, idle: 1, opening: 0, waiting: 0 });
});

t.test("a transaction past its deadline writes nothing and disturbs no other", async (t) => {
  const { database, counts } = await open(t, { maxConnections: 2 });
  // Both connections are open by then: the deadline counts the wait for one as well.
  const warm = () => database.withTenant(tenant, (tx) => tx.execute(sql`select pg_sleep(0.05)`));
  await Promise.all([warm(), warm()]);
  const neighbour = database.withTenant(tenant, async (tx) => {
    await tx.execute(sql`select pg_sleep(1.2)`);
    await add(tx, 2);
  });
  let late: Promise<unknown> = Promise.resolve();
  const slow = database.withTenant(
    tenant,
    async (tx) => {
      await add(tx, 1);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      late = add(tx, 1);
      await late;
    },
    { deadlineMs: 500 },
  );
  const error = await slow.catch((error) => error);
  t.type(error, TransactionDeadline);
  t.type(error, DatabaseUnavailable);
  t.equal(error.outcome, "failed");
  await neighbour;
  await t.rejects(late, { message: /transaction is over/ }, "what still runs is cut off");
  t.same(await counts(), [0, 1]);
});

t.test("a lock held too long is a deadline too", async (t) => {
  const { database, owner, counts } = await open(t, { transactionTimeoutMs: 200 });
  await owner.begin(async (sql) => {
    await sql`update public.counters set n = 10 where id = 1`;
    await t.rejects(
      database.withTenant(tenant, (tx) => add(tx, 1)),
      {
        name: "TransactionDeadline",
        outcome: "failed",
      },
    );
    const waiting = sql.unsafe("select 1");
    await waiting;
  });
  t.same(await counts(), [10, 0]);
});

const lockNow = sql`select 1 from public.counters where id = 1 for update nowait`;

t.test("what is slow is not taken for lost while others wait", async (t) => {
  const { database, events } = await open(t, { maxConnections: 2 });
  const slow = [
    database.withTenant(tenant, (tx) => tx.execute(sql`select pg_sleep(1.3)`)),
    database.withTenant(tenant, async (tx) => {
      await add(tx, 1);
      await new Promise((resolve) => setTimeout(resolve, 1_300));
    }),
  ];
  const waiting = database.withTenant(tenant, (tx) => add(tx, 2));
  await Promise.all([...slow, waiting]);
  t.same(
    events.filter(({ kind }) => kind === "connectionLost"),
    [],
  );
  t.equal(database.stats().open, 2);
});

t.test("NOWAIT's refusal stays PostgreSQL's", async (t) => {
  const { database, owner } = await open(t);
  await owner.begin(async (sql) => {
    await sql`update public.counters set n = 10 where id = 1`;
    const nowait = database.withTenant(tenant, (tx) => tx.execute(lockNow));
    await t.rejects(nowait, { name: "PostgresError", code: "55P03" });
  });
});

t.test("a deadlock is run again until it succeeds", async (t) => {
  const { database, events, counts } = await open(t);
  // Each takes its first row, waits for the other to have its own, then wants the other's.
  const met = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const cross = (first: 1 | 2, second: 1 | 2) =>
    database.withTenant(tenant, async (tx) => {
      await add(tx, first);
      met[first - 1]?.resolve();
      await met[second - 1]?.promise;
      await add(tx, second);
    });
  await Promise.all([cross(1, 2), cross(2, 1)]);
  t.same(await counts(), [2, 2], "both are there, once");
  t.match(
    events.filter(({ kind }) => kind === "retry"),
    [{ kind: "retry", attempt: 1, error: { code: "40P01" } }],
  );
});

t.test("a failure that repeats is given to the caller after three more tries", async (t) => {
  const { database } = await open(t);
  let runs = 0;
  const conflict = database.withTenant(tenant, async (tx) => {
    runs++;
    await tx.execute(sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`);
  });
  await t.rejects(conflict, { code: "40001" });
  t.equal(runs, 4);
});

t.test("survives a table that changes under its prepared statements", async (t) => {
  const { database, owner } = await open(t, { maxConnections: 1 });
  const read = () =>
    database.withTenant(tenant, async (tx) => [
      ...(await tx.execute(sql`select * from public.counters where id = ${1}`)),
    ]);
  t.same(await read(), [{ id: 1, n: 0 }]);
  await owner`alter table public.counters add column note text`;
  t.same(await read(), [{ id: 1, n: 0, note: null }]);
});

t.test("a terminated session is reported, and the next transaction served", async (t) => {
  const { database, owner, counts } = await open(t, { maxConnections: 1 });
  const cut = database.withTenant(tenant, async (tx) => {
    await add(tx, 1);
    const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
    await owner`select pg_terminate_backend(${row?.pid as number})`;
    await add(tx, 2);
  });
  await t.rejects(cut, { name: "DatabaseUnavailable", outcome: "failed" });
  await database.withTenant(tenant, (tx) => add(tx, 2));
  t.same(await counts(), [0, 1]);
});

t.test("says so when nobody listens", async (t) => {
  const database = createDatabase({ url: "postgres://nobody:x@127.0.0.1:1/x", slotTimeoutMs: 80 });
  const refused = {
    name: "DatabaseUnavailable",
    outcome: "failed",
    cause: { code: "ECONNREFUSED" },
  };
  await t.rejects(database.ping(), refused);
  await t.rejects(
    database.withTenant(tenant, (tx) => add(tx, 1)),
    refused,
  );
  await database.end();
});

t.test("after end() nothing is served, and ending twice is no error", async (t) => {
  const { database } = await open(t);
  await database.ping();
  const running = database.withTenant(tenant, (tx) => tx.execute(sql`select pg_sleep(0.05)`));
  await Promise.all([database.end(), database.end(), running]);
  await t.rejects(database.ping(), { name: "DatabaseUnavailable" });
  await t.rejects(
    database.withTenant(tenant, (tx) => add(tx, 1)),
    { name: "DatabaseUnavailable", outcome: "failed" },
  );
});

t.test("refuses settings that can not work", async (t) => {
  t.throws(() => createDatabase({ url: "localhost" }), /must look like postgres:/);
  t.throws(() => createDatabase({ url: "postgres://a,b/x" }), /one host/);
  t.throws(() => createDatabase({ url: "postgres://a/x", maxConnections: 0 }), /maxConnections/);
});
