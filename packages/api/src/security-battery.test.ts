import type { Database } from "@kith/db";
import t from "tap";
import { mintApiKey } from "./http/api-key.ts";
import { type Scope, scopes } from "./http/scopes.ts";
import { type BuiltRequest, buildRequest, fixture } from "./testing/fixture.ts";
import { furnisher } from "./testing/furnished.ts";
import { idPositions } from "./testing/id-positions.ts";
import { operationsOf } from "./testing/operations.ts";
import { type Answer, type Client, testApi } from "./testing/test-api.ts";

// Many requests: on a busy machine the runner's own limit could come first.
t.setTimeout(600_000);

t.test("who may call: every operation of the OpenAPI document", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  const operations = operationsOf(api.app);
  const client = await api.client();
  const own = await fixture(client);
  const furnish = furnisher(t, api);
  let probes = 0;

  const send = (caller: Client, { method, url, body }: BuiltRequest, key?: string | null) => {
    probes++;
    return caller.call(method, url, {
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
      headers: { "x-request-id": "same" },
    });
  };

  const unknown = mintApiKey("test", client.tenantId).key;
  const elsewhere = mintApiKey("live", "01890a5d-ac96-774b-bcce-b302099a8057").key;
  const revoked = await client.post("/v1/api-keys", { name: "revoked", scopes: ["admin"] });
  await client.delete(`/v1/api-keys/${revoked.body.id}`);
  const keys = [null, "nonsense", unknown, elsewhere, revoked.body.key];

  for (const operation of operations) {
    t.test(operation.id, async (t) => {
      const request = buildRequest(operation, own);
      const refused: Answer[] = [];
      for (const key of keys) refused.push(await send(client, request, key));
      t.same(
        [...new Set(refused.map(({ status }) => status))],
        [401],
        "refused without a valid key",
      );
      t.equal(new Set(refused.map(({ text }) => text)).size, 1, "for the same stated reason");

      const without = scopes.filter((scope) => scope !== operation.scope && scope !== "admin");
      const narrow = await api.client({
        scopes: without.length > 0 ? [...without] : ["people:read"],
      });
      t.equal((await send(narrow, request)).status, 403, "refused without its scope");
      const exact = await api.client({ scopes: [operation.scope] as Scope[] });
      t.not((await send(exact, request)).status, 403, "allowed with no scope but its own");

      const takesIds = idPositions(operation).length > 0;
      const fresh = takesIds ? await furnish(operation.id) : null;
      const example = fresh ? buildRequest(operation, fresh.ids) : request;
      const works = await send(fresh?.client ?? (await api.client()), example);
      t.ok(works.status < 300, `its documented example works: ${works.status} ${works.text}`);
    });
  }

  t.test("and how many probes there were", async (t) => {
    t.comment(`${operations.length} operations, ${probes} probes`);
    t.ok(probes > operations.length);
  });
});

t.test("a key that was mistyped is refused without a question to the database", async (t) => {
  let transactions = 0;
  const counted = (door: Database): Database => ({
    ...door,
    withTenant: (...given) => {
      transactions++;
      return door.withTenant(...given);
    },
  });
  const api = await testApi(t, {}, { database: counted });
  const { key, get } = await api.client();
  transactions = 0;
  for (let at = key.length - 10; at < key.length; at++) {
    const mistyped = key.slice(0, at) + (key[at] === "a" ? "b" : "a") + key.slice(at + 1);
    t.equal((await get("/v1/tenant", { key: mistyped })).status, 401);
  }
  t.equal(transactions, 0);
  t.equal((await get("/v1/tenant")).status, 200);
  t.ok(transactions > 0);
});
