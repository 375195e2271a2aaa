import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const day = 86_400_000;
const headers = { "x-request-id": "same" };

async function tenant(people: Record<string, object>): Promise<Client> {
  const client = await api.client();
  for (const [name, profile] of Object.entries(people)) {
    await client.put(`/v1/people/ext:${name}`, { name, ...profile });
  }
  return client;
}

async function meet(client: Client, one: string, other: string, days = [3, 9, 20]) {
  for (const [index, ago] of days.entries()) {
    const [from, to] = index % 2 ? [one, other] : [other, one];
    const occurredAt = new Date(testStart - ago * day).toISOString();
    const body = { type: "call", from: `ext:${from}`, to: [`ext:${to}`], occurredAt };
    t.equal((await client.post("/v1/interactions", body)).status, 201);
  }
}

const goal = async (client: Client, target: object, more: object = {}) =>
  (await client.post("/v1/goals", { by: "ext:ada", target, ...more })).body.id as string;
const coverage = async (client: Client, id: string) =>
  (await client.get(`/v1/goals/${id}/coverage`)).body;
const codes = (list: { code: string }[]) => list.map(({ code }) => code);

t.test("a goal shows who helps, whom to meet, what it lacks and what to ask", async (t) => {
  const client = await tenant({
    ada: {},
    ben: {},
    cat: { skills: ["looms"] },
    old: { skills: ["Looms"] },
    far: { skills: ["Looms"] },
  });
  for (const name of ["ben", "cat"]) await meet(client, "ada", name);
  await meet(client, "ada", "old", [900]);
  await meet(client, "ben", "far");
  const id = await goal(client, { skill: "Looms" });
  const found = await coverage(client, id);
  t.same(
    found.helpers.map(({ person }: { person: { name: string } }) => person.name),
    ["cat", "old"],
  );
  t.match(found.toMeet, [{ person: { name: "far" }, path: { through: [{ name: "ben" }] } }]);
  t.same(codes(found.gaps), ["notTold"]);
  t.match(found.suggestedAsks, [
    {
      code: "advice",
      text: "Ask cat what they would do in your place.",
      href: "/v1/asks",
      ask: { kind: "advice", skills: ["Looms"] },
    },
    { code: "information", to: { name: "old" } },
    { code: "introduction", to: { name: "ben" }, about: { name: "far" } },
  ]);
});

t.test("roles and organizations are found among positions", async (t) => {
  const client = await tenant({
    ada: {},
    ben: { positions: [{ organization: "Mill", title: "Weaver" }] },
  });
  await meet(client, "ada", "ben");
  for (const target of [{ role: "weaver" }, { organization: "MILL" }]) {
    const { helpers, gaps } = await coverage(client, await goal(client, target));
    t.equal(helpers[0]?.person.name, "ben");
    t.same(codes(gaps), ["notTold", "oneOnly"]);
  }
  const none = await coverage(client, await goal(client, { role: "Pilot" }));
  t.same([none.helpers, none.toMeet, codes(none.gaps)], [[], [], ["notTold", "noWayYet"]]);
});

t.test("to know somebody, the way is over those who know them", async (t) => {
  const client = await tenant({ ada: {}, ben: {}, far: {} });
  await meet(client, "ada", "ben");
  await meet(client, "ben", "far");
  const id = await goal(client, { person: "ext:far" }, { audience: { to: "trusted" } });
  t.match(await coverage(client, id), {
    helpers: [{ person: { name: "ben" } }],
    toMeet: [{ person: { name: "far" } }],
    gaps: [],
    suggestedAsks: [{ code: "introduction", to: { name: "ben" }, href: "/v1/introductions" }],
  });
  await meet(client, "ada", "far");
  t.match(await coverage(client, id), { helpers: [{ person: { name: "far" } }], toMeet: [] });
});

t.test("coverage is for the owner alone, and holds nothing that others hide", async (t) => {
  const client = await tenant({ ada: {}, ben: { skills: ["Looms"] } });
  await meet(client, "ada", "ben");
  const id = await goal(client, { skill: "Looms" }, { audience: { to: "public" } });
  const tokens = [];
  for (const name of ["ada", "ben"]) {
    tokens.push((await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token);
  }
  const [ada, ben] = tokens;
  const read = (key: string, goalId = id) =>
    client.get(`/v1/goals/${goalId}/coverage`, { key, headers });
  t.equal((await read(ada)).body.helpers.length, 1);
  const theirs = await read(ben);
  t.equal(theirs.status, 404);
  t.equal(theirs.text, (await read(ben, "goa_01h455vb4pex5vsknk084sn02q")).text);
  await client.put("/v1/people/ext:ben/frame", { audiences: { skills: "private" } });
  t.same((await read(ada)).body.helpers, []);
  t.same((await coverage(client, id)).helpers, [], "nor to the platform on the owner's behalf");
  await client.post(`/v1/goals/${id}/close`, { by: "ext:ada", outcome: "letGo" });
  t.match(await coverage(client, id), { helpers: [], toMeet: [], gaps: [], suggestedAsks: [] });
});
