import t from "tap";
import { mintApiKey } from "../../http/api-key.ts";
import { testApi } from "../../testing/test-api.ts";

t.test("API keys", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const create = (body: object) => client.post("/v1/api-keys", body);

  t.test("a new key works, is shown once, and is listed by hint only", async (t) => {
    const start = api.clock.now();
    api.clock.set(start + 1); // ids of one millisecond have no order among them
    const made = await create({ name: "import", scopes: ["tenant:read"] });
    api.clock.set(start);
    t.equal(made.status, 201);
    t.match(made.body.key, /^kith_test_[0-9a-z]{71}$/);
    t.equal((await client.get("/v1/tenant", { key: made.body.key })).status, 200);
    const list = await client.get("/v1/api-keys");
    t.notOk(list.text.includes(made.body.key), "the list does not hold the secret");
    t.equal(list.body.data[0].id, made.body.id);
    t.ok(list.body.data[0].hint.endsWith(made.body.key.slice(-4)));
  });

  t.test("one key is read by its id, without the secret", async (t) => {
    const made = await create({ name: "nightly", scopes: ["people:read"] });
    const read = await client.get(`/v1/api-keys/${made.body.id}`);
    const { key, ...shown } = made.body;
    t.same(read.body, shown);
    t.notOk(read.text.includes(key));
    t.equal((await client.get("/v1/api-keys/key_01h455vb4pex5vsknk084sn02q")).status, 404);
  });

  t.test("keys without the scope are told which one is missing", async (t) => {
    const { body } = await create({ name: "narrow", scopes: ["people:read"] });
    const refused = await client.get("/v1/tenant", { key: body.key });
    t.match(refused, { status: 403, body: { code: "insufficient_scope" } });
    t.match(refused.body.detail, /tenant:read/);
  });

  t.test("a revoked key is refused at once, in the words of an unknown one", async (t) => {
    const { body } = await create({ name: "short-lived", scopes: ["admin"] });
    t.equal((await client.get("/v1/tenant", { key: body.key })).status, 200);
    const revoked = await client.delete(`/v1/api-keys/${body.id}`);
    t.match(revoked, { status: 200, body: { revokedAt: String } });
    const unknown = mintApiKey("test", client.tenantId).key;
    const typo = `${body.key.slice(0, -1)}${body.key.endsWith("0") ? "1" : "0"}`;
    const answers = await Promise.all(
      [body.key, unknown, typo, "nonsense", null].map((key) =>
        client.get("/v1/tenant", { key, headers: { "x-request-id": "same" } }),
      ),
    );
    for (const answer of answers) {
      t.equal(answer.status, 401);
      t.equal(answer.text, answers[0]?.text, "byte for byte the same");
      t.match(answer.headers["www-authenticate"], /Bearer/);
    }
  });

  t.test("a key expires on real time, also where the test clock was moved", async (t) => {
    const start = api.clock.now();
    const expiresAt = new Date(start + 60_000).toISOString();
    const { body } = await create({ name: "for a minute", scopes: ["admin"], expiresAt });
    t.equal((await client.get("/v1/tenant", { key: body.key })).status, 200);
    api.clock.set(start + 61_000);
    t.equal((await client.get("/v1/tenant", { key: body.key })).status, 401);
    api.clock.set(start);
    const past = await create({
      name: "late",
      scopes: ["admin"],
      expiresAt: "2020-01-01T00:00:00Z",
    });
    t.match(past, { status: 400, body: { errors: [{ pointer: "/expiresAt" }] } });
  });

  t.test("the list is paged, newest first, and stable while keys are added", async (t) => {
    const all = (await client.get("/v1/api-keys?limit=200")).body.data as { id: string }[];
    const ids = new Set<string>();
    let url = "/v1/api-keys?limit=2";
    for (let pages = 0; pages < 20; pages++) {
      const { body } = await client.get(url);
      for (const { id } of body.data) {
        t.notOk(ids.has(id), "no key twice");
        ids.add(id);
      }
      await create({ name: "meanwhile", scopes: ["people:read"] });
      if (body.nextCursor === null) break;
      url = `/v1/api-keys?limit=2&cursor=${body.nextCursor}`;
    }
    t.equal(all.length, 6, "the first key and the five made above");
    t.ok(
      all.every(({ id }) => ids.has(id)),
      "every key that was there is seen once",
    );
  });

  t.test("another tenant's key can't be revoked, nor told from a missing one", async (t) => {
    const other = await api.client();
    const theirs = (await other.get("/v1/api-keys")).body.data[0].id;
    const headers = { "x-request-id": "same" };
    const refused = await client.delete(`/v1/api-keys/${theirs}`, { headers });
    const missing = "key_01h455vb4pex5vsknk084sn02q";
    const unknown = await client.delete(`/v1/api-keys/${missing}`, { headers });
    t.equal(refused.status, 404);
    t.equal(refused.text, unknown.text);
    t.equal((await other.get("/v1/tenant")).status, 200);
  });

  t.test("the last use is remembered, to about a minute", async (t) => {
    const other = await api.client();
    t.equal((await other.get("/v1/api-keys")).body.data[0].lastUsedAt, "2026-03-02T09:30:00.000Z");
  });
});
