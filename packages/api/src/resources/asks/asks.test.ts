import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const days = 86_400_000;

async function tenant(...names: string[]): Promise<Client> {
  const client = await api.client();
  for (const name of names) await client.put(`/v1/people/ext:${name}`, { name });
  return client;
}

const contact = (client: Client, from: string, to: string, type = "call") =>
  client.post("/v1/interactions", {
    type,
    from: `ext:${from}`,
    to: [`ext:${to}`],
    occurredAt: "2026-02-20T12:00:00Z",
  });

const idOf = async (client: Client, name: string) =>
  (await client.get(`/v1/people/ext:${name}`)).body.id;

t.afterEach(() => api.clock.set(testStart));

t.test(
  "an ask is for information, to the network, for thirty days, unless it says other",
  async (t) => {
    const client = await tenant("ada");
    const made = await client.post("/v1/asks", { by: "ext:ada", title: "Who knows about looms?" });
    t.equal(made.status, 201);
    t.match(made.body, {
      kind: "information",
      state: "open",
      audience: { to: "network" },
      expiresAt: new Date(testStart + 30 * days).toISOString(),
      person: { externalId: "ada" },
    });
    t.equal(made.headers.location, `/v1/asks/${made.body.id}`);
    const read = await client.get(`/v1/asks/${made.body.id}`);
    t.same(read.body, made.body);
    t.equal(read.headers.etag, '"1"');
  },
);

t.test("expiry follows from the clock alone, and a new one opens the ask again", async (t) => {
  const client = await tenant("ada");
  const { body } = await client.post("/v1/asks", { by: "ext:ada", title: "Soon" });
  const states = async () => ({
    state: (await client.get(`/v1/asks/${body.id}`)).body.state,
    open: (await client.get("/v1/asks?state=open")).body.data.length,
    expired: (await client.get("/v1/asks?state=expired")).body.data.length,
  });
  api.clock.set(testStart + 30 * days - 1);
  t.same(await states(), { state: "open", open: 1, expired: 0 });
  api.clock.set(testStart + 30 * days);
  t.same(await states(), { state: "expired", open: 0, expired: 1 });
  const patch = (change: object) =>
    client.patch(`/v1/asks/${body.id}`, { by: "ext:ada", ...change });
  t.match(await patch({ title: "Later" }), { status: 409, body: { code: "invalid_state" } });
  const expiresAt = new Date(testStart + 40 * days).toISOString();
  t.match(await patch({ expiresAt }), { status: 200, body: { state: "open" } });
});

t.test("closing records each helper's help about the ask, once", async (t) => {
  const client = await tenant("ada", "grace", "alan");
  const { body: ask } = await client.post("/v1/asks", {
    by: "ext:ada",
    kind: "job",
    title: "An opening at a loom",
  });
  const closing = { by: "ext:ada", outcome: "helped", helpedBy: ["ext:grace", "ext:alan"] };
  const closed = await client.post(`/v1/asks/${ask.id}/close`, { ...closing, note: "Well." });
  t.match(closed, { status: 200, body: { state: "closed", outcome: "helped", note: "Well." } });
  t.same(closed.body.helpedBy.map((p: { name: string }) => p.name).sort(), ["alan", "grace"]);
  const { data } = (await client.get("/v1/interactions?person=ext:ada")).body;
  t.equal(data.length, 2);
  for (const one of data) t.match(one, { type: "lead", category: "help", about: { ask: ask.id } });
  t.match((await client.get("/v1/ties/ext:grace/ext:ada")).body, {
    evidence: { helpDaysGiven: 1 },
  });
  const again = await client.post(`/v1/asks/${ask.id}/close`, closing);
  t.match(again, { status: 409, body: { code: "invalid_state" } });
  const patched = await client.patch(`/v1/asks/${ask.id}`, { by: "ext:ada", title: "Other" });
  t.match(patched, { status: 409, body: { code: "invalid_state" } });
  t.equal((await client.get("/v1/interactions?person=ext:ada")).body.data.length, 2);
});

t.test("of many that close at once one does, and help is recorded once", async (t) => {
  const client = await tenant("ada", "grace");
  const { body: ask } = await client.post("/v1/asks", { by: "ext:ada", title: "Once" });
  const closing = { by: "ext:ada", outcome: "helped", helpedBy: ["ext:grace"] };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => client.post(`/v1/asks/${ask.id}/close`, closing)),
  );
  t.same(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
  t.equal((await client.get("/v1/interactions?person=ext:ada")).body.data.length, 1);
});

