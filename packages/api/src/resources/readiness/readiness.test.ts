import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(300_000);
const api = await testApi(t);
const at = (days: number) => new Date(testStart + days * 86_400_000).toISOString();

async function people(...names: string[]): Promise<Client> {
  const client = await api.client();
  for (const name of names) await client.put(`/v1/people/ext:${name}`, { name });
  return client;
}

const happened = (client: Client, type: string, from: string, to: string, days: number) =>
  client.post("/v1/interactions", {
    ...{ type, from: `ext:${from}`, to: [`ext:${to}`], occurredAt: at(days) },
  });
const ask = async (client: Client, kind: string, to = "ben") =>
  (await client.get(`/v1/people/ext:ada/ask-readiness?to=ext:${to}&kind=${kind}`)).body;
const steps = (body: { firstSteps: { code: string }[] }) => body.firstSteps.map(({ code }) => code);

t.test("a weak tie is fine for information, and a referral waits", async (t) => {
  const client = await people("ada", "ben", "cho");
  await happened(client, "meeting", "ada", "ben", -300);
  t.match(await ask(client, "information"), {
    ready: true,
    code: "ready",
    readyFor: ["information"],
  });
  const referral = await ask(client, "referral");
  t.match(referral, {
    ...{ ready: false, code: "reconnectFirst", kind: "referral" },
    firstSteps: [{ code: "reconnect", operation: "ties.agenda", href: /\/agenda$/ }],
  });
  const stranger = await ask(client, "information", "cho");
  t.match(stranger, { ready: false, code: "stranger", firstSteps: [{ code: "meet" }] });
  const byDefault = await client.get("/v1/people/ext:ada/ask-readiness?to=ext:ben");
  t.equal(byDefault.body.kind, "information");
});

t.test("thanks and news come first, and what one could give is named", async (t) => {
  const client = await people("ada", "ben");
  await client.put("/v1/people/ext:ada", { name: "ada", skills: ["Rust"] });
  for (let n = 0; n < 12; n++)
    await happened(client, "message", n % 2 ? "ada" : "ben", n % 2 ? "ben" : "ada", -1 - 5 * n);
  await happened(client, "introduction", "ben", "ada", -20);
  await client.patch("/v1/ties/ext:ben/ext:ada", { roles: ["friend"] });
  const wanted = { by: "ext:ben", title: "Learning Rust", skills: ["rust"] };
  const asked = await client.post("/v1/asks", { ...wanted, audience: { to: "network" } });
  t.equal(asked.status, 201, asked.text);
  const before = await ask(client, "job");
  t.same(steps(before), ["thank", "reportBack", "offerHelp"]);
  t.match(before.firstSteps[2], {
    ...{ operation: "asks.get", href: `/v1/asks/${asked.body.id}` },
    text: "Offer ben something they are looking for: Learning Rust",
  });
  await happened(client, "update", "ada", "ben", -0.1);
  t.match(await ask(client, "job"), { ready: true, firstSteps: [{ code: "offerHelp" }] });
});

t.test(
  "nothing of the other side enters: not their pause, their words or their view",
  async (t) => {
    const client = await people("ada", "ben");
    for (let n = 0; n < 8; n++) await happened(client, "call", "ada", "ben", -1 - 5 * n);
    const before = await ask(client, "referral");
    const declared = { paused: true, note: "secret", circle: "far", roles: ["peer"] };
    await client.patch("/v1/ties/ext:ben/ext:ada", declared);
    t.same(await ask(client, "referral"), before);
    await client.patch("/v1/ties/ext:ada/ext:ben", { paused: true });
    t.match(await ask(client, "referral"), { code: "paused", firstSteps: [{ code: "resume" }] });
  },
);

t.test("a tenant sets the rules, kind by kind", async (t) => {
  const client = await people("ada", "ben");
  await happened(client, "meeting", "ada", "ben", -300);
  const rules = { referral: { leastBand: "dormant", leastContactDays: 1 } };
  const set = await client.patch("/v1/tenant", { askReadiness: rules });
  t.equal(set.status, 200, set.text);
  t.same(set.body.askReadiness, rules);
  t.equal((await ask(client, "referral")).ready, true);
  t.equal((await ask(client, "job")).ready, false, "another kind stays as it was");
  const wrong = await client.patch("/v1/tenant", { askReadiness: { marriage: {} } });
  t.equal(wrong.status, 400);
});

t.test("what can't be asked is a documented problem", async (t) => {
  const client = await people("ada", "ben");
  const url = "/v1/people/ext:ada/ask-readiness";
  t.equal((await client.get(`${url}?to=ext:ada`)).status, 400);
  t.equal((await client.get(`${url}?to=ext:nobody`)).status, 404);
  t.equal((await client.get(`${url}?to=ext:ben&kind=money`)).status, 400);
  t.equal((await client.get(url)).status, 400);
});
