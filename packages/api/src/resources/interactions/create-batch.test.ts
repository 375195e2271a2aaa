import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

const api = await testApi(t);
const url = "/v1/interactions/batch";
const good = (changes: object = {}) => ({
  type: "message",
  from: "ext:ada",
  to: ["ext:grace"],
  occurredAt: "2026-03-01T08:00:00.000Z",
  ...changes,
});
const ndjson = { headers: { "content-type": "application/x-ndjson" } };

/** A tenant that knows Ada, Grace and Alan. */
async function newClient(): Promise<Client> {
  const client = await api.client();
  await client.post(url, {
    interactions: [good({ externalId: "first", to: ["ext:grace", "ext:alan"] })],
    createPeople: true,
  });
  return client;
}

const count = async (client: Client) => (await client.get("/v1/interactions")).body.data.length;

t.test("a batch may be an object, an array or lines", async (t) => {
  const client = await newClient();
  const created = { created: 2, duplicates: 0, rejected: [] };
  const items = [good(), good({ to: ["ext:new"] })];
  const lines = `${items.map((one) => JSON.stringify(one)).join("\r\n")}\r\n\n`;
  t.same((await client.post(url, { interactions: items, createPeople: true })).body, created);
  t.same((await client.post(`${url}?createPeople=true`, items)).body, created);
  t.same((await client.post(`${url}?createPeople=true`, lines, ndjson)).body, created);
  t.equal(await count(client), 7);
  t.same((await client.post(url, [])).body, { created: 0, duplicates: 0, rejected: [] });
});

t.test(
  "what is wrong with an item is told with its place; the good ones are recorded",
  async (t) => {
    const client = await newClient();
    const bad: [string, unknown][] = [
      ["", 7],
      ["", null],
      ["", []],
      ["/type", good({ type: undefined })],
      ["/type", good({ type: "poke" })],
      ["/type", good({ type: "Not A Word" })],
      ["/type", good({ type: 5 })],
      ["/from", good({ from: undefined })],
      ["/from", good({ from: "ada-lovelace" })],
      ["/from", good({ from: "ext:" })],
      ["/from", good({ from: "ext:nobody" })],
      ["/from", good({ from: "per_01h455vb4pex5vsknk084sn02q" })],
      ["/from", good({ from: "int_01h455vb4pex5vsknk084sn02q" })],
      ["/from", good({ from: "ext:nul\0" })],
      ["/from", good({ from: "ext:half\ud800" })],
      ["/to", good({ to: [] })],
      ["/to", good({ to: "ext:grace" })],
      ["/to", good({ to: Array.from({ length: 101 }, (_, i) => `ext:${i}`) })],
      ["/to/0", good({ to: [7] })],
      ["/to/0", good({ to: ["ext:ada"] })],
      ["/to/1", good({ to: ["ext:grace", "ext:grace"] })],
      ["/to/1", good({ to: ["ext:grace", "ext:nobody"] })],
      ["/occurredAt", good({ occurredAt: undefined })],
      ["/occurredAt", good({ occurredAt: "yesterday" })],
      ["/occurredAt", good({ occurredAt: 1_772_000_000 })],
      ["/occurredAt", good({ occurredAt: "2026-03-01T08:00:00" })],
      ["/occurredAt", good({ occurredAt: "1969-12-31T23:59:59Z" })],
      ["/occurredAt", good({ occurredAt: "0000-01-01T00:00:00Z" })],
      ["/occurredAt", good({ occurredAt: "2026-02-30T00:00:00Z" })],
      ["/occurredAt", good({ occurredAt: "2026-03-02T09:35:00.001Z" })],
      ["/externalId", good({ externalId: "" })],
      ["/externalId", good({ externalId: "x".repeat(256) })],
      ["/externalId", good({ externalId: "nul\0" })],
      ["/durationMinutes", good({ durationMinutes: -1 })],
      ["/durationMinutes", good({ durationMinutes: 1.5 })],
      ["/durationMinutes", good({ durationMinutes: 2 ** 31 })],
      ["/effort", good({ effort: "huge" })],
      ["/about", good({ about: {} })],
      ["/about", good({ about: { ask: "a", gathering: "b" } })],
      ["/about/person", good({ about: { person: "ada" } })],
      ["/about/ask", good({ about: { ask: "" } })],
      ["/metadata", good({ metadata: [] })],
      ["/metadata/deep", good({ metadata: { deep: { er: 1 } } })],
      ["/metadata/text", good({ metadata: { text: "x".repeat(501) } })],
      ["/metadata", good({ metadata: { ["k".repeat(65)]: 1 } })],
      ["/metadata", good({ metadata: { "nul\0": 1 } })],
      ["/metadata/nul", good({ metadata: { nul: "\0" } })],
      ["/subject", good({ subject: "Hello" })],
      ["/__proto__", JSON.parse('{"__proto__": {}, "type": "message"}')],
    ];
    const items = bad.flatMap(([, item]) => [item, good()]);
    const before = await count(client);
    for (const send of [
      () => client.post(url, { interactions: items }),
      () => client.post(url, items.map((one) => JSON.stringify(one)).join("\n"), ndjson),
    ]) {
      const { status, body } = await send();
      t.equal(status, 200);
      t.match(body, { created: bad.length, duplicates: 0 });
      t.same(
        body.rejected.map(({ index }: { index: number }) => index),
        bad.map((_, index) => index * 2),
      );
      for (const [index, [pointer, item]] of bad.entries()) {
        const { errors } = body.rejected[index];
        const told = errors.some((error: { pointer: string }) => error.pointer === pointer);
        t.ok(
          told,
          `${pointer} of ${JSON.stringify(item)?.slice(0, 120)}: ${JSON.stringify(errors)}`,
        );
      }
    }
    t.equal(await count(client), Math.min(50, before + 2 * bad.length));
  },
);

