import t from "tap";
import { testApi } from "../../testing/test-api.ts";
import { deleteExpired } from "./queries.ts";

t.test("idempotency keys", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const keyed = (key: string, body: unknown = { name: "a", scopes: ["people:read"] }) =>
    client.post("/v1/api-keys", body, { headers: { "idempotency-key": key } });
  const count = async () => (await client.get("/v1/api-keys?limit=200")).body.data.length;

  t.test("the same key and body get the same answer, and write once", async (t) => {
    const before = await count();
    const first = await keyed("one");
    const again = await keyed("one");
    t.equal(again.status, 201);
    t.equal(again.text, first.text);
    t.equal(again.headers.location, first.headers.location);
    t.equal(first.headers["idempotency-replayed"], undefined);
    t.equal(again.headers["idempotency-replayed"], "true");
    t.equal(await count(), before + 1);
  });

  t.test("forty duplicates at once write once and all get the one answer", async (t) => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 40 }, () => keyed("many")));
    t.equal(new Set(answers.map(({ text }) => text)).size, 1);
    t.same([...new Set(answers.map(({ status }) => status))], [201]);
    t.equal(await count(), before + 1);
  });

  t.test("the same key with another body is refused and changes nothing", async (t) => {
    await keyed("other");
    const before = await count();
    const refused = await keyed("other", { name: "b", scopes: ["people:read"] });
    t.match(refused, { status: 409, body: { code: "idempotency_key_reused" } });
    t.equal(await count(), before);
  });

  t.test("a refused write can be sent again, corrected, under the same key", async (t) => {
    t.equal((await keyed("twice", { name: "x", scopes: ["nonsense"] })).status, 400);
    t.equal((await keyed("twice")).status, 201);
  });

  t.test("keys belong to the tenant and key that sent them", async (t) => {
    const other = await api.client();
    await keyed("shared");
    const theirs = await other.post(
      "/v1/api-keys",
      { name: "b", scopes: ["people:read"] },
      { headers: { "idempotency-key": "shared" } },
    );
    t.equal(theirs.status, 201);
    t.equal(theirs.headers["idempotency-replayed"], undefined);
  });

  t.test(
    "a retry is recognised though the first attempt moved the test clock by a month",
    async (t) => {
      const advance = () =>
        client.post(
          "/v1/test-clock/advance",
          { days: 30 },
          { headers: { "idempotency-key": "go" } },
        );
      const first = await advance();
      t.equal((await advance()).text, first.text);
      t.equal((await client.get("/v1/test-clock")).body.now, first.body.now);
      await client.post("/v1/test-clock/reset");
    },
  );

  t.test("a member's retry is recognised after their token was renewed", async (t) => {
    await client.put("/v1/people/ext:ada", {});
    await client.put("/v1/people/ext:ben", {});
    const tokenOf = async (person: string) =>
      (await client.post("/v1/member-tokens", { person })).body.token as string;
    const search = (token: string, from: string, more: object = {}) =>
      client.post(
        "/v1/paths/search",
        { from, to: { organization: "Navy" }, ...more },
        { key: token, headers: { "idempotency-key": "members" } },
      );
    const first = await search(await tokenOf("ext:ada"), "ext:ada");
    t.equal(first.status, 200, first.text);
    api.clock.set(api.clock.now() + 1_000);
    const again = await search(await tokenOf("ext:ada"), "ext:ada");
    t.equal(again.headers["idempotency-replayed"], "true", again.text);
    t.equal(again.text, first.text);
    const other = await search(await tokenOf("ext:ben"), "ext:ben");
    t.equal(other.status, 200);
    t.equal(other.headers["idempotency-replayed"], undefined, "another member's is their own");
    const changed = await search(await tokenOf("ext:ada"), "ext:ada", { maxIntroducers: 1 });
    t.match(changed, { status: 409, body: { code: "idempotency_key_reused" } });
  });

  t.test("what no retry can ask for any more is deleted, younger keys are not", async (t) => {
    const other = await api.client();
    const send = (key: string) =>
      other.post("/v1/people", {}, { headers: { "idempotency-key": key } });
    await send("one");
    await send("two");
    api.clock.set(api.clock.now() + 25 * 3_600_000);
    await send("young");
    const run = () =>
      api.database.withTenant(other.tenantId, (tx) => deleteExpired(tx, api.clock.now(), 1));
    t.same([await run(), await run(), await run()], [1, 1, 0]);
    t.equal((await send("young")).headers["idempotency-replayed"], "true");
  });

  t.test("a key is forgotten after a day", async (t) => {
    await keyed("old");
    const before = await count();
    api.clock.set(api.clock.now() + 25 * 3_600_000);
    t.equal((await keyed("old")).headers["idempotency-replayed"], undefined);
    t.equal(await count(), before + 1);
  });
});
