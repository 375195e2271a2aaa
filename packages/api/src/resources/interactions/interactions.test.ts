import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

const api = await testApi(t);
const url = "/v1/interactions";
const item = (changes: object = {}) => ({
  type: "message",
  from: "ext:ada",
  to: ["ext:grace"],
  occurredAt: "2026-03-01T08:00:00.000Z",
  ...changes,
});
const record = (client: Client, changes: object = {}) =>
  client.post(url, { ...item(changes), createPeople: true });
const idsOf = async (client: Client, query = "") => {
  const { body } = await client.get(`${url}${query}`);
  return body.data.map(({ externalId }: { externalId: string }) => externalId);
};

t.test("one is recorded as it was given, and read back", async (t) => {
  const client = await api.client();
  const given = {
    externalId: 'a "quoted" \\ id, {1}',
    type: "advice",
    occurredAt: "2026-03-01T10:00:00.123+02:00",
    durationMinutes: 30,
    effort: "high",
    about: { gathering: "spring-dinner" },
    metadata: { source: "crm", '"quoted\\': 'a "b" \\ {c,d}', n: 1.5, no: null, yes: true },
  };
  const { status, body, headers, text } = await record(client, {
    ...given,
    to: ["ext:grace", "ext:alan", "ext:barbara"],
  });
  t.equal(status, 201, text);
  const same = { ...given, occurredAt: "2026-03-01T08:00:00.123Z" };
  t.match(body, { ...same, category: "help", recordedAt: "2026-03-02T09:30:00.000Z" });
  t.equal(headers.location, `${url}/${body.id}`);
  const people = [body.from, ...body.to].map((id: string) => client.get(`/v1/people/${id}`));
  const names = (await Promise.all(people)).map((answer) => answer.body.externalId);
  t.same(names, ["ada", "grace", "alan", "barbara"], "recipients keep their order");
  t.same((await client.get(`${url}/${body.id}`)).body, body);
  t.same((await client.get(url)).body, { data: [body], nextCursor: null });
});

t.test("the same external id again answers what is stored", async (t) => {
  const client = await api.client();
  const first = await record(client, { externalId: "mail-1" });
  const again = await record(client, { externalId: "mail-1", type: "call", to: ["ext:alan"] });
  t.match([first.status, again.status], [201, 200]);
  t.same(again.body, first.body);
});

t.test("a mistake is refused with its place, and nothing is recorded", async (t) => {
  const client = await api.client();
  await record(client);
  const cases: [object, string, string][] = [
    [{ type: "poke" }, "invalid_request", "/type"],
    [{ to: ["ext:ada"] }, "invalid_request", "/to/0"],
    [{ to: ["ext:nobody"] }, "not_found", "/to/0"],
    [{ from: "nobody" }, "invalid_request", "/from"],
    [{ occurredAt: "2026-03-03T00:00:00Z" }, "invalid_request", "/occurredAt"],
    [{ metadata: { a: { b: 1 } } }, "invalid_request", "/metadata/a"],
    [{ about: {} }, "invalid_request", "/about"],
    [{ createPeople: "yes" }, "invalid_request", "/createPeople"],
    [{ subject: "Hello" }, "invalid_request", "/subject"],
    [{ externalId: "nul\0" }, "invalid_request", "/externalId"],
  ];
  for (const [changes, code, pointer] of cases) {
    const { body } = await client.post(url, item(changes));
    t.match(body, { code, errors: [{ pointer }] }, JSON.stringify(changes));
  }
  t.equal((await client.get(url)).body.data.length, 1);
});

t.test("a tenant's own type counts, and is named to who mistypes it", async (t) => {
  const client = await api.client();
  const interactionTypes = [{ type: "coffee", category: "contact" }];
  await client.patch("/v1/tenant", { interactionTypes });
  t.match((await record(client, { type: "coffee" })).body, { category: "contact" });
  const { body } = await record(client, { type: "cofee" });
  t.match(body.errors[0].detail, /message.*coffee/);
});

t.test("a client's clock may be five minutes ahead, of the tenant's own clock", async (t) => {
  const client = await api.client();
  t.equal((await record(client, { occurredAt: "2026-03-02T09:35:00Z" })).status, 201);
  t.equal((await record(client, { occurredAt: "2026-03-12T09:30:00Z" })).status, 400);
  await client.post("/v1/test-clock/advance", { days: 10 });
  t.equal((await record(client, { occurredAt: "2026-03-12T09:30:00Z" })).status, 201);
});