t.test("a line that is no JSON is rejected by its number", async (t) => {
  const client = await newClient();
  const lines = [JSON.stringify(good()), "", "{oops", JSON.stringify(good())].join("\n");
  const { body } = await client.post(url, lines, ndjson);
  t.match(body, { created: 2, rejected: [{ index: 2, errors: [{ pointer: "" }] }] });
  t.match(body.rejected[0].errors[0].detail, /not JSON/);
});

t.test("a body that is no batch is refused as a whole", async (t) => {
  const client = await newClient();
  const refused = async (body: unknown, code: string, pointer?: string) => {
    const answer = await client.post(url, body);
    t.equal(answer.body.code, code, `${String(body).slice(0, 40)}: ${answer.text.slice(0, 300)}`);
    if (pointer !== undefined) t.equal(answer.body.errors[0].pointer, pointer);
  };
  await refused("[", "invalid_json");
  await refused("7", "invalid_request", "");
  await refused('"[]"', "invalid_request", "");
  await refused({}, "invalid_request", "/interactions");
  await refused({ interactions: {} }, "invalid_request", "/interactions");
  await refused({ interactions: [], createPeople: 1 }, "invalid_request", "/createPeople");
  await refused({ interactions: [], dryRun: true }, "invalid_request", "/dryRun");
  await refused(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), "invalid_json", "");
  const many = Array.from({ length: 10_001 }, () => good());
  await refused(many, "invalid_request", "");
  await refused({ interactions: many }, "invalid_request", "/interactions");
  await refused(" ".repeat(16 * 1024 * 1024 + 1), "payload_too_large");
  const lines = many.map((one) => JSON.stringify(one)).join("\n");
  t.equal((await client.post(url, lines, ndjson)).body.code, "invalid_request");
  const xml = { headers: { "content-type": "text/xml" } };
  t.equal((await client.post(url, "<a/>", xml)).body.code, "unsupported_media_type");
  t.equal(
    (await client.post(`${url}?createPeople=yes`, [])).body.errors[0].pointer,
    "?createPeople",
  );
  t.equal((await client.post(`${url}?dryRun=true`, [])).status, 400);
  const crowd = Array.from({ length: 100 }, (_, index) => `ext:${index}`);
  const crowds = Array.from({ length: 501 }, () => good({ to: crowd }));
  await refused(crowds, "invalid_request", "");
  t.equal(await count(client), 1, "nothing was recorded");
});

