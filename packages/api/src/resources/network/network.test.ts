import assert from "node:assert";
import t from "tap";
import { testApi } from "../../testing/test-api.ts";

t.setTimeout(300_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const client = await api.client();
const svg = { accept: "image/svg+xml" };

const days = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 2, 1) - index * 3 * 86_400_000).toISOString(),
  );
/** Calls of two on so many days, the latest yesterday. */
const meet = (one: string, other: string, count: number) =>
  days(count).map((occurredAt) => ({
    ...{ type: "call", from: `ext:${one}`, to: [`ext:${other}`], occurredAt },
  }));
const record = async (log: object[]) => {
  const answer = await client.post("/v1/interactions/batch?createPeople=true", log);
  assert.deepEqual(answer.body.rejected, [], answer.text);
};

// ada knows ben well, cyd less and dee hardly; ben knows cyd well, and zoe, whom ada does not know.
await record([
  ...[...meet("ada", "ben", 60), ...meet("ada", "cyd", 12), ...meet("ada", "dee", 1)],
  ...[...meet("ben", "cyd", 60), ...meet("ben", "zoe", 60), ...meet("dee", "cyd", 1)],
  ...meet("zoe", "yan", 60),
]);
for (const name of ["ada", "ben", "cyd", "dee", "zoe"]) {
  await client.put(`/v1/people/ext:${name}`, { name: `${name} <b>&` });
}
await client.patch("/v1/ties/ext:ada/ext:dee", { paused: true });
await client.patch("/v1/ties/ext:ben/ext:ada", { paused: true, note: "canary", circle: "canary" });
const tokenOf = async (name: string): Promise<string> =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token;
const idOf = async (name: string): Promise<string> =>
  (await client.get(`/v1/people/ext:${name}`)).body.id;
const names = new Map<string, string>();
for (const name of ["ada", "ben", "cyd", "dee", "zoe"]) names.set(await idOf(name), name);

interface Edge {
  from: string;
  to: string;
  strength: number | null;
  band: string | null;
  [field: string]: unknown;
}
const url = "/v1/people/ext:ada/network";
const read = async (query = "", key?: string) => {
  const answer = await client.get(`${url}${query}`, key === undefined ? {} : { key });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
};
const pairs = (edges: Edge[]) =>
  edges
    .map(({ from, to }) => `${names.get(from)}-${names.get(to)}`.split("-").sort().join("-"))
    .sort();
const people = (body: { nodes: { person: { id: string }; distance: number }[] }) =>
  body.nodes.map(({ person, distance }) => `${names.get(person.id)} ${distance}`);

t.test(
  "a network is the person, their ties strongest first, and the ties among those",
  async (t) => {
    const body = await read();
    t.same(people(body), ["ada 0", "ben 1", "cyd 1", "dee 1"]);
    t.same(pairs(body.edges), ["ada-ben", "ada-cyd", "ada-dee", "ben-cyd", "cyd-dee"]);
    t.equal(body.isComplete, true);
    t.match(body.measures, { alters: 3, concentration: 1 });
    t.ok(body.measures.effectiveSize > 1 && body.measures.effectiveSize < 3);
  },
);

t.test("own ties read as everywhere else", async (t) => {
  const { edges } = await read();
  for (const edge of edges.slice(0, 3)) {
    const tie = (await client.get(`/v1/ties/ext:ada/${edge.to}`)).body;
    const { from, to, strength, band, trend, strained, paused } = tie;
    t.same(edge, { from, to, strength, band, trend, strained, paused });
  }
  const between = edges.find(({ strength, trend }: Edge) => strength !== null && trend === null);
  const tie = (await client.get(`/v1/ties/${between.from}/${between.to}`)).body;
  t.same([between.strength, between.band], [tie.strength, tie.band]);
});

t.test("at depth 2 there are people beyond, and not those behind them", async (t) => {
  const body = await read("?depth=2");
  t.same(people(body), ["ada 0", "ben 1", "cyd 1", "dee 1", "zoe 2"]);
  t.ok(pairs(body.edges).includes("ben-zoe"));
});

