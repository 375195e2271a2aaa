import { MS_PER_DAY, Network } from "@kith/core";
import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { scan } from "./list-ties.ts";
import { type Contact, createPeople, recordContacts } from "./testing/contacts.ts";

const day = (daysAgo: number, hour = 0) => testStart - daysAgo * MS_PER_DAY - hour * 3_600_000;

// biome-ignore lint/suspicious/noExplicitAny: bodies as they come
type Item = any;

/** Every item of a list, page by page. */
async function all(client: Client, url: string, between?: (page: number) => Promise<void>) {
  const items: Item[] = [];
  for (let cursor: string | null = null, page = 0; page === 0 || cursor !== null; page++) {
    const more: string = cursor === null ? "" : `&cursor=${cursor}`;
    const answer = await client.get(`${url}${more}`);
    if (answer.status !== 200) throw new Error(answer.text);
    items.push(...answer.body.data);
    cursor = answer.body.nextCursor;
    await between?.(page);
  }
  return items;
}
const names = (items: Item[]) => items.map(({ person }) => person.externalId);

/** Ada's ties to others, each with its own history: contact every so many days, up to some time ago. */
const histories: [name: string, everyDays: number, times: number, lastDaysAgo: number][] = [
  ["weekly", 7, 60, 1],
  ["monthly", 30, 12, 10],
  ["burst", 1, 20, 2],
  ["past", 7, 40, 400],
  ["once", 1, 1, 5],
  ["distant", 90, 4, 30],
];
const contacts = histories.flatMap(([name, everyDays, times, lastDaysAgo]) =>
  Array.from({ length: times }, (_, n): Contact => {
    const at = day(lastDaysAgo + n * everyDays, 1);
    return n % 3 === 0 ? [name, "ada", at, "advice"] : ["ada", name, at];
  }),
);

