import t from "tap";
import { toInteractions } from "./interactions.ts";
import { shuffled } from "./order.ts";
import { readRows } from "./read-rows.ts";
import { sendAll } from "./send.ts";
import { fakeInteractions, fileWith } from "./testing/helpers.ts";

const csv = `src,dst,unix_ts
a,b,0
a,b,0
b,a,60
a,a,61
c,bad,62
a,b,0
`;
const plain = { map: new Map<string, string>(), prefix: "", epochOffset: 0 };
const all = Number.MAX_SAFE_INTEGER;
const rowsOf = (file: string) => toInteractions(readRows(file, all), plain);
const sizes = { batch: 2, concurrency: 2 };

t.test("every row is sent once, alike rows under numbers of their own", async (t) => {
  const file = fileWith(t, "rows.csv", csv);
  const kith = fakeInteractions();
  let progress = 0;
  const sent = await sendAll(kith.api, rowsOf(file), sizes, (rows) => {
    progress += rows;
  });
  t.strictSame(sent, {
    created: 4,
    duplicates: 0,
    rejected: [{ line: 6, reason: "/to/0 is bad" }],
  });
  t.equal(progress, 5, "the row of a person with themselves is not sent");
  t.strictSame([...kith.stored.keys()].sort(), [
    "a>b@0:message#1",
    "a>b@0:message#2",
    "a>b@0:message#3",
    "b>a@60:message#1",
  ]);
  t.match(kith.stored.get("b>a@60:message#1"), { occurredAt: "1970-01-01T00:01:00.000Z" });
});

t.test("a second run is all duplicates, in any order", async (t) => {
  const file = fileWith(t, "rows.csv", csv);
  const kith = fakeInteractions();
  await sendAll(kith.api, rowsOf(file), sizes, () => {});
  for (const rows of [rowsOf(file), shuffled(rowsOf(file), 7), shuffled(rowsOf(file), 8)]) {
    const again = await sendAll(kith.api, rows, sizes, () => {});
    t.match(again, { created: 0, duplicates: 4 });
  }
});

t.test("a seed gives one order, and not that of the file", async (t) => {
  const lines = Array.from({ length: 50 }, (_, i) => `a,b,${i}`);
  const file = fileWith(t, "rows.csv", ["src,dst,unix_ts", ...lines].join("\n"));
  const order = async (seed: number) => {
    const ids: string[] = [];
    for await (const row of shuffled(rowsOf(file), seed)) ids.push(row.interaction.externalId);
    return ids;
  };
  t.strictSame(await order(1), await order(1));
  t.strictNotSame(await order(1), await order(2));
  t.equal(new Set(await order(1)).size, 50);
});

t.test("no more requests at a time than asked for, no batch above its size", async (t) => {
  const lines = Array.from({ length: 101 }, (_, i) => `a,b,${i}`);
  const file = fileWith(t, "rows.csv", ["src,dst,unix_ts", ...lines].join("\n"));
  const kith = fakeInteractions();
  await sendAll(kith.api, rowsOf(file), { batch: 10, concurrency: 3 }, () => {});
  t.equal(kith.seen.requests, 11);
  t.ok(kith.seen.mostAtOnce <= 3);
});

t.test("the first failure ends the run with that failure", async (t) => {
  const file = fileWith(t, "rows.csv", csv);
  const api = { createBatch: () => Promise.reject(new Error("gone")) } as never;
  await t.rejects(
    sendAll(api, rowsOf(file), sizes, () => {}),
    /gone/,
  );
});