t.test("the least strength and the limit leave the strongest", async (t) => {
  const all = await read();
  const [, second] = all.edges as Edge[];
  const strong = await read(`?minStrength=${((second?.strength ?? 0) - 0.001).toFixed(3)}`);
  t.same(people(strong), ["ada 0", "ben 1", "cyd 1"]);
  const first = await read("?limit=1");
  t.same(people(first), ["ada 0", "ben 1"]);
  t.equal(first.isComplete, false);
});

t.test("a member is told of others' ties only that there is one in use", async (t) => {
  const key = await tokenOf("ada");
  const body = await read("?depth=2", key);
  t.same(people(body), ["ada 0", "ben 1", "cyd 1", "dee 1", "zoe 2"]);
  t.same(pairs(body.edges), ["ada-ben", "ada-cyd", "ada-dee", "ben-cyd", "ben-zoe"]);
  for (const edge of body.edges.slice(3)) {
    t.match(edge, { strength: null, band: null, trend: null, strained: null, paused: null });
  }
  t.equal(body.measures, null);
  const own = body.edges.map(({ paused }: Edge) => paused).slice(0, 3);
  t.same(own, [false, false, true], "what ada put to rest herself, and not what ben did");
  t.notMatch(JSON.stringify(body), /canary/);
});

t.test("a member gets their own network only", async (t) => {
  const key = await tokenOf("ben");
  for (const ref of ["ext:ada", "ext:nobody", await idOf("ada")]) {
    const answer = await client.get(`/v1/people/${ref}/network`, { key });
    t.match(answer, { status: 404, body: { code: "not_found" } });
    const drawn = await client.get(`/v1/people/${ref}/network`, { key, headers: svg });
    t.match(drawn, { status: 404, body: { code: "not_found" } });
  }
});

t.test("frames hold in data and drawing", async (t) => {
  await client.put("/v1/people/ext:zoe/frame", { audiences: { name: "private" } });
  await client.put("/v1/people/ext:cyd/frame", {
    audiences: { name: "private", externalId: "private" },
  });
  const key = await tokenOf("ada");
  const body = await read("?depth=2", key);
  t.same(people(body), ["ada 0", "ben 1", "cyd 1", "dee 1"], "who hides is not beyond");
  t.equal(body.nodes[2].person.name, null);
  const drawn = await client.get(`${url}?depth=2`, { key, headers: svg });
  t.notMatch(drawn.text, /zoe|cyd/);
  t.match(drawn.text, /Your network/);
  t.match((await client.get(`${url}?depth=2`, { headers: svg })).text, /zoe.*cyd|cyd.*zoe/s);
});

t.test("the drawing is safe to open, and says who may cache it how", async (t) => {
  const answer = await client.get(url, { headers: svg });
  t.match(answer.headers, {
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    vary: "Accept",
  });
  t.match(answer.text, /ben &lt;b&gt;&amp;/);
  t.notMatch(answer.text, /<b>|<script|\son\w+=|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  t.equal((await client.get(url)).headers.vary, "Accept");
  const refused = await client.get(url, { headers: { accept: "text/html" } });
  t.match(refused, { status: 406, body: { code: "not_acceptable" }, headers: { vary: "Accept" } });
});

t.test("somebody without ties has a network of one, to read and to draw", async (t) => {
  await client.put("/v1/people/ext:eve", {});
  const { body } = await client.get("/v1/people/ext:eve/network?depth=2");
  t.match(body, { edges: [], isComplete: true, measures: { alters: 0, constraint: null } });
  t.equal(body.nodes.length, 1);
  const drawn = await client.get("/v1/people/ext:eve/network", { headers: svg });
  t.match(drawn.text, /Nobody here yet/);
});

t.test("what is not a network is refused with its place", async (t) => {
  for (const [query, pointer] of [
    ["depth=3", "?depth"],
    ["depth=0", "?depth"],
    ["limit=2001", "?limit"],
    ["minStrength=2", "?minStrength"],
    ["colour=red", "?colour"],
  ]) {
    const answer = await client.get(`${url}?${query}`);
    t.match(answer, { status: 400, body: { errors: [{ pointer }] } }, String(query));
  }
});
