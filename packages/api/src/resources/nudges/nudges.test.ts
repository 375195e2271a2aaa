import t from "tap";
import { type Client, type TestApi, testApi, testStart } from "../../testing/test-api.ts";

const day = 86_400_000;
t.setTimeout(300_000);
const api = await testApi(t);
/** A Monday, 09:30. */
const at = (days: number) => new Date(testStart + days * day).toISOString();

async function people(...names: string[]): Promise<Client> {
  const client = await api.client();
  for (const name of names) {
    const answer = await client.put(`/v1/people/ext:${name}`, { name: name.toUpperCase() });
    t.equal(answer.status, 201);
  }
  return client;
}

async function happened(client: Client, type: string, from: string, to: string, days: number) {
  const answer = await client.post("/v1/interactions", {
    ...{ type, from: `ext:${from}`, to: [`ext:${to}`], occurredAt: at(days) },
  });
  t.equal(answer.status, 201, answer.text);
}

/** Weekly contact, both ways, the last one so many days ago. */
async function friends(client: Client, one: string, other: string, last: number) {
  const interactions = Array.from({ length: 30 }, (_, i) => ({
    type: "message",
    from: `ext:${i % 2 ? other : one}`,
    to: [`ext:${i % 2 ? one : other}`],
    occurredAt: at(last - 7 * i),
  }));
  const answer = await client.post("/v1/interactions/batch", interactions);
  t.equal(answer.body.created, 30, answer.text);
}

const read = async (client: Client, person: string) =>
  (await client.get(`/v1/people/ext:${person}/nudges`)).body;
const said = async (client: Client, person: string): Promise<string[]> =>
  (await read(client, person)).data.map(
    ({ kind, person }: { kind: string; person: { externalId: string } | null }) =>
      `${kind} ${person?.externalId ?? "-"}`,
  );

/** Runs at a later moment, and sets the clock back. */
async function later<T>({ clock }: TestApi, days: number, run: () => Promise<T>): Promise<T> {
  clock.set(testStart + days * day);
  try {
    return await run();
  } finally {
    clock.set(testStart);
  }
}

t.test("says what to do next, with a reason, and nothing of a balance", async (t) => {
  const client = await people("ada", "ben", "cho", "dee");
  await friends(client, "ada", "ben", -1);
  await friends(client, "ada", "cho", -80);
  await happened(client, "introduction", "ben", "ada", -3);
  await happened(client, "meeting", "dee", "ada", -2);
  t.same(await said(client, "ada"), ["thank ben", "followUp dee", "reconnect cho"]);
  const { data, week, quietUntil } = await read(client, "ada");
  t.match(data[0], {
    id: /^nud_/,
    code: "helpReceived",
    text: "Thank BEN.",
    reason: "They gave you an introduction 3 days ago. A few words are enough.",
    priority: "high",
    evidence: { types: ["introduction"], occurredAt: at(-3) },
  });
  t.match(week, {
    ...{ startsAt: "2026-03-02T00:00:00.000Z", endsAt: "2026-03-09T00:00:00.000Z" },
    ...{ timeZone: "UTC", budget: 5, left: 2 },
  });
  t.equal(quietUntil, null);
  t.same(await read(client, "ada"), await read(client, "ada"));
});

t.test("a recorded interaction resolves its nudge by itself", async (t) => {
  const client = await people("ada", "ben", "cho");
  await friends(client, "ada", "ben", -1);
  await friends(client, "ada", "cho", -80);
  await happened(client, "advice", "ben", "ada", -3);
  t.same(await said(client, "ada"), ["thank ben", "reconnect cho"]);
  await happened(client, "thanks", "ada", "ben", -0.1);
  t.same(await said(client, "ada"), ["reconnect cho"]);
  await happened(client, "call", "cho", "ada", -0.01);
  t.same(await said(client, "ada"), []);
});

t.test("done, dismissed and snoozed change what comes", async (t) => {
  const client = await people("ada", "ben", "cho", "dee");
  for (const name of ["ben", "cho", "dee"]) {
    await friends(client, "ada", name, -1);
    await happened(client, "support", name, "ada", -3);
  }
  const { data } = await read(client, "ada");
  const [first, second, third] = data.map(({ id }: { id: string }) => id);
  const by = "ext:ada";
  const done = await client.post(`/v1/nudges/${first}/done`, { by });
  t.match(done.body, { id: first, kind: "thank", action: "done", until: null });
  t.equal((await client.post(`/v1/nudges/${second}/dismiss`, { by })).body.action, "dismissed");
  const until = at(2);
  const snoozed = await client.post(`/v1/nudges/${third}/snooze`, { by, until });
  t.match(snoozed.body, { action: "snoozed", until });
  t.same(await said(client, "ada"), []);
  await later(api, 2, async () => {
    const back = await read(client, "ada");
    t.same(
      back.data.map(({ id }: { id: string }) => id),
      [third],
    );
  });

  t.same((await client.post(`/v1/nudges/${first}/done`, { by })).body, done.body, "the same again");
  const changed = await client.post(`/v1/nudges/${first}/dismiss`, { by });
  t.match(changed, { status: 409, body: { code: "invalid_state" } });
  t.equal((await client.post(`/v1/nudges/${third}/done`, { by })).status, 200, "after a snooze");
});

