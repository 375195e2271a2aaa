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

async function meet(client: Client, one: string, other: string, type = "call") {
  for (const ago of [3, 9]) {
    const occurredAt = new Date(testStart - ago * day).toISOString();
    const body = { type, from: `ext:${one}`, to: [`ext:${other}`], occurredAt };
    t.equal((await client.post("/v1/interactions", body)).status, 201);
  }
}

interface Way {
  kind: string;
  id: string;
  text: string;
  href: string;
  person: { name: string };
  reasons: { code: string; text: string }[];
}

const ways = async (client: Client, person: string): Promise<Way[]> =>
  (await client.get(`/v1/people/ext:${person}/ways-to-help`)).body.data;
const texts = async (client: Client, person: string) =>
  (await ways(client, person)).map(({ text }) => text);

const tokenOf = async (client: Client, name: string) =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token as string;

t.test("asks come by what one has to give, with the reasons", async (t) => {
  const client = await tenant({ me: { skills: ["Looms"] }, ann: {}, ben: {}, cat: {} });
  for (const name of ["ann", "ben", "cat"]) await meet(client, "me", name);
  const ask = (by: string, more: object) =>
    client.post("/v1/asks", { by: `ext:${by}`, title: `From ${by}`, ...more });
  await ask("ann", { skills: ["Sailing"] });
  await ask("ben", { skills: ["looms"] });
  const expiresAt = new Date(testStart + 2 * day).toISOString();
  const audience = { to: "people", people: ["ext:me"] };
  await ask("cat", { skills: ["Looms", "Sailing"], audience, expiresAt });
  const found = await ways(client, "me");
  t.same(
    found.map(({ person }) => person.name),
    ["ben", "cat", "ann"],
  );
  t.match(found[0], {
    kind: "ask",
    text: "ben asks: From ben",
    href: `/v1/asks/${found[0]?.id}`,
    reasons: [
      { code: "youKnow", text: "You know about looms." },
      { code: "inTouch", text: "You two are in contact." },
    ],
  });
  t.same(
    found[1]?.reasons.map(({ code }) => code),
    ["named", "youKnow", "inTouch", "soon"],
  );
  t.equal(found[1]?.reasons.at(-1)?.text, "It closes in 2 days.");
});

t.test("a stranger's public ask is listed where one can help, and else is not", async (t) => {
  const client = await tenant({ me: { skills: ["Looms"] }, far: {} });
  for (const skill of ["Looms", "Sailing"]) {
    const body = { by: "ext:far", title: skill, skills: [skill], audience: { to: "public" } };
    await client.post("/v1/asks", body);
  }
  t.same(await texts(client, "me"), ["far asks: Looms"]);
  await client.post("/v1/offers", { by: "ext:me", kinds: ["information"], title: "Anything" });
  t.equal((await ways(client, "me")).length, 2, "an offer of the kind speaks for it too");
});

t.test("goals, milestones and introductions are among the ways", async (t) => {
  const client = await tenant({
    me: { skills: ["Looms"], positions: [{ organization: "Mill", title: "Weaver" }] },
    ann: {},
    ben: {},
    cat: {},
  });
  for (const name of ["ann", "ben"]) await meet(client, "me", name);
  const audience = { to: "network" };
  for (const target of [
    { skill: "looms" },
    { organization: "Mill" },
    { role: "weaver" },
    { person: "ext:ben" },
    { skill: "Sailing" },
  ]) {
    await client.post("/v1/goals", { by: "ext:ann", target, audience });
  }
  const milestone = { by: "ext:ben", kind: "promotion", title: "Foreman", date: "2026-03-01" };
  const made = await client.post("/v1/milestones", milestone);
  t.equal(made.status, 201, made.text);
  t.same((await texts(client, "me")).sort(), [
    "ann is working towards a role: weaver.",
    "ann would like to be at Mill.",
    "ann would like to get better at looms.",
    "ann would like to meet ben.",
    "ben has something to celebrate: Foreman.",
  ]);
  for (const way of await ways(client, "me")) {
    t.equal((await client.get(way.href)).status, 200, "what it leads to is there");
  }
});

t.test("nobody whom either put to rest, or who is strained, is listed", async (t) => {
  const client = await tenant({ me: {}, ann: {}, ben: {}, cat: {}, dan: {} });
  for (const name of ["ann", "ben", "cat", "dan"]) {
    await meet(client, "me", name);
    await client.post("/v1/asks", { by: `ext:${name}`, title: "A", audience: { to: "public" } });
  }
  t.equal((await ways(client, "me")).length, 4);
  await client.patch("/v1/ties/ext:me/ext:ann", { paused: true });
  await client.patch("/v1/ties/ext:ben/ext:me", { paused: true });
  await meet(client, "me", "cat", "conflict");
  t.same(await texts(client, "me"), ["dan asks: A"]);
});

t.test("what is not for somebody changes nothing in their ways to help", async (t) => {
  const client = await tenant({ me: { skills: ["Looms"] }, ann: {}, other: {} });
  await meet(client, "me", "ann");
  const key = await tokenOf(client, "me");
  const url = "/v1/people/ext:me/ways-to-help";
  const read = async () => (await client.get(url, { key, headers })).text;
  const before = await read();
  const audiences = [
    { to: "private" },
    { to: "trusted" },
    { to: "circles", circles: ["inner"] },
    { to: "people", people: ["ext:other"] },
  ];
  for (const audience of audiences) {
    const thing = { by: "ext:ann", audience };
    await client.post("/v1/asks", { ...thing, title: "canary", skills: ["Looms"] });
    await client.post("/v1/goals", { ...thing, target: { skill: "Looms" } });
  }
  t.equal(await read(), before);
  await client.post("/v1/asks", { by: "ext:me", title: "mine", audience: { to: "public" } });
  t.equal(await read(), before, "one's own are no ways to help");
  t.equal((await client.get(url, { headers })).text, before, "nor to a key that asks for them");
  t.equal((await client.get("/v1/people/ext:ann/ways-to-help", { key })).status, 404);
});

t.test("an introduction is among the ways of who is asked, and of nobody else", async (t) => {
  const client = await tenant({ ann: {}, me: {}, far: {} });
  for (const [one, other] of [
    ["ann", "me"],
    ["me", "ann"],
    ["me", "far"],
    ["far", "me"],
  ] as const) {
    await meet(client, one, other);
  }
  const request = { by: "ext:ann", introducer: "ext:me", target: "ext:far", blurb: "Looms" };
  const made = await client.post("/v1/introductions", request);
  t.equal(made.status, 201, made.text);
  t.same(await texts(client, "me"), ["ann asks whether you would introduce them to far."]);
  t.same(await texts(client, "far"), [], "not before the introducer agreed");
  await client.post(`/v1/introductions/${made.body.id}/accept`, { by: "ext:me" });
  t.same(await texts(client, "me"), []);
  t.same(await texts(client, "far"), ["ann would like to meet you, introduced by me."]);
});
