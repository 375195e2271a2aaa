import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(300_000);
const day = 86_400_000;
const api = await testApi(t, { rateLimitPerMinute: 0 });

/** So many people at an organization, in contact with one another around a circle. */
async function staff(client: Client, organization: string, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, i) => `${organization}-${i}`);
  await client.post(
    "/v1/people/batch",
    ids.map((externalId) => ({ externalId, positions: [{ organization, from: "2020-01-01" }] })),
  );
  const events = ids.flatMap((id, i) =>
    Array.from({ length: 20 }, (_, k) => ({
      type: k % 5 === 0 ? "advice" : "message",
      from: `ext:${id}`,
      to: [`ext:${ids[(i + 1) % count]}`],
      occurredAt: new Date(testStart - (5 + k * 20) * day).toISOString(),
    })),
  );
  await client.post("/v1/interactions/batch", events);
}

t.test("figures about many, and about no group below the floor", async (t) => {
  const client = await api.client();
  await staff(client, "Large", 14);
  await staff(client, "Middle", 11);
  await staff(client, "Small", 4);
  const { status, body } = await client.get("/v1/health-overview?groupBy=organization");
  t.equal(status, 200);
  t.match(body, { people: 29, sampled: false, floor: 10, at: "2026-03-02T00:00:00.000Z" });
  const sizes = body.groups.map((g: { organization: string; people: number }) => [
    g.organization,
    g.people,
  ]);
  t.same(
    sizes,
    [
      ["Large", 14],
      [null, 15],
    ],
    "Middle joins Small, or Small could be subtracted",
  );
  t.equal(body.dimensions.freshness.shares.unknown, 0.1, "never none");
  const whole = await client.get("/v1/health-overview");
  t.same(whole.body, { ...body, groups: [] }, "the same figures of all, however asked");
  t.notMatch(whole.text, /per_|Small/);
});

t.test("of too few people nothing is said", async (t) => {
  const client = await api.client();
  await staff(client, "Alone", 9);
  const { body } = await client.get("/v1/health-overview?groupBy=organization");
  t.match(body, { people: 9, dimensions: null, groups: [] });
});

t.test("what happened today does not show until tomorrow", async (t) => {
  const client = await api.client();
  await staff(client, "Large", 14);
  const before = await client.get("/v1/health-overview");
  await client.post("/v1/interactions", {
    type: "conflict",
    from: "ext:Large-1",
    to: ["ext:Large-2"],
    occurredAt: new Date(testStart - 3_600_000).toISOString(),
  });
  t.same((await client.get("/v1/health-overview")).body, before.body);
});

t.test("it is for the platform alone", async (t) => {
  const client = await api.client();
  await client.put("/v1/people/ext:ada", {});
  const { body } = await client.post("/v1/member-tokens", { person: "ext:ada" });
  t.equal((await client.get("/v1/health-overview", { key: body.token })).status, 403);
});