t.test("lists are newest first, by person, pair, type and time", async (t) => {
  const client = await api.client();
  const day = (n: number) => ({ occurredAt: `2026-02-0${n}T12:00:00.000Z`, externalId: `d${n}` });
  await record(client, { ...day(3), type: "call", to: ["ext:grace", "ext:alan"] });
  await record(client, { ...day(1) });
  await record(client, { ...day(4), from: "ext:alan", to: ["ext:ada"] });
  await record(client, { ...day(2), from: "ext:grace", to: ["ext:alan"], type: "conflict" });
  t.same(await idsOf(client), ["d4", "d3", "d2", "d1"]);
  t.same(await idsOf(client, "?person=ext:ada"), ["d4", "d3", "d1"]);
  t.same(await idsOf(client, "?person=ext:alan"), ["d4", "d3", "d2"]);
  t.same(await idsOf(client, "?person=ext:grace&with=ext:alan"), ["d2"]);
  t.same(await idsOf(client, "?person=ext:alan&with=ext:ada"), ["d4", "d3"]);
  t.same(await idsOf(client, "?type=call"), ["d3"]);
  t.same(await idsOf(client, "?person=ext:ada&type=message"), ["d4", "d1"]);
  const at = "2026-02-02T12:00:00.000Z";
  t.same(await idsOf(client, `?since=${at}`), ["d4", "d3", "d2"], "since counts");
  t.same(await idsOf(client, `?until=${at}`), ["d1"], "until does not");
  t.same(await idsOf(client, `?person=ext:ada&since=${at}&until=2026-02-04T12:00:00Z`), ["d3"]);
});

t.test("pages hold every one once, also while others are added", async (t) => {
  const client = await api.client();
  const days = Array.from({ length: 23 }, (_, n) => n);
  for (const n of days) {
    const to = n % 2 ? ["ext:grace", "ext:alan"] : ["ext:alan"];
    const occurredAt = new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
    await record(client, { externalId: `d${n}`, to, occurredAt });
  }
  const expected = days.map((n) => `d${n}`).reverse();
  for (const filter of ["", "&person=ext:ada", "&person=ext:alan"]) {
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await client.get(`${url}?limit=5${filter}${cursor}`);
      seen.push(...body.data.map(({ externalId }: { externalId: string }) => externalId));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
      await record(client, { externalId: `late${filter}${seen.length}` });
    } while (cursor);
    t.same(
      seen.filter((id) => !id.startsWith("late")),
      expected,
      filter,
    );
  }
});

t.test("a list refuses what it can't answer", async (t) => {
  const client = await api.client();
  for (let n = 0; n < 3; n++) await record(client);
  const { nextCursor } = (await client.get(`${url}?limit=1`)).body;
  const cases: [string, string, string?][] = [
    ["?with=ext:ada", "invalid_request", "?with"],
    ["?person=ada-lovelace", "invalid_id", "?person"],
    ["?person=ext:nobody", "not_found"],
    ["?person=ext:ada&with=ext:nobody", "not_found"],
    ["?since=yesterday", "invalid_request", "?since"],
    ["?limit=0", "invalid_request", "?limit"],
    ["?limit=201", "invalid_request", "?limit"],
    ["?cursor=nonsense", "invalid_cursor", "?cursor"],
    [`?type=call&cursor=${nextCursor}`, "invalid_cursor", "?cursor"],
    ["?sort=oldest", "invalid_request", "?sort"],
  ];
  for (const [query, code, pointer] of cases) {
    const { body } = await client.get(`${url}${query}`);
    t.equal(body.code, code, query);
    if (pointer) t.equal(body.errors[0].pointer, pointer, query);
  }
});

t.test("a voided one is gone, and its external id stays taken", async (t) => {
  const client = await api.client();
  const { body } = await record(client, { externalId: "mistake" });
  const other = await api.client();
  t.equal((await other.delete(`${url}/${body.id}`)).status, 404);
  t.equal((await client.delete(`${url}/${body.id}`)).status, 204);
  t.equal((await client.delete(`${url}/${body.id}`)).status, 404);
  t.equal((await client.get(`${url}/${body.id}`)).status, 404);
  t.same((await client.get(url)).body.data, []);
  t.same((await client.get(`${url}?person=ext:ada`)).body.data, []);
  const again = await record(client, { externalId: "mistake" });
  t.match(again.body, { code: "conflict", errors: [{ pointer: "/externalId" }] });
  const batch = await client.post(`${url}/batch`, [item({ externalId: "mistake" })]);
  t.same(batch.body, { created: 0, duplicates: 1, rejected: [] });
});

t.test("voiding the same one at once is done once", async (t) => {
  const client = await api.client();
  const { body } = await record(client);
  const voids = Array.from({ length: 6 }, () => client.delete(`${url}/${body.id}`));
  const statuses = (await Promise.all(voids)).map(({ status }) => status);
  t.same(statuses.sort(), [204, 404, 404, 404, 404, 404]);
});

t.test("an id of another form or kind is refused", async (t) => {
  const client = await api.client();
  for (const id of ["nonsense", "per_01h455vb4pex5vsknk084sn02q"]) {
    t.equal((await client.get(`${url}/${id}`)).body.code, "invalid_id", id);
  }
  const missing = await client.get(`${url}/int_01h455vb4pex5vsknk084sn02q`);
  t.equal(missing.body.code, "not_found");
});
