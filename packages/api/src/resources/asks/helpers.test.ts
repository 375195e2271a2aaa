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

/** Contact on each of some days ago, either way by turns. */
async function meet(client: Client, one: string, other: string, days: number[], type = "call") {
  for (const [index, ago] of days.entries()) {
    const [from, to] = index % 2 === 0 ? [other, one] : [one, other];
    const occurredAt = new Date(testStart - ago * day).toISOString();
    const body = { type, from: `ext:${from}`, to: [`ext:${to}`], occurredAt };
    t.equal((await client.post("/v1/interactions", body)).status, 201);
  }
}

const ask = async (client: Client, more: object = {}) =>
  (await client.post("/v1/asks", { by: "ext:ada", title: "A", skills: ["Looms"], ...more })).body;

const helpers = async (client: Client, id: string) => {
  const { body } = await client.get(`/v1/asks/${id}/helpers`);
  return body.data as {
    person: { externalId: string; name: string };
    reasons: { code: string; text: string; terms: string[] }[];
    path: { direct: boolean; through: { externalId: string }[] };
  }[];
};
const names = async (client: Client, id: string) =>
  (await helpers(client, id)).map(({ person }) => person.name);

const tokenOf = async (client: Client, name: string) =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token as string;

t.test("who knows what is asked for comes before who is as close and does not", async (t) => {
  const client = await tenant({ ada: {}, ben: {}, cat: { skills: ["looms"] }, dan: {} });
  for (const name of ["ben", "cat"]) await meet(client, "ada", name, [3, 30]);
  await meet(client, "ada", "dan", [300]);
  const { id } = await ask(client);
  t.same(await names(client, id), ["cat", "ben", "dan"]);
  const [first] = await helpers(client, id);
  t.match(first, {
    reasons: [
      { code: "knows", terms: ["Looms"], text: "Knows about Looms." },
      { code: "inTouch", text: "You two are in contact." },
    ],
    path: { direct: true, through: [] },
  });
});

t.test("who helped with this kind before, and who offers it, come first", async (t) => {
  const client = await tenant({ ada: {}, ben: {}, cat: {}, dan: {} });
  for (const name of ["ben", "cat", "dan"]) await meet(client, "ada", name, [3, 30]);
  await meet(client, "ada", "cat", [3], "knowledge");
  await client.post("/v1/offers", { by: "ext:dan", kinds: ["information"], title: "Ask me" });
  const { id } = await ask(client);
  t.same(await names(client, id), ["dan", "cat", "ben"]);
  const [dan, cat] = await helpers(client, id);
  t.equal(dan?.reasons[0]?.text, "Offers this kind of help.");
  t.equal(cat?.reasons[0]?.text, "Has helped you before.");
});

t.test("an offer rests once its capacity is taken", async (t) => {
  const client = await tenant({ ada: {}, ben: {}, eve: {} });
  for (const other of ["ada", "eve"]) await meet(client, other, "ben", [3]);
  const offer = { by: "ext:ben", kinds: ["information"], title: "Ask me", capacity: 1 };
  await client.post("/v1/offers", offer);
  const { id } = await ask(client);
  const codes = async () => (await helpers(client, id))[0]?.reasons.map(({ code }) => code);
  t.ok((await codes())?.includes("offers"));
  const { body: other } = await client.post("/v1/asks", { by: "ext:eve", title: "B" });
  const closing = { by: "ext:eve", outcome: "helped", helpedBy: ["ext:ben"] };
  await client.post(`/v1/asks/${other.id}/close`, closing);
  t.notOk((await codes())?.includes("offers"));
});

