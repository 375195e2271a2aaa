import { MS_PER_DAY, modelVersion } from "@kith/core";
import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, recordContacts } from "../ties/testing/contacts.ts";

const day = (ago: number) => testStart - ago * MS_PER_DAY;

/** Ada and Bea every third day for a year, Bea and Cai now and then: a way from Ada to Cai. */
const contacts: Contact[] = [
  ...Array.from({ length: 120 }, (_, n): Contact => ["ada", "bea", day(5 + 3 * n)]),
  ...Array.from({ length: 12 }, (_, n): Contact => ["bea", "cai", day(10 + 30 * n)]),
  ["ada", "dov", day(50)],
];

const url = "/v1/ties/ext:ada/ext:bea";

/** Every answer that is measured, under a name. */
async function answers(client: Client) {
  const at = new Date(day(100)).toISOString();
  const search = { from: "ext:ada", to: { person: "ext:cai" }, maxIntroducers: 1 };
  const { status: _, ...all } = {
    status: 0,
    now: (await client.get(url)).body,
    past: (await client.get(`${url}?at=${at}`)).body,
    declared: (await client.patch(url, { circle: "close" })).body,
    listed: (await client.get("/v1/people/ext:ada/ties")).body.data[0],
    history: (await client.get(`${url}/history?step=100`)).body,
    explained: (await client.get(`${url}/explanation`)).body,
    paths: (await client.post("/v1/paths/search", search)).body,
  };
  return all;
}

t.test("every measured answer is measured by the tenant's model, and names it", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts);
  const before = await answers(client);
  for (const [name, { model }] of Object.entries(before)) t.equal(model, modelVersion, name);

  const overrides = { kappaScale: 0.2, bandActive: 0.89, trendNewDays: 365, cadencePriorDays: 300 };
  const { body: changed } = await client.patch("/v1/model", { overrides });
  const after = await answers(client);
  for (const [name, { model }] of Object.entries(after)) t.equal(model, changed.model, name);

  const kappa = (strength: number) => strength / (1 - strength);
  for (const name of ["now", "past", "declared", "listed", "explained"] as const) {
    const ratio = kappa(after[name].strength) / kappa(before[name].strength);
    t.ok(Math.abs(ratio - 0.2) < 1e-9, `${name}: ${ratio}`);
  }
  t.same([before.now.band, after.now.band], ["core", "fading"]);
  t.same([before.now.trend, after.past.trend], ["growing", "new"]);
  t.equal(
    after.explained.sentences[0],
    "This tie is fading: contact within three months is not likely by itself.",
  );
  const last = (points: { strength: number; band: string }[]) => points.at(-1);
  t.match(last(after.history.points), { strength: after.now.strength, band: "fading" });
  t.equal(last(before.history.points)?.band, "core");
  const [hop] = after.paths.data[0].hops;
  t.equal(hop.strength, after.now.strength);
  t.ok(hop.p90 < before.paths.data[0].hops[0].p90);
  t.match(hop.reason, /become rare/);
  t.match(after.listed.cadence, { dueAt: after.now.cadence.dueAt });
  t.not(after.now.cadence.dueAt, before.now.cadence.dueAt);
});

t.test("half-lives count for the past as for now, and lists keep their bounds", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts);
  const before = await client.get(url);
  const at = new Date(day(4)).toISOString();
  await client.patch("/v1/model", { overrides: { halfLifeDays: 60, recentHalfLifeDays: 14 } });
  const now = (await client.get(url)).body;
  t.ok(now.strength < before.body.strength);
  const past = (await client.get(`${url}?at=${at}`)).body;
  const points = (await client.get(`${url}/history?since=${at}&step=4`)).body.points;
  t.same(
    points.map(({ strength }: { strength: number }) => strength.toFixed(9)),
    [past.strength.toFixed(9), now.strength.toFixed(9)],
    "the past is rebuilt, the present was rewritten: one model",
  );
  const atLeast = (minStrength: string) =>
    client.get(`/v1/people/ext:ada/ties?minStrength=${minStrength}`);
  t.equal((await atLeast((now.strength - 1e-6).toFixed(9))).body.data.length, 1);
  t.equal((await atLeast((now.strength + 1e-6).toFixed(9))).body.data.length, 0);
});

t.test("the order by due time follows a changed cadence prior", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts);
  const order = async () => {
    const { body } = await client.get("/v1/people/ext:ada/ties?sort=dueAt");
    const due = body.data.map((tie: { cadence: { dueAt: string } }) => tie.cadence.dueAt);
    t.same(due, due.toSorted(), "in order");
    return body.data.map((tie: { person: { externalId: string } }) => tie.person.externalId);
  };
  t.same(await order(), ["dov", "bea"]);
  await client.patch("/v1/model", { overrides: { cadencePriorDays: 300 } });
  t.same(await order(), ["bea", "dov"]);
});