t.test("bad input is refused with what is wrong, and changes nothing", async (t) => {
  const client = await tenant("ada", "grace");
  const { body: ask } = await client.post("/v1/asks", { by: "ext:ada", title: "A" });
  const post = (body: object) => client.post("/v1/asks", { by: "ext:ada", title: "B", ...body });
  const close = (body: object) =>
    client.post(`/v1/asks/${ask.id}/close`, { by: "ext:ada", outcome: "helped", ...body });
  const invalid = async (answer: ReturnType<typeof post>, pointer: string, status = 400) =>
    t.match(await answer, { status, body: { errors: [{ pointer }] } }, pointer);
  await invalid(post({ audience: { to: "people", people: ["ext:ada"] } }), "/audience/people/0");
  await invalid(post({ audience: { to: "people" } }), "/audience/people");
  await invalid(post({ audience: { to: "network", circles: ["x"] } }), "/audience/circles");
  await invalid(post({ expiresAt: "2026-03-02T09:30:00Z" }), "/expiresAt");
  await invalid(post({ expiresAt: "2027-03-03T09:30:00Z" }), "/expiresAt");
  await invalid(post({ title: " " }), "/title");
  await invalid(close({ helpedBy: ["ext:ada"] }), "/helpedBy/0");
  await invalid(close({ outcome: "notHelped", helpedBy: ["ext:grace"] }), "/helpedBy");
  t.equal((await close({ helpedBy: ["ext:nobody"] })).status, 404);
  t.equal((await post({ by: "ext:nobody" })).status, 404);
  t.equal((await close({ by: "ext:grace" })).status, 404);
  t.equal((await client.get("/v1/asks?side=own")).status, 400);
  t.match((await client.get(`/v1/asks/${ask.id}`)).body, { state: "open" });
  t.same((await client.get("/v1/interactions?person=ext:ada")).body.data, []);
  for (let left = 24; left > 0; left--) t.equal((await post({})).status, 201);
  await invalid(post({}), "/by", 409);
});

t.test("an ask is changed by who read it last", async (t) => {
  const client = await tenant("ada");
  const { body, headers } = await client.post("/v1/asks", { by: "ext:ada", title: "A" });
  const patch = (ifMatch: string | undefined) =>
    client.patch(
      `/v1/asks/${body.id}`,
      { by: "ext:ada", title: "B" },
      { headers: { "if-match": ifMatch ?? "" } },
    );
  t.equal((await patch(headers.etag)).status, 200);
  t.equal((await patch(headers.etag)).status, 412);
});

const tokenOf = async (client: Client, name: string) =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token as string;

t.test("who is outside the audience learns nothing, by no way of reading", async (t) => {
  const client = await tenant("ada", "near", "colleague", "inner", "named", "stranger");
  await contact(client, "ada", "near");
  await contact(client, "near", "ada");
  const declare = (name: string, body: object) =>
    client.patch(`/v1/ties/ext:ada/ext:${name}`, body);
  await declare("colleague", { roles: ["peer"] });
  await declare("inner", { circle: "inner" });
  // What the others say of Ada lets nobody in.
  await client.patch("/v1/ties/ext:stranger/ext:ada", { roles: ["peer"], circle: "inner" });
  const expected: Record<string, [object, string[]]> = {
    public: [{ to: "public" }, ["near", "colleague", "inner", "named", "stranger"]],
    network: [{ to: "network" }, ["near", "colleague"]],
    colleagues: [{ to: "colleagues" }, ["colleague"]],
    circles: [{ to: "circles", circles: ["inner"] }, ["inner"]],
    people: [{ to: "people", people: ["ext:named"] }, ["named"]],
    private: [{ to: "private" }, []],
  };
  const headers = { "x-request-id": "same" };
  for (const [name, [audience, insiders]] of Object.entries(expected)) {
    const { body: ask } = await client.post("/v1/asks", {
      by: "ext:ada",
      title: `canary ${name}`,
      audience,
    });
    for (const reader of ["near", "colleague", "inner", "named", "stranger"]) {
      const key = await tokenOf(client, reader);
      const read = await client.get(`/v1/asks/${ask.id}`, { key, headers });
      const list = await client.get(`/v1/asks?person=ext:${reader}&limit=1`, { key });
      const byKey = await client.get(`/v1/asks?person=ext:${reader}&limit=1`);
      t.same(byKey.body.data, list.body.data, "a key that reads for somebody reads the same");
      if (insiders.includes(reader)) {
        t.match(read, { status: 200, body: { audience: null, helpedBy: [], note: null } });
        t.equal(list.body.data[0]?.id, ask.id);
        continue;
      }
      const missing = await client.get("/v1/asks/ask_01h455vb4pex5vsknk084sn02q", { key, headers });
      t.equal(read.status, 404, `${reader} and ${name}`);
      t.equal(read.text, missing.text);
      t.notMatch(list.text, ask.id);
      const own = { by: `ext:${reader}`, title: "mine", outcome: "helped" };
      for (const [method, path, body] of [
        ["PATCH", "", { by: own.by, title: own.title }],
        ["POST", "/close", { by: own.by, outcome: own.outcome }],
      ] as const) {
        const [there, none] = await Promise.all(
          [ask.id, "ask_01h455vb4pex5vsknk084sn02q"].map((id) =>
            client.call(method, `/v1/asks/${id}${path}`, { key, headers, body }),
          ),
        );
        t.equal(there?.status, 404);
        t.equal(there?.text, none?.text);
      }
    }
    await client.post(`/v1/asks/${ask.id}/close`, { by: "ext:ada", outcome: "noLongerNeeded" });
  }
});

