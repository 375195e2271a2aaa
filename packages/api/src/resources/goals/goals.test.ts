import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const day = 86_400_000;

async function tenant(...names: string[]): Promise<Client> {
  const client = await api.client();
  for (const name of names) await client.put(`/v1/people/ext:${name}`, { name });
  return client;
}

const tokenOf = async (client: Client, name: string) =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token as string;

t.afterEach(() => api.clock.set(testStart));

t.test("a goal is one's own until one says for whom else it is", async (t) => {
  const client = await tenant("ada", "grace");
  const audience = { to: "people", people: ["ext:grace"] };
  const made = await client.post("/v1/goals", { by: "ext:ada", target: { skill: "Looms" } });
  t.match(made, {
    status: 201,
    body: { kind: "skill", target: "Looms", audience: { to: "private" }, state: "open" },
  });
  const url = `/v1/goals/${made.body.id}`;
  const key = await tokenOf(client, "grace");
  t.equal((await client.get(url, { key })).status, 404);
  await client.patch(url, { by: "ext:ada", audience, note: "secret" });
  t.match(await client.get(url, { key }), { status: 200, body: { note: null, audience: null } });
  t.equal((await client.get("/v1/goals?person=ext:grace", { key })).body.data.length, 1);
  await client.post(`${url}/close`, { by: "ext:ada", outcome: "reached" });
  t.equal((await client.get(url, { key })).status, 404, "what is over is one's own again");
  t.match((await client.get(url)).body, { outcome: "reached", note: "secret" });
});

t.test(
  "a goal whose date has passed is opened again by a new one, a closed one is not",
  async (t) => {
    const client = await tenant("ada");
    const until = (days: number) => new Date(testStart + days * day).toISOString();
    const { body } = await client.post("/v1/goals", {
      by: "ext:ada",
      target: { role: "Engineer" },
      until: until(10),
    });
    const url = `/v1/goals/${body.id}`;
    const patch = (change: object) => client.patch(url, { by: "ext:ada", ...change });
    api.clock.set(testStart + 10 * day);
    t.equal((await client.get(url)).body.state, "expired");
    t.equal((await client.get("/v1/goals?state=expired")).body.data.length, 1);
    t.match(await patch({ title: "x" }), { status: 409, body: { code: "invalid_state" } });
    t.match(await patch({ until: until(20) }), { status: 200, body: { state: "open" } });
    t.match(await patch({ until: null }), { status: 200, body: { until: null } });
    const close = () => client.post(`${url}/close`, { by: "ext:ada", outcome: "letGo" });
    t.equal((await close()).status, 200);
    t.match(await close(), { status: 409, body: { code: "invalid_state" } });
    t.match(await patch({ title: "x" }), { status: 409, body: { code: "invalid_state" } });
  },
);

t.test("a goal to know somebody is not told to who can't find them", async (t) => {
  const client = await tenant("ada", "grace", "target");
  const made = await client.post("/v1/goals", {
    by: "ext:ada",
    target: { person: "ext:target" },
    audience: { to: "public" },
  });
  t.match(made.body, { kind: "person", target: null, targetPerson: { externalId: "target" } });
  const key = await tokenOf(client, "grace");
  const url = `/v1/goals/${made.body.id}`;
  t.equal((await client.get(url, { key })).status, 200);
  await client.put("/v1/people/ext:target/frame", { audiences: { name: "private" } });
  t.equal((await client.get(url, { key })).status, 404);
  t.same((await client.get("/v1/goals?person=ext:grace", { key })).body.data, []);
});

t.test("bad input is refused with what is wrong", async (t) => {
  const client = await tenant("ada");
  const post = (body: object) =>
    client.post("/v1/goals", { by: "ext:ada", target: { skill: "A" }, ...body });
  const oneself = await post({ target: { person: "ext:ada" } });
  t.match(oneself, { status: 400, body: { errors: [{ pointer: "/target/person" }] } });
  t.equal((await post({ target: { person: "ext:nobody" } })).status, 404);
  t.equal((await post({ target: {} })).status, 400);
  t.equal((await post({ target: { skill: "a", role: "b" } })).status, 400);
  t.equal((await post({ until: "2026-03-01T00:00:00Z" })).status, 400);
  t.equal((await post({ by: "ext:nobody" })).status, 404);
  for (let left = 25; left > 0; left--) t.equal((await post({})).status, 201);
  t.match(await post({}), { status: 409, body: { code: "invalid_state" } });
});
