import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { createPeople } from "../ties/testing/contacts.ts";

const api = await testApi(t);
const url = "/v1/mentorships";
const [mentee, mentor] = [{ by: "ext:ann" }, { by: "ext:max" }];

async function proposed(client: Client): Promise<string> {
  await createPeople(client, ["ann", "max", "eve"]);
  const people = { mentor: "ext:max", mentee: "ext:ann", topics: ["law"] };
  const answer = await client.post(url, { ...mentee, ...people });
  t.match(answer, { status: 201, body: { state: "proposed", actions: ["decline"] } });
  return answer.headers.location ?? "";
}
async function active(client: Client): Promise<string> {
  const one = await proposed(client);
  await client.post(`${one}/accept`, mentor);
  return one;
}

t.test("it begins when both said yes, and each is told what they can do", async (t) => {
  const client = await api.client();
  const one = await proposed(client);
  t.match(await client.post(`${one}/accept`, mentee), {
    status: 409,
    body: { code: "invalid_state", detail: /decline/ },
  });
  t.match((await client.get(`${one}?for=ext:max`)).body.actions, ["accept", "decline"]);
  t.match(await client.post(`${one}/accept`, mentor), {
    body: { state: "active", actions: ["pause", "complete", "end"] },
  });
  t.equal((await client.post(`${one}/accept`, mentor)).status, 409, "once");
  t.match(await client.post(`${one}/pause`, mentee), { body: { state: "paused" } });
  t.match(await client.post(`${one}/resume`, mentor), { body: { state: "active" } });
  t.match(await client.post(`${one}/end`, mentor), { body: { state: "ended", actions: [] } });
  t.match(await client.post(`${one}/complete`, mentee), {
    status: 409,
    body: { detail: /is over/ },
  });
});

t.test("of two who answer at once one is the first", async (t) => {
  const client = await api.client();
  const one = await proposed(client);
  const answers = await Promise.all([
    client.post(`${one}/accept`, mentor),
    client.post(`${one}/decline`, mentor),
    client.post(`${one}/decline`, mentee),
  ]);
  const ok = answers.filter(({ status }) => status === 200);
  const state = (await client.get(one)).body.state;
  t.equal(ok.at(-1)?.body.state === state || ok.length > 1, true);
  t.ok(["active", "declined"].includes(state));
  t.equal(ok.length, 1);
});

t.test("two people have one at a time", async (t) => {
  const client = await api.client();
  const one = await proposed(client);
  const again = { ...mentor, mentor: "ext:max", mentee: "ext:ann", topics: [] };
  t.match(await client.post(url, again), { status: 409, body: { code: "conflict" } });
  await client.post(`${one}/decline`, mentor);
  t.equal((await client.post(url, again)).status, 201);
});

t.test("a session that was held is recorded as mentoring, once", async (t) => {
  const client = await api.client();
  const one = await active(client);
  const startsAt = new Date(testStart - 3_600_000).toISOString();
  const { body: session } = await client.post(`${one}/sessions`, {
    ...mentee,
    startsAt,
    durationMinutes: 45,
    actions: [{ text: "Write", by: "mentee", dueOn: "2026-03-20" }],
  });
  const held = await client.patch(`${one}/sessions/${session.id}`, { ...mentor, state: "held" });
  t.match(held, { status: 200, body: { state: "held" } });
  await client.patch(`${one}/sessions/${session.id}`, { ...mentee, state: "held", ideas: ["x"] });
  const { data } = (await client.get("/v1/interactions?person=ext:ann")).body;
  t.match(data, [{ type: "mentoring", durationMinutes: 45, occurredAt: startsAt }]);
  t.equal(data.length, 1);
  t.same(data[0].about, { mentorship: one.split("/").at(-1) });
  const moved = await client.patch(`${one}/sessions/${session.id}`, {
    ...mentee,
    startsAt: "2026-01-01T00:00:00Z",
  });
  t.match(moved, { status: 409, body: { errors: [{ pointer: "/startsAt" }] } });
});

t.test(
  "a session is held when its time has come, and only while the mentorship is on",
  async (t) => {
    const client = await api.client();
    const one = await active(client);
    const startsAt = new Date(testStart + 3_600_000).toISOString();
    const { body } = await client.post(`${one}/sessions`, { ...mentee, startsAt });
    const hold = () => client.patch(`${one}/sessions/${body.id}`, { ...mentee, state: "held" });
    t.match(await hold(), { status: 409, body: { code: "invalid_state" } });
    await client.post(`${one}/complete`, mentee);
    t.equal((await client.post(`${one}/sessions`, { ...mentee, startsAt })).status, 409);
    t.equal((await hold()).status, 409);
  },
);

