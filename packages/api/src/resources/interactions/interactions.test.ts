import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

const item = (changes: object = {}) => ({
  type: "message",
  from: "ext:ada",
  to: ["ext:grace"],
  occurredAt: "2026-03-01T08:00:00.000Z",
  ...changes,
});

const batch = (client: Client, interactions: object[], createPeople = true) =>
  client.post("/v1/interactions/batch", { interactions, createPeople });

t.test("interactions", async (t) => {
  const api = await testApi(t);

  t.test("one is recorded, read back, and listed", async (t) => {
    const client = await api.client();
    const given = item({
      externalId: "mail-1",
      type: "advice",
      to: ["ext:grace", "ext:alan"],
      durationMinutes: 30,
      effort: "high",
      about: { gathering: "spring-dinner" },
      metadata: { source: "crm", '"quoted\\': 'a "b" \\ {c,d}', n: 1.5, no: null },
    });
    const answer = await client.post("/v1/interactions", { ...given, createPeople: true });
    t.equal(answer.status, 201, answer.text);
    const { from: _, to: __, ...same } = given;
    t.match(answer.body, { ...same, category: "help", recordedAt: "2026-03-02T09:30:00.000Z" });
    t.equal(answer.body.to.length, 2);
    t.equal(answer.headers.location, `/v1/interactions/${answer.body.id}`);
    t.same((await client.get(`/v1/interactions/${answer.body.id}`)).body, answer.body);
    t.same((await client.get("/v1/interactions")).body.data, [answer.body]);
    t.same((await client.get("/v1/interactions?person=ext:alan")).body.data, [answer.body]);
  });

  t.test("a batch", async (t) => {
    const client = await api.client();
    const answer = await batch(client, [
      item({ externalId: "a" }),
      item({ externalId: "a" }),
      item({ type: "poke" }),
      item(),
    ]);
    t.equal(answer.status, 200, answer.text);
    t.match(answer.body, { created: 2, duplicates: 1, rejected: [{ index: 2 }] });
  });
});