t.test("the list of a person's ties", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, [...contacts, ["weekly", "burst", day(3)]]);
  const network = new Network();
  network.observe(
    contacts.map(([from, to, at, type = "message"]) => ({
      from,
      to,
      occurredAt: Number(at),
      type,
    })),
  );
  const expected = network.ties("ada", testStart);

  t.test("is in order of strength and equals each tie read by itself", async (t) => {
    const items = await all(client, "/v1/people/ext:ada/ties?limit=200");
    t.same(
      names(items),
      expected.map(({ to }) => to),
    );
    for (const { person, ...tie } of items) {
      const one = await client.get(`/v1/ties/ext:ada/ext:${person.externalId}`);
      t.same(tie, one.body);
      t.equal(person.id, tie.to);
    }
    const [first] = items;
    t.ok(Math.abs(first.strength - (expected[0]?.strength ?? 0)) < 1e-9);
  });

  t.test("is filtered by band, trend and least strength", async (t) => {
    const bands = new Set(expected.map(({ band }) => band));
    t.ok(bands.size >= 3, `bands: ${[...bands]}`);
    for (const band of bands) {
      const items = await all(client, `/v1/people/ext:ada/ties?band=${band}`);
      t.same(
        names(items),
        expected.filter((tie) => tie.band === band).map(({ to }) => to),
      );
    }
    for (const trend of ["new", "growing", "steady", "cooling"]) {
      const items = await all(client, `/v1/people/ext:ada/ties?trend=${trend}&limit=1`);
      t.same(
        names(items),
        expected.filter((tie) => tie.trend === trend).map(({ to }) => to),
      );
    }
    for (const { strength } of expected) {
      const items = await all(
        client,
        `/v1/people/ext:ada/ties?minStrength=${strength?.toFixed(15)}`,
      );
      const least = Number(strength?.toFixed(15));
      t.same(
        names(items),
        expected.filter((tie) => (tie.strength ?? -1) >= least).map(({ to }) => to),
      );
    }
    t.same(await all(client, "/v1/people/ext:ada/ties?minStrength=1"), []);
  });

  t.test("is sorted by the last contact, and by when the next one is due", async (t) => {
    const last = await all(client, "/v1/people/ext:ada/ties?sort=lastContactAt&limit=2");
    t.same(names(last), ["weekly", "burst", "once", "monthly", "distant", "past"]);
    const due = async () => await all(client, "/v1/people/ext:ada/ties?sort=dueAt&limit=2");
    const measured = await due();
    const times = measured.map(({ cadence }) => cadence.dueAt);
    t.same(times, [...times].sort());
    t.equal(measured.length, 6);
    await client.patch("/v1/ties/ext:ada/ext:weekly", { cadenceDays: { ideal: 300 } });
    const declared = await due();
    t.equal(names(declared).at(-1), "weekly", "a declared cadence overrides the measured one");
    const declaredTimes = declared.map(({ cadence }) => cadence.dueAt);
    t.same(declaredTimes, [...declaredTimes].sort());
    await client.patch("/v1/ties/ext:ada/ext:weekly", { cadenceDays: null });
  });

  t.test("is filtered by role and circle, of that side only", async (t) => {
    await createPeople(client, ["stranger"]);
    const facets = { roles: ["mentor", "alum"], circle: "inner ring" };
    await client.patch("/v1/ties/ext:ada/ext:monthly", facets);
    await client.patch("/v1/ties/ext:ada/ext:stranger", { roles: ["mentor"] });
    await client.patch("/v1/ties/ext:burst/ext:ada", facets);
    const of = async (query: string) =>
      names(await all(client, `/v1/people/ext:ada/ties?${query}`));
    t.same(await of("role=mentor&limit=1"), ["monthly", "stranger"], "declared is enough");
    t.same(await of("role=alum"), ["monthly"]);
    t.same(await of("role=friend"), []);
    t.same(await of("circle=inner%20ring"), ["monthly"]);
    t.same(await of("circle=inner%20ring&role=mentor&sort=dueAt"), ["monthly"]);
    t.same(await of("role=mentor&sort=lastContactAt"), ["monthly", "stranger"]);
    t.same(await of("role=mentor&band=none"), ["stranger"]);
    t.same(await of("role=mentor&minStrength=0"), ["monthly"]);
    const theirs = names(await all(client, "/v1/people/ext:stranger/ties?limit=5"));
    t.same(theirs, [], "the other side learns nothing of it");
  });

  t.test("leaves a tie out whose evidence is all dated ahead of the clock", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ["ada", "early", day(2)],
      ["ada", "both", day(1)],
    ]);
    await client.post("/v1/test-clock/advance", { days: 30 });
    const ahead = testStart + 20 * MS_PER_DAY;
    await recordContacts(client, [
      ["ada", "late", ahead],
      ["ada", "both", ahead],
    ]);
    t.equal((await all(client, "/v1/people/ext:ada/ties?limit=2")).length, 3);
    await client.post("/v1/test-clock/reset");
    const items = await all(client, "/v1/people/ext:ada/ties?limit=1");
    t.same(names(items).sort(), ["both", "early"]);
    for (const { person, ...tie } of items) {
      t.same(tie, (await client.get(`/v1/ties/ext:ada/ext:${person.externalId}`)).body);
      t.equal(tie.evidence.contactDays, 1);
    }
  });

  t.test("refuses what it does not know", async (t) => {
    const bad = ["sort=name", "band=warm", "trend=up", "role=A", "minStrength=2", "limit=0", "x=1"];
    for (const query of bad) {
      t.equal((await client.get(`/v1/people/ext:ada/ties?${query}`)).status, 400, query);
    }
    const { nextCursor } = (await client.get("/v1/people/ext:ada/ties?limit=1")).body;
    const other = await client.get(
      `/v1/people/ext:ada/ties?limit=1&sort=dueAt&cursor=${nextCursor}`,
    );
    t.match(other, { status: 400, body: { code: "invalid_cursor" } });
    const [list, , id] = JSON.parse(Buffer.from(nextCursor, "base64url").toString());
    for (const key of [
      [list, "x", id],
      [list, "", id],
      [list, "1", "x"],
      [list, 1, id],
      [list, "NaN", id],
    ]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
      const answer = await client.get(`/v1/people/ext:ada/ties?limit=1&cursor=${cursor}`);
      t.match(answer, { status: 400, body: { code: "invalid_cursor" } }, JSON.stringify(key));
    }
    t.equal((await client.get("/v1/people/ext:nobody/ties")).status, 404);
  });
});

t.test("a long list", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  // Equal weights in plenty: forty others on each of ten days.
  const others = Array.from({ length: 400 }, (_, n) => `o${String(n).padStart(3, "0")}`);
  await recordContacts(
    client,
    others.map((name, n): Contact => ["ada", name, day(1 + (n % 10))]),
  );

  for (const sort of ["strength", "dueAt", "lastContactAt"]) {
    t.test(`gives each tie once while others are added: ${sort}`, async (t) => {
      let added = 0;
      const items = await all(client, `/v1/people/ext:ada/ties?sort=${sort}&limit=37`, async () => {
        added += 1;
        await recordContacts(client, [
          ["ada", `${sort}-strong-${added}`, day(0)],
          ["ada", `${sort}-weak-${added}`, day(500)],
        ]);
      });
      const seen = names(items);
      t.equal(new Set(seen).size, seen.length, "none twice");
      t.equal(others.filter((name) => !seen.includes(name)).length, 0, "none left out");
      t.ok(added > 10);
    });
  }

  t.test(
    "is scanned in a bounded number of statements, and the cursor leads to the end",
    async (t) => {
      const before = { ...scan };
      t.teardown(() => Object.assign(scan, before));
      Object.assign(scan, { stretches: 2, first: 10, largest: 20 });
      await recordContacts(client, [
        ["ada", "old", day(1500)],
        ["ada", "old", day(1600)],
      ]);
      const url = "/v1/people/ext:ada/ties?band=dormant&limit=5";
      const first = await client.get(url);
      t.same(first.body.data, []);
      t.type(first.body.nextCursor, "string");
      t.ok(names(await all(client, url)).includes("old"));
    },
  );
});