t.test("a look back is for oneself, and a thank-you is recorded", async (t) => {
  const client = await api.client();
  const one = await active(client);
  const done = await client.post(`${one}/complete`, {
    ...mentee,
    reflection: "My own words",
    thanks: true,
  });
  t.match(done.body, { state: "completed", reflection: "My own words" });
  for (const query of ["?for=ext:max", ""]) {
    t.notMatch((await client.get(`${one}${query}`)).text, /own words/);
  }
  t.notMatch((await client.get(`${url}?person=ext:max`)).text, /own words/);
  t.match((await client.get("/v1/interactions?type=thanks&person=ext:ann")).body.data.length, 1);
  await client.put(`${one}/reflection`, { ...mentor, reflection: "His words" });
  t.equal((await client.get(`${one}?for=ext:max`)).body.reflection, "His words");
  t.equal((await client.get(`${one}?for=ext:ann`)).body.reflection, "My own words");
});

t.test("nobody else has a part in it", async (t) => {
  const client = await api.client();
  const one = await active(client);
  const never = `${url}/mnt_01h455vb4pex5vsknk084sn02q`;
  const bare = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/"requestId":"[^"]*"/, ""),
  ];
  const by = { by: "ext:eve" };
  const startsAt = "2026-03-09T15:00:00Z";
  for (const of of [
    (at: string) => client.get(`${at}?for=ext:eve`),
    (at: string) => client.get(`${at}/sessions?for=ext:eve`),
    (at: string) => client.post(`${at}/end`, by),
    (at: string) => client.put(`${at}/reflection`, { ...by, reflection: "x" }),
    (at: string) => client.post(`${at}/sessions`, { ...by, startsAt }),
  ]) {
    t.same(bare(await of(one)), bare(await of(never)));
  }
  t.same((await client.get(`${url}?person=ext:eve`)).body.data, []);
});

t.test("it is between two people, and proposed by one of them", async (t) => {
  const client = await api.client();
  await createPeople(client, ["ann", "max", "eve"]);
  const pair = { mentor: "ext:max", mentee: "ext:ann", topics: [] };
  const bad: [object, string][] = [
    [{ ...pair, by: "ext:eve" }, "/by"],
    [{ ...pair, by: "ext:max", mentee: "ext:max" }, "/mentee"],
    [{ ...pair, by: "max" }, "/by"],
  ];
  for (const [body, pointer] of bad) {
    t.match(await client.post(url, body), { status: 400, body: { errors: [{ pointer }] } });
  }
  t.equal((await client.post(url, { ...pair, by: "ext:ann", mentor: "ext:no" })).status, 404);
});

t.test("all of it goes with a person who is erased, and is in their export before", async (t) => {
  const client = await api.client();
  const one = await active(client);
  const startsAt = "2026-03-09T15:00:00Z";
  await client.post(`${one}/sessions`, { ...mentee, startsAt, questions: ["Canary?"] });
  await client.put(`${one}/reflection`, { ...mentor, reflection: "His words" });
  await client.put(`${one}/reflection`, { ...mentee, reflection: "My own words" });
  const { body: program } = await client.post("/v1/mentorship-programs", { name: "Spring" });
  const place = `/v1/mentorship-programs/${program.id}/participants`;
  const wants = { seeks: true, capacity: 0, wants: ["law"], offers: [] };
  await client.put(`${place}/ext:ann`, wants);
  await client.put(`${place}/ext:eve`, { ...wants, notWith: ["ext:ann"] });
  const { body, text } = await client.get("/v1/people/ext:ann/export");
  t.match(body.mentorships, [{ reflection: "My own words", sessions: [{ startsAt: /03-09/ }] }]);
  t.match(body.participations, [{ program: program.id, wants: ["law"] }]);
  t.notMatch(text, /His words/);
  await client.delete("/v1/people/ext:ann");
  t.equal((await client.get(one)).status, 404);
  t.match((await client.get(place)).body.data, [{ person: { externalId: "eve" }, notWith: [] }]);
});

t.test(
  "merged people have the mentorships of both, none with oneself and none twice",
  async (t) => {
    const client = await api.client();
    const one = await active(client);
    await createPeople(client, ["ann2", "may"]);
    const propose = async (mentorName: string, menteeName: string) => {
      const people = { mentor: `ext:${mentorName}`, mentee: `ext:${menteeName}` };
      const input = { ...people, by: people.mentee, topics: [] };
      return (await client.post(url, input)).headers.location ?? "";
    };
    const twice = await propose("max", "ann2");
    const other = await propose("may", "ann2");
    const own = await propose("ann", "ann2");
    await client.post("/v1/people/ext:ann2/merge", { into: "ext:ann" });
    const state = async (at: string) => (await client.get(`${at}?for=ext:ann`)).body.state;
    t.equal(await state(one), "active");
    t.equal(await state(twice), "ended");
    t.equal(await state(other), "proposed");
    t.equal((await client.get(own)).status, 404);
  },
);
