import t from "tap";
import { testApi } from "../../testing/test-api.ts";

const list = (length: number, item = (index: number): unknown => `item ${index}`) =>
  Array.from({ length }, (_, index) => item(index));
const position = { organization: "Acme" };

/** Fields, what is wrong with them, and the place that the answer must name. */
const bad: [Record<string, unknown>, string][] = [
  [{ externalId: "" }, "/externalId"],
  [{ externalId: "e".repeat(256) }, "/externalId"],
  [{ externalId: 7 }, "/externalId"],
  [{ externalId: "a\u0000b" }, "/externalId"],
  [{ name: "" }, "/name"],
  [{ name: " \t" }, "/name"],
  [{ name: "n".repeat(201) }, "/name"],
  [{ name: ["Ada"] }, "/name"],
  [{ name: "\ud800" }, "/name"],
  [{ headline: "h".repeat(501) }, "/headline"],
  [{ headline: 1 }, "/headline"],
  [{ emails: "ada@example.org" }, "/emails"],
  [{ emails: ["ada"] }, "/emails/0"],
  [{ emails: ["ada@example"] }, "/emails/0"],
  [{ emails: ["ada@example.org", "a b@example.org"] }, "/emails/1"],
  [{ emails: ["<ada@example.org>"] }, "/emails/0"],
  [{ emails: [`${"a".repeat(250)}@example.org`] }, "/emails/0"],
  [{ emails: ["ada@example.org", "ADA@Example.org"] }, "/emails/1"],
  [{ emails: list(21, (index) => `a${index}@example.org`) }, "/emails"],
  [{ emails: null }, "/emails"],
  [{ positions: {} }, "/positions"],
  [{ positions: [{}] }, "/positions/0/organization"],
  [{ positions: [{ organization: null }] }, "/positions/0/organization"],
  [{ positions: [{ ...position, company: "x" }] }, "/positions/0/company"],
  [{ positions: [{ ...position, title: "t".repeat(201) }] }, "/positions/0/title"],
  [{ positions: [{ ...position, from: "2019-13" }] }, "/positions/0/from"],
  [{ positions: [{ ...position, from: "2019-02-30" }] }, "/positions/0/from"],
  [{ positions: [{ ...position, to: "2023-02-29" }] }, "/positions/0/to"],
  [{ positions: [{ ...position, from: "01.02.2019" }] }, "/positions/0/from"],
  [{ positions: [{ ...position, from: "2019-02-01T00:00:00Z" }] }, "/positions/0/from"],
  [{ positions: [{ ...position, from: 2019 }] }, "/positions/0/from"],
  [{ positions: [{ ...position, from: "0001" }] }, "/positions/0/from"],
  [{ positions: [{ ...position, from: "2020-02-02", to: "2020-02-01" }] }, "/positions/0/to"],
  [{ positions: [{ ...position, from: "2020-02", to: "2019" }] }, "/positions/0/to"],
  [{ positions: [position, { organization: "ACME" }] }, "/positions/1"],
  [{ positions: list(51, (index) => ({ organization: `O ${index}` })) }, "/positions"],
  [{ timeZone: "Mars/Olympus" }, "/timeZone"],
  [{ timeZone: "+02:00" }, "/timeZone"],
  [{ timeZone: "europe/berlin" }, "/timeZone"],
  [{ timeZone: "Europe/berlin" }, "/timeZone"],
  [{ timeZone: "" }, "/timeZone"],
  [{ timeZone: 2 }, "/timeZone"],
  [{ location: "l".repeat(201) }, "/location"],
  [{ location: {} }, "/location"],
  [{ openToIntroduce: "true" }, "/openToIntroduce"],
  [{ openToIntroduce: null }, "/openToIntroduce"],
  [{ metadata: { a: {} } }, "/metadata/a"],
  [{ metadata: { a: [1] } }, "/metadata/a"],
  [{ metadata: { a: "x".repeat(501) } }, "/metadata/a"],
  [{ metadata: Object.fromEntries(list(51, String).map((key) => [key, 1])) }, "/metadata"],
  [{ metadata: [] }, "/metadata"],
  [{ id: "per_01h455vb4pex5vsknk084sn02q" }, "/id"],
  [{ nickname: "Ada" }, "/nickname"],
  ...["skills", "interests", "values"].flatMap((field): [Record<string, unknown>, string][] => [
    [{ [field]: "chess" }, `/${field}`],
    [{ [field]: [""] }, `/${field}/0`],
    [{ [field]: ["chess", 1] }, `/${field}/1`],
    [{ [field]: ["s".repeat(101)] }, `/${field}/0`],
    [{ [field]: ["chess", "go", "Chess"] }, `/${field}/2`],
    [{ [field]: ["É", "e\u0301"] }, `/${field}/1`],
    [{ [field]: list(101) }, `/${field}`],
    [{ [field]: null }, `/${field}`],
  ]),
];

