import assert from "node:assert";
import { calendarDay } from "@kith/core";
import type { TenantTx } from "@kith/db";
import t from "tap";
import type { Context } from "../../context.ts";
import { parseId } from "../../http/ids.ts";
import { testApi } from "../../testing/test-api.ts";
import { milestonesToCongratulate } from "./to-congratulate.ts";

t.setTimeout(300_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });

/** A tenant in which ada and ben were in contact, and nobody else. */
async function world() {
  const client = await api.client();
  for (const name of ["ada", "ben", "cyd"]) {
    await client.put(`/v1/people/ext:${name}`, { name: `Name of ${name}` });
  }
  const call = { type: "call", from: "ext:ada", to: ["ext:ben"] };
  await client.post("/v1/interactions", { ...call, occurredAt: "2026-02-20T12:00:00Z" });
  const tell = (by: string, more: object) =>
    client.post("/v1/milestones", {
      ...{ by: `ext:${by}`, kind: "promotion", date: "2026-03-01" },
      ...more,
    });
  const told = async (by: string, more: object = {}): Promise<string> => {
    const answer = await tell(by, more);
    assert.equal(answer.status, 201, answer.text);
    return answer.body.id;
  };
  const tokenOf = async (name: string): Promise<string> =>
    (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token;
  const titles = async (query: string, key?: string) => {
    const options = key === undefined ? {} : { key };
    const { status, body, text } = await client.get(`/v1/milestones${query}`, options);
    assert.equal(status, 200, text);
    return body.data.map(({ title }: { title: string }) => title).sort();
  };
  return { client, tell, told, tokenOf, titles };
}

t.test("a milestone is told, changed and taken back", async (t) => {
  const { client, tell } = await world();
  const made = await tell("ada", { title: "Head of engines" });
  t.match(made, {
    status: 201,
    body: {
      kind: "promotion",
      date: "2026-03-01",
      yearly: false,
      audience: "network",
      nextOn: null,
    },
    headers: { etag: '"1"', location: `/v1/milestones/${made.body.id}` },
  });
  const url = `/v1/milestones/${made.body.id}`;
  const change = { by: "ext:ada", date: "2026-04-01", audience: "public" };
  const changed = await client.patch(url, change);
  t.match(changed.body, { date: "2026-04-01", nextOn: "2026-04-01", audience: "public" });
  t.same((await client.get(url)).body, changed.body);
  t.equal((await client.patch(url, change, { headers: { "if-match": '"1"' } })).status, 412);
  t.equal((await client.patch(url, { ...change, by: "ext:ben" })).status, 404, "not theirs");
  t.equal((await client.delete(`${url}?by=ext:ben`)).status, 404);
  t.equal((await client.delete(`${url}?by=ext:ada`)).status, 204);
  t.equal((await client.get(url)).status, 404);
});

t.test("some kinds come back every year, and a year need not be told", async (t) => {
  const { tell } = await world();
  const cases = [
    [
      { kind: "birthday", date: "--12-10" },
      { date: "--12-10", yearly: true, nextOn: "2026-12-10" },
    ],
    [
      { kind: "birthday", date: "1990-02-28" },
      { yearly: true, nextOn: "2027-02-28" },
    ],
    [
      { kind: "birthday", date: "2000-02-29" },
      { yearly: true, nextOn: "2027-03-01" },
    ],
    [{ kind: "birthday", date: "--03-02" }, { nextOn: "2026-03-02" }],
    [
      { kind: "award", date: "2026-03-03" },
      { yearly: false, nextOn: "2026-03-03" },
    ],
    [
      { kind: "award", date: "2020-03-03", yearly: true },
      { yearly: true, nextOn: "2026-03-03" },
    ],
    [{ kind: "ourOwnKind", date: "2027-01-01" }, { nextOn: "2027-01-01" }],
    [{ kind: "workAnniversary", date: "2028-05-05" }, { nextOn: "2028-05-05" }],
  ] as const;
  for (const [more, expected] of cases) {
    t.match(await tell("ada", more), { status: 201, body: expected }, JSON.stringify(more));
  }
});

t.test("what is no day of the calendar is refused with its place", async (t) => {
  const { tell } = await world();
  for (const [more, pointer] of [
    [{ date: "2026-02-29" }, "/date"],
    [{ date: "2026-13-01" }, "/date"],
    [{ date: "2026-04-31" }, "/date"],
    [{ date: "--02-30" }, "/date"],
    [{ date: "1500-01-01" }, "/date"],
    [{ date: "--04-01", yearly: false }, "/date"],
    [{ date: "2026-03-01T00:00:00Z" }, "/date"],
    [{ title: " " }, "/title"],
    [{ audience: "circles" }, "/audience"],
    [{ kind: "New job" }, "/kind"],
  ] as const) {
    const answer = await tell("ada", more);
    t.match(answer, { status: 400, body: { errors: [{ pointer }] } }, JSON.stringify(more));
  }
  t.equal((await tell("nobody", {})).status, 404);
});

t.test("a calendar of days has yearly ones of every year in it", async (t) => {
  const { told, titles } = await world();
  await told("ada", { title: "once", date: "2026-03-10" });
  await told("ada", { title: "new year", kind: "birthday", date: "--01-01" });
  await told("ada", { title: "leap day", kind: "birthday", date: "2000-02-29" });
  await told("ada", { title: "not yet", kind: "workAnniversary", date: "2026-06-01" });
  const between = (since: string, until: string) => titles(`?since=${since}&until=${until}`);
  t.same(await between("2025-12-20", "2026-01-05"), ["new year"]);
  t.same(await between("2026-03-01", "2026-03-31"), ["leap day", "once"]);
  t.same(await between("2026-02-20", "2026-02-28"), []);
  t.same(await between("2028-02-20", "2028-02-29"), ["leap day"]);
  t.same(await between("2025-06-01", "2025-06-01"), [], "before it began");
  t.same(await between("2027-06-01", "2027-06-01"), ["not yet"]);
  t.same(await titles("?since=2030-01-01"), ["leap day", "new year", "not yet"]);
  t.same(await titles("?until=1999-12-31"), ["new year"]);
  t.same(await between("2026-04-02", "2026-04-01"), [], "no days, nothing");
});

t.test("those whom a person lets know see it, and nobody else", async (t) => {
  const { client, told, titles, tokenOf } = await world();
  const ids = new Map<string, string>();
  for (const audience of ["public", "network", "colleagues", "private"]) {
    ids.set(audience, await told("ada", { title: audience, audience }));
  }
  const [ada, ben, cyd] = [await tokenOf("ada"), await tokenOf("ben"), await tokenOf("cyd")];
  t.same(await titles("?person=ext:ada", ada), ["colleagues", "network", "private", "public"]);
  t.same(await titles("?person=ext:ben", ben), ["network", "public"]);
  t.same(await titles("?person=ext:cyd", cyd), ["public"]);
  t.same(await titles("?person=ext:ben"), ["network", "public"], "a key, for that person");
  t.same(await titles("?person=ext:ben&side=own", ben), []);
  t.same(await titles("?person=ext:ada&side=others", ada), []);
  const get = (audience: string, key: string) =>
    client.get(`/v1/milestones/${ids.get(audience)}`, { key });
  t.match(await get("network", ben), { status: 200, body: { audience: null } });
  t.equal((await get("network", cyd)).status, 404);
  t.equal((await get("private", ben)).status, 404);
  t.match(await get("private", ada), { status: 200, body: { audience: "private" } });
  await client.patch("/v1/ties/ext:ada/ext:ben", { context: "professional" });
  t.same(await titles("?person=ext:ben", ben), ["colleagues", "network", "public"]);
  await client.put("/v1/people/ext:ada/frame", { audiences: { name: "private" } });
  t.same(await titles("?person=ext:cyd", cyd), [], "who hides tells nobody");
});

t.test("pages are full whatever is left out, and end", async (t) => {
  const { client, told, tokenOf } = await world();
  for (let index = 0; index < 12; index++) {
    await told("ada", { audience: index % 3 === 0 ? "public" : "private" });
  }
  const key = await tokenOf("cyd");
  const sizes: number[] = [];
  let cursor = "";
  do {
    const url = `/v1/milestones?person=ext:cyd&limit=2${cursor}`;
    const { body } = await client.get(url, { key });
    sizes.push(body.data.length);
    cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor);
  t.same(sizes, [2, 2]);
});

const contextOf = (tx: TenantTx, tenantId: string): Context => ({
  tenant: { id: tenantId, name: "A test", mode: "test", clockOffsetMs: 0, settings: {} },
  actor: { kind: "apiKey", id: "test", scopes: [] },
  origin: { operation: "test", requestId: null },
  tx,
  now: api.clock.now(),
});

t.test("there is something to congratulate people one knows on, each year anew", async (t) => {
  const { client, told } = await world();
  await told("ben", { title: "birthday", kind: "birthday", date: "--03-05" });
  await told("ben", { title: "award", kind: "award", date: "2026-03-04" });
  await told("ben", { title: "secret", date: "2026-03-04", audience: "private" });
  await told("cyd", { title: "of a stranger", date: "2026-03-04", audience: "public" });
  await told("ada", { title: "own", date: "2026-03-04" });
  const { body } = await client.get("/v1/people/ext:ada");
  const ada = parseId("person", body.id) ?? "";
  const occasions = await api.database.withTenant(client.tenantId, (tx) =>
    milestonesToCongratulate(contextOf(tx, client.tenantId), ada, {
      since: calendarDay(2026, 3, 1),
      until: calendarDay(2027, 3, 31),
    }),
  );
  t.same(
    occasions.map(({ title, day }) => [title, day]),
    [
      ["award", calendarDay(2026, 3, 4)],
      ["birthday", calendarDay(2026, 3, 5)],
      ["birthday", calendarDay(2027, 3, 5)],
    ],
  );
});

t.test("they follow a merge, go with an erased person, and are in the export", async (t) => {
  const { client, told, titles } = await world();
  const same = { title: "same", kind: "birthday", date: "--05-05" };
  await told("ben", same);
  await told("cyd", same);
  await told("ben", { title: "canary", date: "2026-05-06" });
  await client.post("/v1/people/ext:ben/merge", { into: "ext:cyd" });
  t.same(await titles("?person=ext:cyd&side=own"), ["canary", "same"]);
  const { body } = await client.get("/v1/people/ext:cyd/export");
  t.match(body.milestones.map(({ title }: { title: string }) => title).sort(), ["canary", "same"]);
  await client.delete("/v1/people/ext:cyd");
  t.same(await titles(""), []);
});