t.test("who hides from somebody, and what is over, are not shown to them", async (t) => {
  const client = await tenant("ada", "named", "helper");
  await contact(client, "ada", "helper");
  const audience = { to: "people", people: ["ext:named", "ext:helper"] };
  const { body: ask } = await client.post("/v1/asks", { by: "ext:ada", title: "A", audience });
  const [named, helper] = [await tokenOf(client, "named"), await tokenOf(client, "helper")];
  const sees = async (key: string) => (await client.get(`/v1/asks/${ask.id}`, { key })).status;
  t.same([await sees(named), await sees(helper)], [200, 200]);
  await client.put("/v1/people/ext:ada/frame", { audiences: { name: "private" } });
  t.same([await sees(named), await sees(helper)], [404, 200], "contacts find each other");
  await client.put("/v1/people/ext:ada/frame", { audiences: {} });
  const closing = { by: "ext:ada", outcome: "helped", helpedBy: ["ext:helper"], note: "secret" };
  await client.post(`/v1/asks/${ask.id}/close`, closing);
  t.same([await sees(named), await sees(helper)], [404, 200], "who helped may look back");
  const { body } = await client.get(`/v1/asks/${ask.id}`, { key: helper });
  t.match(body, { state: "closed", note: null, helpedBy: [], outcome: null });
});

t.test("pages are full and stable, whatever was left out of them", async (t) => {
  const client = await tenant("ada", "bea");
  await contact(client, "ada", "bea");
  const ids: string[] = [];
  for (let index = 0; index < 12; index++) {
    const audience = { to: index % 3 === 0 ? "network" : "private" };
    api.clock.set(testStart + index);
    const { body } = await client.post("/v1/asks", { by: "ext:ada", title: "A", audience });
    if (index % 3 === 0) ids.unshift(body.id);
  }
  const seen: string[] = [];
  let url = "/v1/asks?person=ext:bea&limit=1";
  for (;;) {
    const { body } = await client.get(url);
    t.equal(body.data.length, 1);
    seen.push(body.data[0].id);
    if (body.nextCursor === null) break;
    url = `/v1/asks?person=ext:bea&limit=1&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
  t.same(seen, ids);
});

t.test("a member can't let themselves into a frame by naming a helper", async (t) => {
  const client = await tenant("ada", "grace");
  await client.patch("/v1/people/ext:grace", { location: "London" });
  const key = await tokenOf(client, "ada");
  const { body: ask } = await client.post("/v1/asks", { by: "ext:ada", title: "A" }, { key });
  const closing = { by: "ext:ada", outcome: "helped", helpedBy: ["ext:grace"] };
  const close = () => client.post(`/v1/asks/${ask.id}/close`, closing, { key });
  t.match(await close(), { status: 400, body: { errors: [{ pointer: "/helpedBy" }] } });
  const grace = await idOf(client, "grace");
  t.equal((await client.get(`/v1/people/${grace}`, { key })).body.location, null);
  await contact(client, "grace", "ada");
  t.equal((await close()).status, 200);
});