const good: Record<string, unknown>[] = [
  { name: "n".repeat(200), headline: "😀".repeat(500) },
  { externalId: "😀".repeat(255) },
  { emails: list(20, (index) => `a${index}+x@sub.example.org`) },
  { emails: ["O'Brien_1@example.co.uk"] },
  { positions: list(50, (index) => ({ organization: `O ${index}` })) },
  {
    positions: [
      { ...position, from: "2019-06", to: "2019" },
      { ...position, from: "2020-02-29" },
    ],
  },
  { positions: [{ ...position, from: null, to: null, title: null }] },
  { positions: [{ ...position, from: "2020-02-02", to: "2020-02-02" }] },
  { skills: list(100), interests: ["c", "c++", "c#"], values: ["resume", "résumé"] },
  { timeZone: "Asia/Kolkata" },
  { timeZone: "America/Argentina/Buenos_Aires" },
  { timeZone: "UTC" },
  { timeZone: null, name: null, headline: null, location: null },
  { metadata: { a: 1.5, b: true, c: null, d: "x".repeat(500), "ключ 😀": "" } },
  { metadata: {} },
];

t.test("what is said of a person", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 100_000 });
  const client = await api.client();
  await client.put("/v1/people/ext:there", { name: "There" });
  const before = (await client.get("/v1/people/ext:there")).body;
  const writes = {
    POST: "/v1/people",
    PATCH: "/v1/people/ext:there",
    PUT: "/v1/people/ext:there",
  };

  t.test("is refused with the place that is wrong, whichever way it is sent", async (t) => {
    for (const [fields, pointer] of bad) {
      const name = JSON.stringify(fields).slice(0, 80);
      for (const [method, url] of Object.entries(writes)) {
        const answer = await client.call(method, url, { body: fields });
        t.match(answer, { status: 400, body: { code: "invalid_request" } }, `${method} ${name}`);
        t.equal(answer.body.errors[0]?.pointer, pointer, `${method} ${name}`);
      }
      const batch = await client.post("/v1/people/batch", [{ externalId: "item", ...fields }]);
      t.equal(batch.body.rejected[0]?.errors[0]?.pointer, pointer, `batch ${name}`);
    }
    t.same((await client.get("/v1/people/ext:there")).body, before, "nothing was changed");
    t.equal((await client.get("/v1/people")).body.data.length, 1, "nothing was created");
  });

  t.test("is kept as it was sent, up to its limits", async (t) => {
    for (const fields of good) {
      const name = JSON.stringify(fields).slice(0, 80);
      const made = await client.post("/v1/people", fields);
      t.equal(made.status, 201, `${name} ${made.status === 201 ? "" : made.text}`);
      t.match(made.body, fields, name);
      const read = await client.get(`/v1/people/${made.body.id}`);
      t.same(read.body, made.body);
      const { externalId: _, ...profile } = fields;
      const put = await client.put(`/v1/people/${made.body.id}`, profile);
      t.equal(put.headers.etag, '"1"', "the same again is no change");
    }
  });

  t.test("must be something", async (t) => {
    t.equal((await client.patch("/v1/people/ext:there", {})).status, 400);
    for (const [method, url] of Object.entries(writes)) {
      for (const body of ["", "null", "[]", '"ada"', "{", '{"name":"A"}}']) {
        const headers = { "content-type": "application/json" };
        t.equal(
          (await client.call(method, url, { body, headers })).status,
          400,
          `${method} ${body}`,
        );
      }
    }
  });

  t.test("is said of somebody whom the reference names", async (t) => {
    for (const [ref, status] of [
      ["ext:", 400],
      ["per_", 400],
      ["nobody", 400],
      ["int_01h455vb4pex5vsknk084sn02q", 400],
      ["per_01h455vb4pex5vsknk084sn02Q", 400],
      ["per_01h455vb4pex5vsknk084sn02q", 404],
      ["ext:nobody", 404],
      [`ext:${"e".repeat(256)}`, 400],
      ["ext:a%00b", 400],
      ["ext:%ff", 400],
    ] as const) {
      t.equal((await client.get(`/v1/people/${ref}`)).status, status, ref);
      t.equal((await client.patch(`/v1/people/${ref}`, { name: "X" })).status, status, ref);
      t.equal((await client.delete(`/v1/people/${ref}`)).status, status, ref);
      t.equal((await client.get(`/v1/people/${ref}/export`)).status, status, ref);
    }
  });
});
