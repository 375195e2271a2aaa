import fc from "fast-check";
import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

t.setTimeout(600_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const client = await api.client();
const same = { "x-request-id": "same" };

const profile = {
  name: "Grace Hopper",
  headline: "canary-headline",
  emails: ["canary@example.org"],
  positions: [{ organization: "canary-organization", title: "canary-title" }],
  skills: ["canary-skill"],
  interests: ["canary-interest"],
  values: ["canary-value"],
  location: "canary-location",
  timeZone: "Europe/London",
  openToIntroduce: true,
  metadata: { note: "canary-metadata" },
};
await client.put("/v1/people/ext:grace", profile);
for (const name of ["ada", "alan", "bea"]) {
  await client.put(`/v1/people/ext:${name}`, { name, interests: ["canary-skill"] });
}
const contact = (from: string, to: string, occurredAt: string) =>
  client.post("/v1/interactions", { type: "call", from, to: [to], occurredAt });
await contact("ext:ada", "ext:grace", "2026-02-20T12:00:00Z");
await contact("ext:grace", "ext:bea", "2026-02-25T12:00:00Z");

const tokenOf = async (name: string, of: Client = client): Promise<string> =>
  (await of.post("/v1/member-tokens", { person: `ext:${name}` })).body.token;
const [ada, alan, grace] = [await tokenOf("ada"), await tokenOf("alan"), await tokenOf("grace")];
const as = (key: string, url: string) => client.get(url, { key, headers: same });
const setFrame = (audiences: object) => client.put("/v1/people/ext:grace/frame", { audiences });
const fields = Object.keys(profile).filter((field) => field !== "metadata");
const all = (audience: string) =>
  Object.fromEntries([...fields, "externalId"].map((field) => [field, audience]));

t.beforeEach(() => setFrame({}));

t.test("the defaults hold until the tenant or the person says otherwise", async (t) => {
  const { body } = await client.get("/v1/people/ext:grace/frame");
  t.match(body, { audiences: { name: "public", emails: "trusted", location: "network" } });
  t.same(body.chosen, []);
  await client.patch("/v1/tenant", { frame: { headline: "private" } });
  t.equal((await as(ada, "/v1/people/ext:grace")).body.headline, null);
  await setFrame({ headline: "network" });
  t.equal((await as(ada, "/v1/people/ext:grace")).body.headline, "canary-headline");
  t.equal((await as(alan, "/v1/people/ext:grace")).body.headline, null);
  await client.patch("/v1/tenant", { frame: {} });
});

t.test(
  "a member sees of others what is for them, and of themselves all but metadata",
  async (t) => {
    const [network, stranger] = [
      await as(ada, "/v1/people/ext:grace"),
      await as(alan, "/v1/people/ext:grace"),
    ];
    t.equal(network.body.location, "canary-location");
    t.equal(stranger.body.location, null);
    t.equal(stranger.body.openToIntroduce, null);
    t.same(network.body.emails, []);
    for (const { body, headers } of [network, stranger]) {
      t.same(body.metadata, {});
      t.equal(body.updatedAt, null);
      t.notOk(headers.etag);
    }
    const own = await as(grace, "/v1/people/ext:grace");
    t.same(
      { ...own.body, ...profile, metadata: {} },
      { ...own.body, positions: profile.positions },
    );
    t.ok(own.headers.etag);
  },
);

t.test(
  "audiences follow what the owner declares; a personal context is not a colleague's",
  async (t) => {
    await setFrame({ ...all("private"), name: "public", emails: "trusted", skills: "colleagues" });
    const declare = (body: object) => client.patch("/v1/ties/ext:grace/ext:alan", body);
    const seen = async () => {
      const { body } = await as(
        alan,
        `/v1/people/${(await client.get("/v1/people/ext:grace")).body.id}`,
      );
      return { emails: body.emails.length, skills: body.skills.length };
    };
    t.same(await seen(), { emails: 0, skills: 0 });
    await client.patch("/v1/ties/ext:alan/ext:grace", { roles: ["peer"], circle: "trusted" });
    t.same(await seen(), { emails: 0, skills: 0 }, "nobody lets themselves in");
    await declare({ roles: ["peer"] });
    t.same(await seen(), { emails: 0, skills: 1 });
    await declare({ context: "personal" });
    t.same(await seen(), { emails: 0, skills: 0 });
    await declare({ circle: "trusted" });
    t.same(await seen(), { emails: 1, skills: 0 });
    await declare({ roles: null, context: null, circle: null });
    await client.patch("/v1/ties/ext:alan/ext:grace", { roles: null, circle: null });
  },
);

t.test("as-seen-by is what the viewer gets, to the letter, for any frame", async (t) => {
  const { id } = (await client.get("/v1/people/ext:grace")).body;
  const audience = fc.constantFrom("public", "network", "colleagues", "trusted", "private");
  const anyFrame = fc.record(Object.fromEntries(Object.keys(all("")).map((f) => [f, audience])));
  await fc.assert(
    fc.asyncProperty(anyFrame, fc.constantFrom("ada", "alan"), async (frame, viewer) => {
      await setFrame(frame);
      const shown = await client.get(`/v1/people/${id}/as-seen-by/ext:${viewer}`);
      const got = await as(viewer === "ada" ? ada : alan, `/v1/people/${id}`);
      if (shown.body.person === null) t.equal(got.status, 404);
      else t.same(got.body, shown.body.person);
    }),
    { numRuns: 40 },
  );
});

t.test("what is hidden changes nothing in any answer to another member", async (t) => {
  await setFrame({ ...all("private"), name: "public" });
  const { id } = (await client.get("/v1/people/ext:grace")).body;
  const ask = async (key: string, self: string) => {
    const urls = [
      `/v1/people/${id}`,
      "/v1/people?limit=2",
      "/v1/people?q=grace",
      "/v1/people?skill=canary-skill",
      "/v1/people?skill=other",
      "/v1/people?organization=canary-organization",
      "/v1/people?role=canary-title",
      "/v1/people?email=canary@example.org",
      "/v1/people?q=canary@example.org",
      `/v1/people/ext:${self}/ties`,
      `/v1/ties/ext:${self}/${id}`,
      `/v1/ties/ext:${self}/${id}/explanation`,
      "/v1/people/ext:grace",
      "/v1/people/ext:hidden",
    ];
    const answers = [];
    for (const url of urls) answers.push((await as(key, url)).text);
    for (const to of [
      { skill: "canary-skill" },
      { organization: "canary-organization" },
      { role: "canary-title" },
    ]) {
      const search = { from: `ext:${self}`, to };
      answers.push((await client.post("/v1/paths/search", search, { key, headers: same })).text);
    }
    return answers;
  };
  const before = [await ask(ada, "ada"), await ask(alan, "alan")];
  t.notOk(JSON.stringify(before).includes("canary-headline"));
  const { name } = profile;
  await client.put(`/v1/people/${id}`, { name, skills: ["other"], headline: "other" });
  t.same([await ask(ada, "ada"), await ask(alan, "alan")], before);
  await client.put(`/v1/people/${id}`, profile);
});

t.test("who hides the name is not found, but by those in contact", async (t) => {
  await setFrame(all("private"));
  const { id } = (await client.get("/v1/people/ext:grace")).body;
  const missing = "per_01h455vb4pex5vsknk084sn02q";
  for (const path of ["/v1/people/", "/v1/ties/ext:alan/"]) {
    const hidden = await as(alan, path + id);
    t.equal(hidden.status, 404);
    t.equal(hidden.text, (await as(alan, path + missing)).text);
  }
  t.equal((await as(ada, `/v1/ties/ext:ada/${id}`)).status, 200);
  t.equal((await as(ada, "/v1/ties/ext:ada/ext:grace")).status, 404, "a hidden id leads nowhere");
  const { data } = (await as(ada, "/v1/people/ext:ada/ties")).body;
  t.same(data[0].person, { id, externalId: null, name: null });
  const listed = (await as(alan, "/v1/people")).body.data.map(
    (person: { id: string }) => person.id,
  );
  t.notOk(listed.includes(id));
});

t.test(
  "frames are applied before paging: pages are full and their cursors tell nothing",
  async (t) => {
    const { id } = (await client.get("/v1/people/ext:grace")).body;
    await setFrame(all("private"));
    const hidden = Array.from({ length: 12 }, (_, index) => `ext:hidden-${index}`);
    for (const person of hidden) {
      await client.put(`/v1/people/${person}`, { name: "Hidden" });
      await client.put(`/v1/people/${person}/frame`, { audiences: { name: "private" } });
    }
    const seen: string[] = [];
    let url = "/v1/people?limit=1";
    for (let page = 0; page < 10; page++) {
      const { body } = await as(alan, url);
      t.equal(body.data.length, 1, "no page is short");
      seen.push(body.data[0].id);
      if (body.nextCursor === null) break;
      url = `/v1/people?limit=1&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    t.equal(seen.length, 3);
    t.notOk(seen.includes(id));
    for (const person of hidden) await client.delete(`/v1/people/${person}`);
    const since = await as(alan, "/v1/people?updatedSince=2026-01-01T00:00:00Z");
    t.match(since, { status: 400, body: { errors: [{ pointer: "?updatedSince" }] } });
  },
);

t.test("a path tells a member the measures of their own ties only", async (t) => {
  const search = { from: "ext:ada", to: { person: "ext:bea" } };
  const byKey = await client.post("/v1/paths/search", search);
  t.type(byKey.body.data[0].hops[1].strength, "number");
  const { body } = await client.post("/v1/paths/search", search, { key: ada });
  const [path] = body.data;
  t.type(path.hops[0].strength, "number");
  t.match(path, { willingness: null, strength: null, weakestTie: null, parts: [] });
  t.match(path.hops[1], { strength: null, p90: null, reason: "They are in contact." });
});

t.test("no path leads a member over somebody who is hidden from them", async (t) => {
  await contact("ext:alan", "ext:ada", "2026-02-26T12:00:00Z");
  const { id } = (await client.get("/v1/people/ext:grace")).body;
  const search = { from: "ext:alan", to: { person: "ext:bea" }, maxIntroducers: 2 };
  const find = async () => (await client.post("/v1/paths/search", search, { key: alan })).text;
  t.ok((await find()).includes(id));
  await setFrame(all("private"));
  t.notOk((await find()).includes(id));
  t.same(JSON.parse(await find()).data, []);
});

t.test("that the other put a tie to rest does not show in a member's paths", async (t) => {
  const search = { from: "ext:ada", to: { person: "ext:grace" } };
  const options = { key: ada, headers: same };
  const before = (await client.post("/v1/paths/search", search, options)).text;
  await client.patch("/v1/ties/ext:grace/ext:ada", { paused: true });
  t.equal((await client.post("/v1/paths/search", search, options)).text, before);
  await client.patch("/v1/ties/ext:grace/ext:ada", { paused: null });
});

t.test("a merge leaves nothing more visible than it was", async (t) => {
  for (const name of ["one", "two"])
    await client.put(`/v1/people/ext:${name}`, { name, skills: [name] });
  await client.put("/v1/people/ext:one/frame", { audiences: { skills: "private" } });
  await client.post("/v1/people/ext:one/merge", { into: "ext:two" });
  t.same((await as(alan, "/v1/people/ext:two")).body.skills, []);
  t.same((await client.get("/v1/people/ext:two")).body.skills.length, 2);
  await client.delete("/v1/people/ext:two");
});

t.test("a frame is changed by who read it last", async (t) => {
  const { headers } = await client.get("/v1/people/ext:grace/frame");
  const put = (ifMatch: string) =>
    client.put(
      "/v1/people/ext:grace/frame",
      { audiences: {} },
      { headers: { "if-match": ifMatch } },
    );
  t.equal((await put(headers.etag ?? "")).status, 200);
  t.equal((await put(headers.etag ?? "")).status, 412);
});
