import { testSql } from "@kith/db/testing";
import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);

/** Ada and Grace, with everything that either can have or be named in. */
async function tenant(): Promise<Client> {
  const client = await api.client();
  for (const name of ["ada", "grace", "bob"]) await client.put(`/v1/people/ext:${name}`, { name });
  for (const by of ["ada", "grace"]) {
    const audience = {
      to: "people",
      people: by === "ada" ? ["ext:grace", "ext:bob"] : ["ext:ada"],
    };
    const canary = { by: `ext:${by}`, audience, title: `canary-${by}` };
    const { body: ask } = await client.post("/v1/asks", { ...canary, text: `canary-${by}` });
    const helpedBy = [by === "ada" ? "ext:grace" : "ext:ada"];
    const closing = { by: `ext:${by}`, outcome: "helped", helpedBy, note: `canary-${by}` };
    await client.post(`/v1/asks/${ask.id}/close`, closing);
    await client.post("/v1/offers", { ...canary, kinds: ["advice"], text: `canary-${by}` });
    await client.post("/v1/goals", { ...canary, target: { skill: `canary-${by}` } });
    const person = by === "ada" ? "ext:grace" : "ext:ada";
    await client.post("/v1/goals", { ...canary, target: { person } });
    await client.post("/v1/goals", { ...canary, target: { person: "ext:bob" } });
  }
  return client;
}

const tables = "asks ask_recipients ask_helpers offers offer_recipients goals goal_recipients";

async function everything({ tenantId }: Client): Promise<string> {
  const rows = [];
  for (const table of tables.split(" ")) {
    rows.push(...(await sql`select * from kith.${sql(table)} where tenant_id = ${tenantId}`));
  }
  return JSON.stringify(rows);
}

t.test("the export of a person has their asks, offers and goals, and nobody else's", async (t) => {
  const client = await tenant();
  const { body } = await client.get("/v1/people/ext:ada/export");
  t.equal(body.asks.length, 1);
  t.match(body.asks[0], { title: "canary-ada", note: "canary-ada", outcome: "helped" });
  t.equal(body.offers.length, 1);
  t.equal(body.goals.length, 3);
  t.notMatch(JSON.stringify(body), "canary-grace");
});

t.test("erasing a person leaves no trace of them in asks, offers and goals", async (t) => {
  const client = await tenant();
  const { id: ada } = (await client.get("/v1/people/ext:ada")).body;
  const [row] = await sql`select id from kith.people
    where tenant_id = ${client.tenantId} and external_id = 'ada'`;
  t.match(await everything(client), row?.id);
  t.equal((await client.delete(`/v1/people/${ada}`)).status, 200);
  const left = await everything(client);
  t.notMatch(left, row?.id);
  t.notMatch(left, "canary-ada");
  t.match(left, "canary-grace");
});

t.test("merging two people joins what they have; what would be about oneself goes", async (t) => {
  const client = await tenant();
  t.equal((await client.post("/v1/people/ext:ada/merge", { into: "ext:grace" })).status, 200);
  const { body } = await client.get("/v1/people/ext:grace/export");
  t.same(body.asks.map(({ title }: { title: string }) => title).sort(), [
    "canary-ada",
    "canary-grace",
  ]);
  for (const ask of body.asks) t.same(ask.helpedBy, [], "nobody helps oneself");
  const bob = (await client.get("/v1/people/ext:bob")).body.id;
  const audiences = body.asks.map(
    ({ audience }: { audience: { people: string[] } }) => audience.people,
  );
  t.same(audiences.flat(), [bob], "nobody addresses oneself");
  t.equal(body.offers.length, 2);
  t.same(
    body.goals.map((goal: { kind: string }) => goal.kind).sort(),
    ["person", "person", "skill", "skill"],
    "no goal to know oneself",
  );
  t.same((await client.get("/v1/asks?person=ext:ada")).body.data.length, 2, "by the former name");
});