t.test("what can't be done is a documented problem", async (t) => {
  const client = await people("ada", "ben");
  await friends(client, "ada", "ben", -1);
  await happened(client, "support", "ben", "ada", -3);
  const [{ id }] = (await read(client, "ada")).data;
  const past = await client.post(`/v1/nudges/${id}/snooze`, { by: "ext:ada", until: at(-1) });
  t.match(past, { status: 400, body: { errors: [{ pointer: "/until" }] } });
  const ages = { by: "ext:ada", until: at(400) };
  t.equal((await client.post(`/v1/nudges/${id}/snooze`, ages)).status, 400);
  const other = await client.post(`/v1/nudges/${id}/done`, { by: "ext:ben" });
  t.match(other, { status: 404, body: { code: "not_found" } }, "not their own");
  const unknown = "nud_01h455vb4pex5vsknk084sn02q";
  t.equal((await client.post(`/v1/nudges/${unknown}/done`, { by: "ext:ada" })).status, 404);
  t.equal((await client.post(`/v1/nudges/${id}/done`, {})).status, 400);
  t.same(await said(client, "ada"), ["thank ben"], "nothing was lost");
});

t.test("preferences: budget, kinds, rhythms, quiet hours and zone", async (t) => {
  const client = await people("ada", "ben", "cho");
  await friends(client, "ada", "ben", -30);
  await happened(client, "support", "ben", "ada", -29);
  await friends(client, "ada", "cho", -1);
  const url = "/v1/people/ext:ada/nudge-preferences";
  const before = await client.get(url);
  t.match(before.body, { weeklyBudget: null, cadences: [], updatedAt: null });
  await client.patch("/v1/ties/ext:ada/ext:cho", { circle: "inner" });

  const set = async (wanted: object) => {
    const answer = await client.put(url, wanted);
    t.equal(answer.status, 200, answer.text);
    return said(client, "ada");
  };
  t.same(await set({}), ["thank ben"]);
  t.same(await set({ weeklyBudget: 0 }), []);
  t.same(await set({ kindsOff: ["thank"] }), ["reconnect ben"]);
  const cadences = [{ of: "circle", name: "inner", idealDays: 0.5, maxDays: null }];
  t.same(await set({ cadences }), ["thank ben", "reconnect cho"]);
  t.same(await set({ quietHours: { from: "09:00", to: "10:00" } }), []);
  const quiet = await client.get("/v1/people/ext:ada/nudges");
  t.equal(quiet.body.quietUntil, "2026-03-02T10:00:00.000Z");
  const away = { quietHours: { from: "09:00", to: "10:00" }, timeZone: "Asia/Tokyo" };
  t.same(await set(away), ["thank ben"]);
  const { week } = await read(client, "ada");
  t.match(week, { timeZone: "Asia/Tokyo", startsAt: "2026-03-01T15:00:00.000Z" });

  const refused = async (wanted: object, pointer: string) => {
    const answer = await client.put(url, wanted);
    t.match(answer, { status: 400, body: { errors: [{ pointer }] } }, JSON.stringify(wanted));
  };
  await refused({ timeZone: "Mars/Base" }, "/timeZone");
  await refused({ timeZone: "+02:00" }, "/timeZone");
  await refused({ quietHours: { from: "09:00", to: "09:00" } }, "/quietHours/to");
  await refused({ quietHours: { from: "24:00", to: "09:00" } }, "/quietHours/from");
  await refused({ weeklyBudget: 21 }, "/weeklyBudget");
  await refused({ cadences: [...cadences, ...cadences] }, "/cadences/1");
  const none = { of: "role", name: "mentor", idealDays: null, maxDays: null };
  await refused({ cadences: [none] }, "/cadences/0");
  await refused({ cadences: [{ ...none, idealDays: 9, maxDays: 3 }] }, "/cadences/0/maxDays");
  const stale = await client.put(url, {}, { headers: { "if-match": '"1"' } });
  t.equal(stale.status, 412);
});

