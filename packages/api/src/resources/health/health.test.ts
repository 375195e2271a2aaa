import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(300_000);
const day = 86_400_000;
const api = await testApi(t, { rateLimitPerMinute: 0 });
const at = (daysAgo: number) => new Date(testStart - daysAgo * day).toISOString();

/** A contact every so many days, taking turns, from one day before now to another. */
const contact = (from: string, to: string, every: number, since: number, until = 1) =>
  Array.from({ length: Math.floor((since - until) / every) }, (_, i) => ({
    type: "message",
    from: `ext:${i % 2 === 0 ? from : to}`,
    to: [`ext:${i % 2 === 0 ? to : from}`],
    occurredAt: at(since - i * every),
    externalId: `${from}-${to}-${i}`,
  }));

const help = (type: string, from: string, to: string, daysAgo: number) => ({
  type,
  from: `ext:${from}`,
  to: [`ext:${to}`],
  occurredAt: at(daysAgo),
  externalId: `${type}-${from}-${to}-${daysAgo}`,
});

const names = ["ada", "grace", "alan", "mary", "eve", "sam"];

async function tenant(): Promise<Client> {
  const client = await api.client();
  for (const name of names) await client.put(`/v1/people/ext:${name}`, { name: `Test ${name}` });
  return client;
}

const record = async (client: Client, events: object[]) => {
  const { status, body } = await client.post("/v1/interactions/batch", events);
  if (status >= 300 || body.rejected.length > 0) throw new Error(JSON.stringify(body));
};

/** A network with something to say in most dimensions. */
const life = [
  ...contact("ada", "grace", 5, 700),
  ...contact("ada", "alan", 5, 700, 120),
  ...contact("ada", "mary", 5, 700, 130),
  ...contact("grace", "alan", 20, 700),
  help("advice", "grace", "ada", 30),
  help("support", "alan", "ada", 40),
  help("feedback", "mary", "ada", 45),
  help("mentoring", "mary", "ada", 50),
];

t.test("the reality check of a person, each step with something to call", async (t) => {
  const client = await tenant();
  await record(client, life);
  await client.patch("/v1/ties/ext:ada/ext:grace", { context: "both", roles: ["friend"] });
  const { status, body } = await client.get("/v1/people/ext:ada/health");
  t.equal(status, 200);
  const { dimensions } = body;
  t.match(dimensions.quality, { value: 3, band: "steady", code: "some" });
  t.match(dimensions.freshness, { value: 1 / 3, band: "worthALook", code: "cooling" });
  t.match(dimensions.freshness.trend, { direction: "down", yearAgo: 1 });
  t.match(dimensions.reciprocity, { value: 0, code: "roomToGive" });
  t.match(dimensions.gratitude, { value: 0, band: "worthALook" });
  t.match(dimensions.supportCoverage.figures, { mentor: 1, feedback: 1, emotional: 2 });
  t.match(dimensions.overlap, { value: null, band: "unknown" });
  t.match(dimensions.freshness.nextSteps[0], { code: "reconnect", operation: "ties.agenda" });
  t.match(dimensions.freshness.nextSteps[0].text, /^Get back in touch with Test (alan|mary)/);
  const steps = Object.values(dimensions).flatMap(
    (dimension) => (dimension as { nextSteps: { href: string }[] }).nextSteps,
  );
  t.ok(steps.length > 5);
  for (const { href } of steps) t.equal((await client.get(href)).status, 200, href);
});

t.test("a member sees their own, and can take every step", async (t) => {
  const client = await tenant();
  await record(client, life);
  const { body } = await client.post("/v1/member-tokens", { person: "ext:ada" });
  const key = body.token;
  const own = await client.get("/v1/people/ext:ada/health", { key });
  t.equal(own.status, 200);
  for (const { nextSteps } of Object.values(own.body.dimensions) as {
    nextSteps: { href: string }[];
  }[]) {
    for (const { href } of nextSteps) {
      t.equal((await client.get(href, { key })).status, 200, href);
    }
  }
  const other = await client.get("/v1/people/ext:grace/health", { key });
  t.match(other, { status: 404, body: { code: "not_found" } });
});

t.test("too little on record is said, and is no number", async (t) => {
  const client = await tenant();
  await record(client, [help("advice", "grace", "ada", 3)]);
  for (const name of ["ada", "sam"]) {
    const { body } = await client.get(`/v1/people/ext:${name}/health`);
    for (const [dimension, read] of Object.entries(body.dimensions) as [
      string,
      { reason: string },
    ][]) {
      if (dimension === "supportCoverage" && name === "ada") continue;
      t.match(read, { value: null, band: "unknown", trend: null }, `${name} ${dimension}`);
      t.match(read.reason, /record|told of/);
    }
  }
});

t.test("the past reads as it did then, and the future is not asked", async (t) => {
  const client = await tenant();
  const half = life.filter(({ occurredAt }) => occurredAt <= at(200));
  await record(client, half);
  const url = `/v1/people/ext:ada/health?at=${at(200)}`;
  const then = await client.get(url);
  await record(client, life);
  t.same((await client.get(url)).body, then.body);
  const ahead = await client.get(`/v1/people/ext:ada/health?at=${at(-1)}`);
  t.match(ahead, { status: 400, body: { errors: [{ pointer: "?at" }] } });
  t.equal((await client.get("/v1/people/ext:ada/health?at=1970-01-01T00:00:00Z")).status, 200);
});

t.test(
  "whoever hides their name stays unnamed in the next steps, also to the platform",
  async (t) => {
    const client = await tenant();
    await record(client, life);
    await client.put("/v1/people/ext:mary/frame", { audiences: { name: "private" } });
    const { text } = await client.get("/v1/people/ext:ada/health");
    t.notMatch(text, /Test mary/);
    t.match(text, /Test alan/);
  },
);

t.test("what was put to rest is left in peace", async (t) => {
  const client = await tenant();
  await record(client, life);
  for (const name of ["alan", "mary"]) {
    await client.patch(`/v1/ties/ext:ada/ext:${name}`, { paused: true });
  }
  const { body } = await client.get("/v1/people/ext:ada/health");
  t.match(body.dimensions.freshness, { value: 1, nextSteps: [] });
});

t.test("of a voided interaction nothing is left", async (t) => {
  const client = await tenant();
  await record(client, life);
  const before = await client.get("/v1/people/ext:ada/health");
  const made = await client.post("/v1/interactions", help("endorsement", "sam", "ada", 10));
  await client.delete(`/v1/interactions/${made.body.id}`);
  t.same((await client.get("/v1/people/ext:ada/health")).body, before.body);
});
