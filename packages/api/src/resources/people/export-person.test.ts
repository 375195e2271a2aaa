import t from "tap";
import { testApi } from "../../testing/test-api.ts";
import { input } from "./examples.ts";

t.test("an export", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const at = (day: number) => `2026-02-0${day}T10:00:00.000Z`;
  await client.put("/v1/people/ext:ada", { ...input, externalId: "ada" });
  await client.put("/v1/people/ext:old", {});
  const old = (await client.get("/v1/people/ext:old")).body.id;
  await client.post("/v1/people/ext:old/merge", { into: "ext:ada" });
  const events = [
    { type: "advice", from: "ext:ada", to: ["ext:ben", "ext:cyd"], occurredAt: at(1) },
    { type: "message", from: "ext:ben", to: ["ext:cyd", "ext:ada"], occurredAt: at(2) },
    { type: "message", from: "ext:ben", to: ["ext:cyd"], occurredAt: at(3) },
    { type: "call", from: "ext:ada", to: ["ext:cyd"], occurredAt: at(4) },
  ];
  const ids: string[] = [];
  for (const event of events) {
    ids.push((await client.post("/v1/interactions", { ...event, createPeople: true })).body.id);
  }
  await client.delete(`/v1/interactions/${ids[3]}`);
  await client.patch("/v1/ties/ext:ada/ext:ben", { note: "ada on ben", circle: "trusted" });
  await client.patch("/v1/ties/ext:ben/ext:ada", { note: "secret of ben" });
  const idOf = async (name: string) => (await client.get(`/v1/people/ext:${name}`)).body.id;
  const [ada, ben, cyd] = [await idOf("ada"), await idOf("ben"), await idOf("cyd")];

  t.test("holds all that is kept on a person", async (t) => {
    const { status, body } = await client.get("/v1/people/ext:ada/export");
    t.equal(status, 200);
    t.same(body.person, (await client.get(`/v1/people/${ada}`)).body);
    t.same(body.formerIds.sort(), ["ext:old", old].sort());
    t.equal(body.lastSeenAt, at(2));
    t.equal(body.interactionsComplete, true);
    t.match(body.interactions, [
      { id: ids[3], to: [cyd], voidedAt: "2026-03-02T09:30:00.000Z" },
      { id: ids[1], from: ben, to: [ada], voidedAt: null },
      { id: ids[0], from: ada, to: [ben, cyd], voidedAt: null },
    ]);
    t.equal(body.interactions.length, 3);
    const byTo = (to: string) => body.ties.find((tie: { to: string }) => tie.to === to);
    t.match(byTo(ben), { contactDays: 2, givenDays: 1, receivedDays: 0, lastInAt: at(2) });
    t.match(byTo(cyd), { contactDays: 1, givenDays: 1, lastOutAt: at(1), lastInAt: null });
    t.match(body.declarations, [{ to: ben, declared: { note: "ada on ben", circle: "trusted" } }]);
  });

  t.test("does not hold what others declared, nor whom else they wrote to", async (t) => {
    const { text } = await client.get("/v1/people/ext:ada/export");
    t.notMatch(text, /secret of ben/);
    t.notOk(text.includes(ids[2] as string));
  });

  t.test("is for administrators, because it holds what every scope guards", async (t) => {
    const scopes = ["people:read", "interactions:read", "ties:read"];
    const { key } = (await client.post("/v1/api-keys", { name: "reader", scopes })).body;
    const answer = await client.get("/v1/people/ext:ada/export", { key });
    t.match(answer, { status: 403, body: { code: "insufficient_scope" } });
  });

  t.test("of somebody of whom nothing is kept is empty", async (t) => {
    await client.put("/v1/people/ext:empty", {});
    t.match((await client.get("/v1/people/ext:empty/export")).body, {
      formerIds: [],
      lastSeenAt: null,
      interactions: [],
      interactionsComplete: true,
      ties: [],
      declarations: [],
    });
  });
});