t.test("nobody hears of somebody who paused, and nobody is told", async (t) => {
  const client = await people("ada", "ben", "cho");
  await friends(client, "ada", "ben", -80);
  await friends(client, "ada", "cho", -80);
  t.same((await said(client, "ada")).sort(), ["makeTime -", "reconnect ben", "reconnect cho"]);
  await client.patch("/v1/ties/ext:ben/ext:ada", { paused: true });
  t.same((await said(client, "ada")).sort(), ["makeTime -", "reconnect cho"]);
  await client.patch("/v1/ties/ext:ada/ext:cho", { paused: true });
  t.same(await said(client, "ada"), ["makeTime -"]);
});

t.test("after friction there is nothing but the repair", async (t) => {
  const client = await people("ada", "ben");
  await friends(client, "ada", "ben", -20);
  await happened(client, "support", "ben", "ada", -19);
  await happened(client, "conflict", "ben", "ada", -9);
  t.same((await said(client, "ada")).sort(), ["makeTime -", "repair ben"]);
  await happened(client, "repair", "ada", "ben", -2);
  t.same((await said(client, "ada")).sort(), ["makeTime -", "thank ben"]);
});

t.test("a birthday, an ask and a goal are said in time", async (t) => {
  const client = await people("ada", "ben", "cho");
  await client.put("/v1/people/ext:ada", { name: "ADA", skills: ["Rust"] });
  await friends(client, "ada", "ben", -1);
  await friends(client, "ada", "cho", -1);
  for (const name of ["ben", "cho"]) {
    const declared = await client.patch(`/v1/ties/ext:${name}/ext:ada`, { roles: ["friend"] });
    t.equal(declared.status, 200, declared.text);
  }
  const birthday = { by: "ext:ben", kind: "birthday", date: "--03-05", audience: "network" };
  const milestone = await client.post("/v1/milestones", birthday);
  t.equal(milestone.status, 201, milestone.text);
  t.same(await said(client, "ada"), []);
  const { data } = (await client.get("/v1/people/ext:ada/nudges/calendar")).body;
  t.match(data, [{ kind: "congratulate", date: "2026-03-05" }]);
  t.same(await later(api, 2, () => said(client, "ada")), ["congratulate ben"]);
  const [nudge] = (await later(api, 2, () => read(client, "ada"))).data;
  t.match(nudge, { text: "Congratulate BEN on their birthday.", about: { id: milestone.body.id } });

  const ask = { by: "ext:cho", title: "How to begin with Rust?", skills: ["rust"] };
  const asked = await client.post("/v1/asks", { ...ask, audience: { to: "network" } });
  t.equal(asked.status, 201, asked.text);
  t.same(await said(client, "ada"), ["answerAsk cho"]);
  await happened(client, "knowledge", "ada", "cho", 0);
  t.same(await later(api, 0.1, () => said(client, "ada")), []);
});

t.test("merging and exporting a person take what they did with nudges along", async (t) => {
  const client = await people("ada", "ben", "ada2");
  await friends(client, "ada", "ben", -1);
  await happened(client, "support", "ben", "ada", -3);
  const [{ id }] = (await read(client, "ada")).data;
  await client.post(`/v1/nudges/${id}/dismiss`, { by: "ext:ada" });
  await client.put("/v1/people/ext:ada/nudge-preferences", { weeklyBudget: 2 });
  const merged = await client.post("/v1/people/ext:ada/merge", { into: "ext:ada2" });
  t.equal(merged.status, 200, merged.text);
  t.same(await said(client, "ada2"), []);
  const { body } = await client.get("/v1/people/ext:ada2/export");
  t.match(body.nudgeActions, [{ id, action: "dismissed", kind: "thank", about: /^per_/ }]);
  t.equal(body.nudgePreferences.weeklyBudget, 2);
  await client.delete("/v1/people/ext:ben");
  const after = await client.get("/v1/people/ext:ada2/export");
  t.same(after.body.nudgeActions, [], "nor do they tell of somebody who was erased");
});

t.test("the calendar is a list, and a file with stable UIDs", async (t) => {
  const client = await people("ada", "ben");
  await friends(client, "ada", "ben", -1);
  await client.patch("/v1/ties/ext:ada/ext:ben", { cadenceDays: { ideal: 14 } });
  const url = "/v1/people/ext:ada/nudges/calendar";
  const { data } = (await client.get(url)).body;
  t.match(data, [{ kind: "reconnect", date: "2026-03-15", person: { externalId: "ben" } }]);
  t.same((await client.get(`${url}?days=10`)).body.data, []);
  const file = await client.get(url, { headers: { accept: "text/calendar" } });
  t.match(file.headers["content-type"], /^text\/calendar/);
  t.match(file.text, `UID:${data[0].id}@kith\r\n`);
  t.match(file.text, "DTSTART;VALUE=DATE:20260315\r\n");
  t.equal(Math.max(...file.text.split("\r\n").map((line) => Buffer.byteLength(line))) <= 75, true);
  const neither = await client.get(url, { headers: { accept: "text/html" } });
  t.equal(neither.status, 406);
});
