import assert from "node:assert";
import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(300_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });

const people: Record<string, object> = {
  ada: { interests: ["Sailing"], skills: ["looms"], values: ["candour"] },
  ben: { interests: ["sailing", "tea"], skills: ["compilers"] },
  cyd: { skills: ["bridges"], positions: [{ organization: "Acme", title: "Director" }] },
  dee: { values: ["Candour"] },
  eve: {},
  fay: { interests: ["sailing"] },
};

/** A tenant with people, of whom ada knows fay well and gus, who knows cyd. */
async function world() {
  const client = await api.client();
  for (const [name, profile] of Object.entries(people)) {
    await client.put(`/v1/people/ext:${name}`, { name: `Name of ${name}`, ...profile });
    await client.put(`/v1/people/ext:${name}/frame`, {
      audiences: { interests: "public", values: "public" },
    });
  }
  await client.put("/v1/people/ext:gus", { name: "Name of gus" });
  const calls = (from: string, to: string) =>
    Array.from({ length: 40 }, (_, index) => ({
      ...{ type: "call", from: `ext:${from}`, to: [`ext:${to}`] },
      occurredAt: new Date(Date.UTC(2026, 1, 27) - index * 4 * 86_400_000).toISOString(),
    }));
  await client.post("/v1/interactions/batch", [
    ...[...calls("ada", "fay"), ...calls("ada", "gus"), ...calls("gus", "cyd")],
  ]);
  const create = async (more: object = {}) => {
    const input = { title: "Spring dinner", startsAt: "2026-03-05T18:00:00Z", ...more };
    const answer = await client.post("/v1/gatherings", input);
    assert.equal(answer.status, 201, answer.text);
    return answer.body.id as string;
  };
  const put = (id: string, name: string, response: string, key?: string) =>
    client.put(
      `/v1/gatherings/${id}/attendees/ext:${name}`,
      { response },
      key === undefined ? {} : { key },
    );
  const tokenOf = async (name: string): Promise<string> =>
    (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token;
  const idOf = async (name: string): Promise<string> =>
    (await client.get(`/v1/people/ext:${name}`)).body.id;
  return { client, create, put, tokenOf, idOf };
}

const namesOf = (list: { person: { externalId: string } }[]) =>
  list.map(({ person }) => person.externalId);

t.test("a gathering is announced, moved and called off", async (t) => {
  const { client } = await world();
  const input = {
    ...{ title: "Dinner", kind: "dinner", startsAt: "2026-03-05T19:00:00+01:00" },
    ...{ timeZone: "Europe/London", location: "London", organization: "Acme", topics: ["tea"] },
  };
  const made = await client.post("/v1/gatherings", input);
  t.match(made, {
    status: 201,
    body: {
      ...{ ...input, startsAt: "2026-03-05T18:00:00.000Z", endsAt: "2026-03-05T20:00:00.000Z" },
      ...{ visibility: "attendees", response: null },
    },
    headers: { etag: '"1"', location: `/v1/gatherings/${made.body.id}` },
  });
  const url = `/v1/gatherings/${made.body.id}`;
  const moved = await client.patch(url, { startsAt: "2026-03-06T18:00:00Z" });
  t.match(moved.body, { endsAt: "2026-03-06T20:00:00.000Z", title: "Dinner" }, "lasts as long");
  t.same((await client.get(url)).body, moved.body);
  const late = await client.patch(url, { title: "No" }, { headers: { "if-match": '"1"' } });
  t.equal(late.status, 412);
  t.equal((await client.delete(url)).status, 204);
  t.equal((await client.get(url)).status, 404);
  t.equal((await client.delete(url)).status, 404);
});

t.test("what can't be is refused with its place", async (t) => {
  const { client } = await world();
  const input = { title: "Dinner", startsAt: "2026-03-05T18:00:00Z" };
  for (const [more, pointer] of [
    [{ endsAt: "2026-03-05T17:59:59Z" }, "/endsAt"],
    [{ endsAt: "2026-06-05T17:59:59Z" }, "/endsAt"],
    [{ timeZone: "Mars/Olympus" }, "/timeZone"],
    [{ title: " " }, "/title"],
    [{ kind: "A dinner" }, "/kind"],
    [{ visibility: "nobody" }, "/visibility"],
    [{ attendees: [] }, "/attendees"],
  ] as const) {
    const answer = await client.post("/v1/gatherings", { ...input, ...more });
    t.match(answer, { status: 400, body: { errors: [{ pointer }] } }, pointer);
  }
});

t.test("lists are in the order of time, page by page, and by window", async (t) => {
  const { client, create } = await world();
  const day = (number: number) => ({
    startsAt: `2026-03-0${number}T18:00:00Z`,
    title: `${number}`,
  });
  for (const number of [5, 3, 9, 7]) await create(day(number));
  const titles: string[] = [];
  let cursor = "";
  do {
    const { body } = await client.get(`/v1/gatherings?limit=1${cursor}`);
    titles.push(...body.data.map(({ title }: { title: string }) => title));
    cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor);
  t.same(titles, ["3", "5", "7", "9"]);
  const window = "since=2026-03-05T19:00:00Z&until=2026-03-09T18:00:00Z";
  const { body } = await client.get(`/v1/gatherings?${window}`);
  t.same(
    body.data.map(({ title }: { title: string }) => title),
    ["5", "7"],
    "what is under way counts",
  );
});

t.test("a member finds what is for everyone, and on whose list they are", async (t) => {
  const { client, create, put, tokenOf } = await world();
  const [closed, open] = [await create(), await create({ visibility: "everyone", title: "Open" })];
  const key = await tokenOf("ada");
  const list = async () =>
    (await client.get("/v1/gatherings?person=ext:ada", { key })).body.data.map(
      ({ title, response }: { title: string; response: string }) => [title, response],
    );
  t.same(await list(), [["Open", null]]);
  t.equal((await client.get(`/v1/gatherings/${closed}`, { key })).status, 404);
  t.equal((await client.get(`/v1/gatherings/${closed}/attendees`, { key })).status, 404);
  t.equal((await put(closed, "ada", "going", key)).status, 404, "nobody asks themselves in");
  t.equal((await put(open, "ada", "going", key)).status, 200);
  t.equal((await put(open, "ben", "going", key)).status, 404, "nor answers for others");
  await put(closed, "ada", "invited");
  t.same(
    (await list()).sort(),
    [
      ["Open", "going"],
      ["Spring dinner", "invited"],
    ].sort(),
  );
  t.equal((await client.get(`/v1/gatherings/${closed}`, { key })).body.response, "invited");
  const all = (await client.get("/v1/gatherings")).body.data;
  t.same(
    all.map(({ response }: { response: null }) => response),
    [null, null],
  );
});

t.test("members see who comes, not who was asked or said no, nor who hides", async (t) => {
  const { client, create, put, tokenOf } = await world();
  const id = await create();
  for (const [name, response] of [
    ["ada", "going"],
    ["ben", "maybe"],
    ["cyd", "declined"],
    ["dee", "invited"],
    ["eve", "going"],
  ] as const) {
    await put(id, name, response);
  }
  await client.put("/v1/people/ext:eve/frame", { audiences: { name: "private" } });
  const url = `/v1/gatherings/${id}/attendees`;
  const all = (await client.get(url)).body.data;
  t.same(namesOf(all).sort(), ["ada", "ben", "cyd", "dee", "eve"]);
  const key = await tokenOf("ada");
  t.same(namesOf((await client.get(url, { key })).body.data).sort(), ["ada", "ben"]);
  const declined = await client.get(`${url}?response=declined`, { key });
  t.same(declined.body, { data: [], nextCursor: null });
  t.same(namesOf((await client.get(`${url}?response=declined`)).body.data), ["cyd"]);
});

t.test("somebody was there only once it has begun", async (t) => {
  const { client, create, put } = await world();
  const id = await create();
  t.match(await put(id, "ada", "attended"), { status: 409, body: { code: "invalid_state" } });
  t.match(await put(id, "ada", "going"), { status: 200, body: { response: "going" } });
  const place = `/v1/gatherings/${id}/attendees/ext:ada`;
  t.equal((await client.delete(place)).status, 204);
  t.equal((await client.delete(place)).status, 404);
  t.equal((await put(id, "nobody", "going")).status, 404);
});

t.test("people to meet are told with why and what to begin with", async (t) => {
  const { client, create, put, tokenOf } = await world();
  const id = await create({ topics: ["Compilers"] });
  for (const name of ["ada", "ben", "cyd", "dee", "eve", "fay"]) await put(id, name, "going");
  const ask = { by: "ext:dee", title: "A second pair of eyes", skills: ["Looms"] };
  const asked = await client.post("/v1/asks", { ...ask, audience: { to: "public" } });
  t.equal(asked.status, 201, asked.text);
  const url = `/v1/gatherings/${id}/people-to-meet?for=ext:ada`;
  const { status, body, text } = await client.get(url);
  t.equal(status, 200, text);
  t.same(namesOf(body.data), ["dee", "ben", "cyd", "eve"], "not fay, with whom she is in touch");
  const [dee, ben, cyd, eve] = body.data;
  t.match(dee.reasons, [
    { code: "theirAsk", ask: asked.body.id, words: ["Looms"] },
    { code: "value", words: ["Candour"] },
  ]);
  t.match(dee.opener, /A second pair of eyes/);
  t.match(ben.reasons, [
    { code: "interest", words: ["sailing"], text: /sailing/ },
    { code: "topic", words: ["Compilers"] },
  ]);
  t.match(ben.opener, /sailing/);
  t.match(cyd.reasons, [{ code: "throughContact", people: [{ externalId: "gus" }] }]);
  t.match(cyd.opener, /Name of gus/);
  t.match(eve.reasons, [{ code: "bothThere" }]);
  t.match(eve.opener, /./);
  const own = await client.get(url, { key: await tokenOf("ada") });
  t.same(own.body.data, body.data, "a key is answered what the person may see");
  const theirs = await client.get(url, { key: await tokenOf("ben") });
  t.equal(theirs.status, 404);
  const limited = await client.get(`${url}&limit=1`);
  t.same(namesOf(limited.body.data), ["dee"]);
});

t.test(
  "nobody is told to meet whom either put to rest, who is strained, or who hides",
  async (t) => {
    const { client, create, put } = await world();
    const id = await create();
    for (const name of ["ada", "ben", "cyd", "dee", "eve"]) await put(id, name, "going");
    await client.patch("/v1/ties/ext:ada/ext:ben", { paused: true });
    await client.patch("/v1/ties/ext:cyd/ext:ada", { paused: true });
    const conflict = { type: "conflict", from: "ext:dee", to: ["ext:ada"] };
    await client.post("/v1/interactions", { ...conflict, occurredAt: "2026-02-20T12:00:00Z" });
    await client.put("/v1/people/ext:eve/frame", { audiences: { name: "private" } });
    const { body } = await client.get(`/v1/gatherings/${id}/people-to-meet?for=ext:ada`);
    t.same(body.data, []);
  },
);

t.test("what people hide is no reason", async (t) => {
  const { client, create, put } = await world();
  const id = await create();
  for (const name of ["ada", "ben"]) await put(id, name, "going");
  await client.put("/v1/people/ext:ben/frame", {
    audiences: { interests: "private", skills: "private" },
  });
  const { body } = await client.get(`/v1/gatherings/${id}/people-to-meet?for=ext:ada`);
  t.match(body.data, [{ reasons: [{ code: "bothThere" }] }]);
});

t.test("being there is no contact; who spoke with whom is, once", async (t) => {
  const { client, create, put, tokenOf } = await world();
  const id = await create({ startsAt: "2026-03-01T18:00:00Z" });
  for (const name of ["ada", "ben", "dee"]) await put(id, name, "attended");
  const tie = async (one: string, other: string) =>
    (await client.get(`/v1/ties/ext:${one}/ext:${other}`)).body.band;
  t.equal(await tie("ada", "ben"), "none");
  const tell = (by: string, others: string[], key?: string) =>
    client.post(
      `/v1/gatherings/${id}/encounters`,
      { by: `ext:${by}`, with: others.map((name) => `ext:${name}`) },
      key === undefined ? {} : { key },
    );
  t.match(await tell("ada", ["ben", "dee"]), { status: 200, body: { recorded: 2, known: 0 } });
  t.match(await tell("ben", ["ada", "dee"]), { status: 200, body: { recorded: 1, known: 1 } });
  t.not(await tie("ada", "ben"), "none");
  const { body } = await client.get("/v1/interactions?person=ext:ben&type=gathering");
  t.match(body.data[0], { about: { gathering: id }, occurredAt: "2026-03-01T18:00:00.000Z" });
  t.equal(body.data.length, 2);
  t.match(await tell("ada", ["cyd"]), { status: 400, body: { errors: [{ pointer: "/with" }] } });
  t.match(await tell("ada", ["ada"]), { status: 400 });
  t.equal((await tell("ada", ["ben"], await tokenOf("ada"))).status, 403);
  const ahead = await create();
  const early = { by: "ext:ada", with: ["ext:ben"] };
  const answer = await client.post(`/v1/gatherings/${ahead}/encounters`, early);
  t.match(answer, { status: 409, body: { code: "invalid_state" } });
});

t.test("afterwards there is a nudge to follow up, and it goes when that is done", async (t) => {
  const { client, create, put } = await world();
  const id = await create({ startsAt: "2026-03-01T18:00:00Z" });
  for (const name of ["ada", "ben"]) await put(id, name, "attended");
  const followUps = async () => {
    const { status, body, text } = await client.get("/v1/people/ext:ada/nudges");
    assert.equal(status, 200, text);
    return body.data.filter(({ kind }: { kind: string }) => kind === "followUp");
  };
  api.clock.set(Date.UTC(2026, 2, 3, 12));
  t.match(await followUps(), [{ person: { externalId: "ben" } }]);
  const word = { type: "message", from: "ext:ada", to: ["ext:ben"] };
  await client.post("/v1/interactions", { ...word, occurredAt: "2026-03-03T11:00:00Z" });
  t.same(await followUps(), []);
  api.clock.set(testStart);
});

t.test("lists follow a merge and go with an erased person", async (t) => {
  const { client, create, put } = await world();
  const [one, two] = [await create(), await create({ startsAt: "2026-03-01T18:00:00Z" })];
  await put(one, "ben", "going");
  await put(one, "dee", "declined");
  await put(two, "ben", "attended");
  await client.post("/v1/people/ext:ben/merge", { into: "ext:dee" });
  const answers = async (id: string) =>
    (await client.get(`/v1/gatherings/${id}/attendees`)).body.data.map(
      ({ person, response }: { person: { externalId: string }; response: string }) => [
        person.externalId,
        response,
      ],
    );
  t.same(await answers(one), [["dee", "going"]]);
  t.same(await answers(two), [["dee", "attended"]]);
  const { body } = await client.get("/v1/people/ext:dee/export");
  const held = body.attendance.map(
    ({ gathering, response }: { gathering: string; response: string }) => [gathering, response],
  );
  t.same(
    new Map(held),
    new Map([
      [one, "going"],
      [two, "attended"],
    ]),
  );
  await client.delete("/v1/people/ext:dee");
  t.same(await answers(one), []);
});
