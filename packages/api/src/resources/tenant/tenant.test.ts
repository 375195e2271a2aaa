import t from "tap";
import { testApi } from "../../testing/test-api.ts";

t.test("the tenant", async (t) => {
  const api = await testApi(t);
  const client = await api.client();

  t.test("is read with its entity tag, and changed only field by field", async (t) => {
    const before = await client.get("/v1/tenant");
    t.match(before.body, { name: "A test", mode: "test", interactionTypes: [], roles: [] });
    t.match(before.body.id, /^ten_/);
    const roles = [{ role: "sponsor", inverse: "sponsored" }];
    const changed = await client.patch("/v1/tenant", { roles });
    t.same(changed.body.roles, roles);
    t.equal(changed.body.name, "A test");
    t.not(changed.headers.etag, before.headers.etag);
  });

  t.test("is not changed by who read an older state", async (t) => {
    const { headers } = await client.get("/v1/tenant");
    const ifMatch = { headers: { "if-match": headers.etag ?? "" } };
    t.equal((await client.patch("/v1/tenant", { name: "first" }, ifMatch)).status, 200);
    t.equal((await client.patch("/v1/tenant", { name: "second" }, ifMatch)).status, 412);
    t.equal((await client.get("/v1/tenant")).body.name, "first");
  });

  t.test("does not take built-in or repeated type names", async (t) => {
    const coffee = { type: "coffee", category: "contact" };
    const twice = await client.patch("/v1/tenant", { interactionTypes: [coffee, coffee] });
    t.match(twice, { status: 400, body: { errors: [{ pointer: "/interactionTypes/1" }] } });
    const builtIn = { type: "advice", category: "contact" };
    t.equal((await client.patch("/v1/tenant", { interactionTypes: [builtIn] })).status, 400);
  });

  t.test("an empty change is refused", async (t) => {
    t.equal((await client.patch("/v1/tenant", {})).status, 400);
  });
});
