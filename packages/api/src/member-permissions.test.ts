import { memberPermissions, permissionOf } from "@kith/core";
import t from "tap";
import { buildRequest, fixture } from "./testing/fixture.ts";
import { withLeaf } from "./testing/json-document.ts";
import { type Operation, operationsOf } from "./testing/operations.ts";
import { testApi } from "./testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const operations = operationsOf(api.app);
const client = await api.client();
const ids = await fixture(client);
const token = (await client.post("/v1/member-tokens", { person: ids.person })).body.token;

t.test("says of exactly the operations there are what a member may do", async (t) => {
  t.same(
    Object.keys(memberPermissions).sort(),
    operations.map(({ id }) => id).sort(),
    "add an entry for a new operation to packages/core/src/frame/permissions.ts",
  );
});

t.test("and the document says the same of each", async (t) => {
  const { paths } = api.app.swagger() as unknown as {
    paths: Record<string, Record<string, { operationId: string; security: object[] }>>;
  };
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    const taken = operation.security.some((scheme) => "memberToken" in scheme);
    t.equal(taken, permissionOf(operation.operationId) !== "never", operation.operationId);
  }
});

const call = (operation: Operation, self: string) => {
  const permission = permissionOf(operation.id);
  const named = typeof permission === "string" ? null : permission.self;
  const inPath = operation.parameters.some(({ name }) => name === named);
  const { method, url, body } = buildRequest(operation, ids, {
    ...(named && inPath ? { parameters: { [named]: self } } : {}),
    ...(named && !inPath ? { body: withLeaf(operation.body, [named], self) } : {}),
  });
  const headers = { "x-request-id": "same" };
  return client.call(method, url, { key: token, headers, ...(body === undefined ? {} : { body }) });
};

for (const operation of operations) {
  const permission = permissionOf(operation.id);
  t.test(`${operation.id}: ${JSON.stringify(permission)}`, async (t) => {
    if (permission === "never") {
      const refused = await call(operation, ids.person);
      t.match(refused, { status: 403, body: { code: "insufficient_scope" } });
      return;
    }
    const { status, body } = await call(operation, ids.person);
    // What is over or not yet possible was not refused for who asks.
    t.ok(status < 300 || /^(invalid_state|conflict)$/.test(body.code), "allowed for oneself");
    if (permission === "anyone") return;
    const other = await call(operation, ids.otherPerson);
    const nobody = await call(operation, "per_01h455vb4pex5vsknk084sn09z");
    t.equal(other.status, 404, "refused for anybody else");
    t.equal(other.text, nobody.text, "as for a person who never was");
  });
}

t.test("what the table does not know is not for members", async (t) => {
  t.equal(permissionOf("something.new"), "never");
  t.equal(permissionOf("toString"), "never");
});
