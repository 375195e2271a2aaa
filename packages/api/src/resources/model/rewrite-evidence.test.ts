import { MS_PER_DAY, modelBounds, resolveModel } from "@kith/core";
import { interactions } from "@kith/db";
import postgres from "postgres";
import t from "tap";
import { type Client, type TestApi, testApi, testStart } from "../../testing/test-api.ts";
import {
  differences,
  expectedEvidence,
  storedEvidence,
} from "../interactions/testing/stored-evidence.ts";
import { type Contact, recordContacts } from "../ties/testing/contacts.ts";
import { maxRewrittenDays } from "./update-model.ts";

const names = ["ada", "bea", "cai", "dov", "eve"];
const types = ["message", "advice", "conflict", "repair", "thanks"];

/** A log of years with help, friction and both directions; always the same one. */
function contacts(count: number, seed: number): Contact[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, () => {
    const from = next(names.length);
    const to = (from + 1 + next(names.length - 1)) % names.length;
    const at = testStart - next(8 * 365 * 24) * 3_600_000;
    return [names[from], names[to], at, types[next(types.length)]] as unknown as Contact;
  });
}

/** Where stored evidence and core's evidence of the stored log differ. */
async function faults(api: TestApi, client: Client) {
  const { body } = await client.get("/v1/model");
  const log = await api.database.withTenant(client.tenantId, (tx) =>
    tx.select().from(interactions),
  );
  const given = log.map(({ fromId: from, toId: to, ...row }) => ({ ...row, from, to }));
  const { pairs } = await storedEvidence(api.database, client.tenantId);
  return differences(pairs, expectedEvidence(given, resolveModel(body.overrides)));
}

const patch = (client: Client, overrides: object) => client.patch("/v1/model", { overrides });

t.test("changed half-lives make stored evidence what it had been with them always", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts(400, 7));
  t.same(await faults(api, client), []);
  const { min, max } = modelBounds.halfLifeDays;
  for (const overrides of [
    { halfLifeDays: 180, recentHalfLifeDays: 30, cadencePriorDays: 60 },
    { halfLifeDays: min, recentHalfLifeDays: modelBounds.recentHalfLifeDays.min },
    { halfLifeDays: max },
  ]) {
    t.equal((await patch(client, overrides)).status, 200);
    t.same(await faults(api, client), [], JSON.stringify(overrides));
  }
  await recordContacts(client, contacts(200, 11));
  t.same(await faults(api, client), [], "and what is recorded from then on is summed with them");
  const { body } = await client.get("/v1/interactions?limit=1");
  await client.delete(`/v1/interactions/${body.data[0].id}`);
  const { pairs } = await storedEvidence(api.database, client.tenantId);
  t.equal(Object.keys(pairs).length, 10);
  await patch(client, { halfLifeDays: null, recentHalfLifeDays: null, cadencePriorDays: null });
  t.equal((await client.get("/v1/model")).body.model, "kith-2026.1");
});

t.test("no interleaving of recording and changing mixes two half-lives", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts(20, 3));
  const recorded = Array.from({ length: 12 }, (_, n) =>
    recordContacts(client, contacts(40, 100 + n)),
  );
  const changed = [90, 200, 730, 120].map((halfLifeDays) =>
    patch(client, { halfLifeDays, recentHalfLifeDays: 30 }),
  );
  const answers = await Promise.all([...changed, ...recorded]);
  t.same(
    answers.slice(0, 4).map((answer) => answer?.status),
    [200, 200, 200, 200],
  );
  t.same(await faults(api, client), []);
});

t.test("beyond its limit a change of half-lives is refused, others are not", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, [["ada", "bea", testStart - MS_PER_DAY]]);
  const owner = postgres(api.ownerUrl, { max: 1 });
  await owner`
    insert into kith.contact_days (tenant_id, a_id, b_id, day, mask, added)
    select ${client.tenantId}, '00000000-0000-7000-8000-000000000001',
      '00000000-0000-7000-8000-000000000002', date '1000-01-01' + n, 1, 1
    from generate_series(1, ${maxRewrittenDays}::int) as n`;
  await owner.end();
  const refused = await patch(client, { halfLifeDays: 180, bandCore: 0.8 });
  t.match(refused, {
    status: 409,
    body: { code: "conflict", errors: [{ pointer: "/overrides/halfLifeDays", detail: /100,000/ }] },
  });
  t.equal((await client.get("/v1/model")).body.model, "kith-2026.1", "as a whole");
  t.equal((await patch(client, { bandCore: 0.8 })).status, 200);
});
