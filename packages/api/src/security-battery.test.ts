import { createHash } from "node:crypto";
import postgres from "postgres";
import t, { type Test } from "tap";
import { mintApiKey } from "./http/api-key.ts";
import { type Scope, scopes } from "./http/scopes.ts";
import {
  type BuiltRequest,
  buildRequest,
  type Fixture,
  fixture,
  idPositions,
  missing,
  type Replaced,
} from "./testing/fixture.ts";
import { operationsOf } from "./testing/operations.ts";
import { type Answer, type Client, testApi } from "./testing/test-api.ts";

/** One hash over every row of every table, as the owner sees them. */
async function hashOf(ownerUrl: string, tenantId: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1 });
  const hash = createHash("sha256");
  try {
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'kith' and table_type = 'BASE TABLE' order by 1`;
    for (const { name } of tables) {
      const [row] = await sql`
        select coalesce(string_agg(t::text, E'\n' order by t::text), '') as text
        from ${sql("kith")}.${sql(name)} t where tenant_id = ${tenantId}`;
      hash.update(`${name}\n${row?.text}\n`);
    }
  } finally {
    await sql.end();
  }
  return hash.digest("hex");
}

async function switchOffRowLevelSecurity(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const tables = await sql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p')`;
    for (const { name } of tables) {
      await sql`alter table ${sql("kith")}.${sql(name)} disable row level security`;
    }
  } finally {
    await sql.end();
  }
}

// Many requests: on a busy machine the runner's own limit could come first.
t.setTimeout(600_000);

t.test("every operation of the OpenAPI document", (t) => attack(t, { rowLevelSecurity: true }));

// Each layer has to hold alone: here the predicates of the queries.
t.test("the same with row-level security switched off", (t) =>
  attack(t, { rowLevelSecurity: false }),
);

async function attack(t: Test, { rowLevelSecurity }: { rowLevelSecurity: boolean }): Promise<void> {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  if (!rowLevelSecurity) await switchOffRowLevelSecurity(api.ownerUrl);
  const operations = operationsOf(api.app);
  const victim = await api.client();
  const theirs = await fixture(victim, ["victoria", "vincent", "vera"]);
  const before = await hashOf(api.ownerUrl, victim.tenantId);
  const sameId = { "x-request-id": "same" };
  let probes = 0;

  const send = async (client: Client, request: BuiltRequest, key?: string | null) => {
    probes++;
    const { method, url, body } = request;
    const answer = await client.call(method, url, {
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
      headers: sameId,
    });
    const sent = `${url} ${JSON.stringify(body)}`;
    const shown = Object.values(theirs).filter((id) => !sent.includes(id));
    if ([...shown, "Canary v"].some((trace) => answer.text.includes(trace))) {
      t.fail(`${method} ${url} shows something of the other tenant: ${answer.text.slice(0, 500)}`);
    }
    return answer;
  };

  for (const operation of operations) {
    t.test(operation.id, async (t) => {
      const client = await api.client();
      const own = await fixture(client);
      const request = buildRequest(operation, own);

      const unknown = mintApiKey("test", client.tenantId).key;
      const elsewhere = mintApiKey("live", "01890a5d-ac96-774b-bcce-b302099a8057").key;
      const revoked = await client.post("/v1/api-keys", { name: "revoked", scopes: ["admin"] });
      await client.delete(`/v1/api-keys/${revoked.body.id}`);
      const keys = [null, "nonsense", unknown, elsewhere, revoked.body.key];
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

      // Each in a tenant of its own, since an accepted probe may change what the next one meets.
      const probe = async (put: (id: string) => Replaced, id: string) => {
        const fresh = await api.client();
        return send(fresh, buildRequest(operation, await fixture(fresh), put(id)));
      };
      for (const { name, kind, put } of idPositions(operation)) {
        for (const [victims, nobodys] of attacks(kind, theirs)) {
          const attack = await probe(put, victims);
          const control = await probe(put, nobodys);
          t.equal(
            attack.status,
            control.status,
            `${name}: another tenant's id is as a missing one`,
          );
          t.equal(masked(attack, victims), masked(control, nobodys), `${name}: to the letter`);
        }
      }

      const unused = await api.client();
      const takesIds = idPositions(operation).length > 0;
      const works = await send(takesIds ? client : unused, request);
      t.ok(works.status < 300, `its documented example works: ${works.status}`);
    });
  }

  t.test("left the other tenant's rows as they were", async (t) => {
    t.equal(await hashOf(api.ownerUrl, victim.tenantId), before);
    t.comment(`${operations.length} operations, ${probes} probes`);
  });
}

/** The victim's ids beside ids of the same form that name nothing. */
function attacks(kind: keyof Fixture, theirs: Fixture): [string, string][] {
  const byId: [string, string] = [theirs[kind], missing[kind]];
  return kind === "person" ? [byId, ["ext:victoria", "ext:nobody12"]] : [byId];
}

/** Without what differs by nature: the id that was sent, and ids and times of what was created. */
function masked({ text }: Answer, sent: string): string {
  return text
    .replaceAll(sent, "<sent>")
    .replaceAll(sent.replace(/^ext:/, ""), "<sent>")
    .replaceAll(/\b(per|int|key)_[0-9a-z]{26}\b/g, "<new>")
    .replaceAll(/kith_test_\w+|kith_test_…\w+/g, "<key>");
}