t.test("beyond the circle those are listed who can help, with who introduces them", async (t) => {
  const client = await tenant({ ada: {}, ben: {}, far: { skills: ["Looms"] }, off: {}, no: {} });
  await meet(client, "ada", "ben", [3, 6, 9]);
  for (const name of ["far", "off", "no"]) await meet(client, "ben", name, [3, 6, 9]);
  const offer = { by: "ext:off", kinds: ["information"], title: "x", audience: { to: "public" } };
  await client.post("/v1/offers", offer);
  const { id } = await ask(client);
  const found = await helpers(client, id);
  t.same(found.map(({ person }) => person.name).sort(), ["ben", "far", "off"]);
  const far = found.find(({ person }) => person.name === "far");
  t.match(far?.path, { direct: false, through: [{ externalId: "ben" }] });
  t.equal(far?.reasons.at(-1)?.text, "ben could introduce you.");
});

t.test(
  "who put the tie to rest, or is strained with the asker, is left out silently",
  async (t) => {
    const client = await tenant({
      ada: {},
      ben: { skills: ["Looms"] },
      cat: { skills: ["Looms"] },
      dan: { skills: ["Looms"] },
      eve: {},
    });
    for (const name of ["ben", "cat", "dan", "eve"]) await meet(client, "ada", name, [3, 6]);
    for (const name of ["ben", "cat", "dan"]) await meet(client, "eve", name, [3, 6]);
    const { id } = await ask(client);
    t.equal((await names(client, id)).length, 4);
    await client.patch("/v1/ties/ext:ada/ext:ben", { paused: true });
    await client.patch("/v1/ties/ext:cat/ext:ada", { paused: true });
    await meet(client, "ada", "dan", [1], "conflict");
    t.same(await names(client, id), ["eve"], "by no way round either");
  },
);

t.test("what others hide has no part in it, and nothing of it can be told", async (t) => {
  const client = await tenant({ ada: {}, ben: {}, cat: { skills: ["Looms"] }, mid: {}, far: {} });
  for (const name of ["ben", "cat", "mid"]) await meet(client, "ada", name, [3, 30]);
  await meet(client, "mid", "far", [3, 6]);
  await client.patch("/v1/people/ext:far", { skills: ["Looms"] });
  const { id } = await ask(client);
  const key = await tokenOf(client, "ada");
  const read = async () => (await client.get(`/v1/asks/${id}/helpers`, { key, headers })).text;
  t.match(await read(), "far");
  for (const name of ["cat", "far"]) {
    await client.put(`/v1/people/ext:${name}/frame`, { audiences: { skills: "private" } });
  }
  const hidden = await read();
  t.notMatch(hidden, "far");
  t.notMatch(hidden, '"knows"');
  await client.patch("/v1/people/ext:cat", { skills: [] });
  await client.patch("/v1/people/ext:far", { skills: [] });
  t.equal(await read(), hidden, "as if it were not there");
});

t.test("no number is answered, and only the asker and the platform are", async (t) => {
  const client = await tenant({ ada: {}, ben: { skills: ["Looms"] } });
  await meet(client, "ada", "ben", [3]);
  const { id } = await ask(client);
  const [ada, ben] = [await tokenOf(client, "ada"), await tokenOf(client, "ben")];
  const own = await client.get(`/v1/asks/${id}/helpers`, { key: ada, headers });
  const byKey = await client.get(`/v1/asks/${id}/helpers`, { headers });
  t.equal(own.status, 200);
  t.same(own.body, byKey.body, "the platform asks on behalf of the asker");
  const numbers = JSON.stringify(own.body.data).match(/:\s*-?[\d.]+/g);
  t.equal(numbers, null);
  t.equal((await client.get(`/v1/asks/${id}`, { key: ben })).status, 200, "addressed to ben");
  const theirs = await client.get(`/v1/asks/${id}/helpers`, { key: ben, headers });
  const none = await client.get("/v1/asks/ask_01h455vb4pex5vsknk084sn02q/helpers", {
    key: ben,
    headers,
  });
  t.equal(theirs.status, 404);
  t.equal(theirs.text, none.text);
  await client.post(`/v1/asks/${id}/close`, { by: "ext:ada", outcome: "notHelped" });
  t.same(await names(client, id), []);
});