t.test("ten thousand at once are recorded, and are all duplicates the second time", async (t) => {
  const client = await newClient();
  const items = Array.from({ length: 10_000 }, (_, index) =>
    good({
      externalId: `n${index}`,
      occurredAt: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
    }),
  );
  const first = await client.post(url, items);
  t.same(first.body, { created: 10_000, duplicates: 0, rejected: [] });
  const second = await client.post(url, items.toReversed());
  t.same(second.body, { created: 0, duplicates: 10_000, rejected: [] });
});

t.test(
  "an external id is taken once: in a batch, across batches, whatever the rest says",
  async (t) => {
    const client = await newClient();
    const same = { externalId: "twice" };
    const { body } = await client.post(url, [
      good({ ...same, type: "poke" }),
      good({ ...same, type: "call" }),
      good({ ...same, type: "advice" }),
      good(),
      good(),
    ]);
    t.match(body, { created: 3, duplicates: 1, rejected: [{ index: 0 }] });
    const again = await client.post(url, [good({ ...same, to: ["ext:alan"] })]);
    t.same(again.body, { created: 0, duplicates: 1, rejected: [] });
    const { data } = (await client.get("/v1/interactions?type=call")).body;
    t.equal(data.length, 1, "the first valid one won");
    const other = await newClient();
    t.match((await other.post(url, [good(same)])).body, { created: 1 }, "each tenant has its own");
  },
);

t.test("people are created only when wanted, and only for what is recorded", async (t) => {
  const client = await newClient();
  const interactions = [
    good({ to: ["ext:new"] }),
    good({ from: "ext:new", to: ["ext:newer"] }),
    good({ from: "ext:never", to: ["per_01h455vb4pex5vsknk084sn02q"] }),
    good({ from: "ext:self", to: ["ext:self"] }),
  ];
  const without = await client.post(url, { interactions });
  t.match(without.body, { created: 0, rejected: [{}, {}, {}, {}] });
  const { body } = await client.post(url, { interactions, createPeople: true });
  t.match(body, { created: 2, rejected: [{ index: 2 }, { index: 3 }] });
  t.match((await client.get("/v1/people/ext:newer")).body, { externalId: "newer", name: null });
  t.equal((await client.get("/v1/people/ext:never")).status, 404);
  t.equal((await client.get("/v1/people/ext:self")).status, 404);
});

t.test("a person under two names is one person", async (t) => {
  const client = await newClient();
  const { id } = (await client.get("/v1/people/ext:ada")).body;
  const { body } = await client.post(url, [
    good({ to: [id] }),
    good({ from: "ext:grace", to: ["ext:ada", id] }),
    good({ from: id }),
  ]);
  t.match(body, {
    created: 1,
    rejected: [
      { index: 0, errors: [{ pointer: "/to/0" }] },
      { index: 1, errors: [{ pointer: "/to/1" }] },
    ],
  });
});

t.test("another tenant's person reads the same as nobody", async (t) => {
  const [one, other] = [await newClient(), await newClient()];
  const { id } = (await other.get("/v1/people/ext:ada")).body;
  const [of, none] = [id, "per_01h455vb4pex5vsknk084sn02q"].map((from) => good({ from }));
  const { rejected } = (await one.post(url, [of, none])).body;
  t.same(rejected[0].errors, rejected[1].errors);
});
