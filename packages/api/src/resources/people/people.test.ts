import t from "tap";
import { testApi } from "../../testing/test-api.ts";
import { input } from "./examples.ts";

t.test("people", async (t) => {
  const api = await testApi(t);
  const client = await api.client();

  t.test("are created and read back, by our id and by theirs", async (t) => {
    const made = await client.post("/v1/people", input);
    t.equal(made.status, 201);
    t.match(made.body, input);
    t.equal(made.headers.location, `/v1/people/${made.body.id}`);
    t.equal(made.headers.etag, '"1"');
    for (const ref of [made.body.id, "ext:ada"]) {
      const read = await client.get(`/v1/people/${ref}`);
      t.same(read.body, made.body);
      t.equal(read.headers.etag, '"1"');
    }
  });

  t.test("may be created without anything, and then have nothing", async (t) => {
    const { body } = await client.post("/v1/people", {});
    const { id, createdAt: _, updatedAt: __, ...rest } = body;
    t.match(id, /^per_/);
    t.same(rest, {
      externalId: null,
      name: null,
      headline: null,
      emails: [],
      positions: [],
      skills: [],
      interests: [],
      values: [],
      location: null,
      timeZone: null,
      openToIntroduce: true,
      metadata: {},
    });
  });

  t.test("have an external id of their own", async (t) => {
    await client.post("/v1/people", { externalId: "taken" });
    const again = await client.post("/v1/people", { externalId: "taken", name: "Other" });
    t.match(again, { status: 409, body: { code: "external_id_taken" } });
    t.equal(again.body.errors[0].pointer, "/externalId");
    const other = (await client.post("/v1/people", { name: "Other" })).body.id;
    const patched = await client.patch(`/v1/people/${other}`, { externalId: "taken" });
    t.match(patched, { status: 409, body: { code: "external_id_taken" } });
    t.equal((await client.put(`/v1/people/${other}`, { externalId: "taken" })).status, 409);
    const elsewhere = await api.client();
    t.equal((await elsewhere.post("/v1/people", { externalId: "taken" })).status, 201);
  });

  t.test("a change touches what is named only, and counts the revision up", async (t) => {
    await client.post("/v1/people", { ...input, externalId: "changing" });
    api.clock.set(api.clock.now() + 1000);
    const url = "/v1/people/ext:changing";
    const changed = await client.patch(url, { headline: null, skills: ["chess"] });
    t.equal(changed.headers.etag, '"2"');
    t.match(changed.body, { ...input, externalId: "changing", headline: null, skills: ["chess"] });
    t.not(changed.body.updatedAt, changed.body.createdAt);
    api.clock.set(api.clock.now() + 1000);
    const same = await client.patch(url, { skills: ["chess"], positions: input.positions });
    t.equal(same.headers.etag, '"2"', "nothing changed, nothing counted");
    t.equal(same.body.updatedAt, changed.body.updatedAt);
    const renamed = await client.patch(url, { externalId: "changed" });
    t.equal(renamed.body.externalId, "changed");
    t.equal((await client.get(url)).status, 404);
    t.equal((await client.patch("/v1/people/ext:changed", { externalId: null })).status, 200);
    t.equal((await client.get("/v1/people/ext:changed")).status, 404);
  });

  t.test("a change of somebody else's revision is refused", async (t) => {
    await client.post("/v1/people", { externalId: "matched" });
    const url = "/v1/people/ext:matched";
    const stale = { headers: { "if-match": '"7"' } };
    const fresh = { headers: { "if-match": '"1"' } };
    t.match(await client.patch(url, { name: "A" }, stale), { status: 412 });
    t.match(await client.put(url, { name: "A" }, stale), { status: 412 });
    t.match(await client.delete(url, stale), { status: 412 });
    t.equal((await client.patch(url, { name: "A" }, fresh)).headers.etag, '"2"');
    t.match(await client.put("/v1/people/ext:nobody", {}, fresh), { status: 412 });
    t.equal((await client.get("/v1/people/ext:nobody")).status, 404);
  });

  t.test(
    "PUT creates by an external id, replaces the whole profile, and may be repeated",
    async (t) => {
      const { externalId: _, ...profile } = input;
      const made = await client.put("/v1/people/ext:put", profile);
      t.equal(made.status, 201);
      t.match(made.body, { ...profile, externalId: "put" });
      const again = await client.put("/v1/people/ext:put", { ...profile, externalId: "put" });
      t.match([again.status, again.headers.etag], [200, '"1"']);
      t.same(again.body, made.body);
      const replaced = await client.put("/v1/people/ext:put", { name: "Ada" });
      t.equal(replaced.headers.etag, '"2"');
      t.match(replaced.body, { id: made.body.id, externalId: "put", name: "Ada", skills: [] });
      t.equal(replaced.body.headline, null);
      const byId = await client.put(`/v1/people/${made.body.id}`, {
        externalId: "put2",
        name: "B",
      });
      t.match(byId, { status: 200, body: { externalId: "put2", name: "B" } });
      const two = await client.put("/v1/people/ext:put2", { externalId: "other" });
      t.match(two, { status: 400, body: { errors: [{ pointer: "/externalId" }] } });
      t.equal((await client.put("/v1/people/ext:put3", { externalId: "other" })).status, 400);
      t.equal((await client.get("/v1/people/ext:put3")).status, 404);
      const missing = "per_01h455vb4pex5vsknk084sn02q";
      t.equal((await client.put(`/v1/people/${missing}`, { name: "B" })).status, 404);
    },
  );

  t.test("external ids may hold anything that a URL can spell", async (t) => {
    for (const id of [
      "a/b c",
      "100%",
      "ext:x",
      "?&#=+",
      "мария",
      "😀/é",
      "..",
      "per_x",
      `${"é".repeat(255)}`,
    ]) {
      const url = `/v1/people/ext:${encodeURIComponent(id)}`;
      const made = await client.put(url, { name: "Any" });
      t.match([made.status, made.body.externalId], [201, id], id);
      t.equal((await client.get(url)).body.id, made.body.id);
    }
  });

  t.test("text of every script comes back as it was sent", async (t) => {
    const name = "Zoe\u0308 \u202Bשָׁלוֹם\u202C 👩‍👩‍👧 ﷺ";
    const { body } = await client.post("/v1/people", { name, skills: ["C++", "c#", "日本語"] });
    t.equal(body.name, name);
    t.same((await client.get(`/v1/people/${body.id}`)).body, body);
  });

  t.test("concurrent upserts of one external id make one person", async (t) => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        client.put("/v1/people/ext:race", { name: `Name ${index}` }),
      ),
    );
    t.equal(answers.filter(({ status }) => status === 201).length, 1);
    t.equal(answers.filter(({ status }) => status === 200).length, 11);
    t.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    t.equal((await client.get("/v1/people/ext:race")).headers.etag, '"12"');
  });

  t.test("those of another tenant are not there", async (t) => {
    const { body } = await client.post("/v1/people", { externalId: "hidden" });
    const other = await api.client();
    for (const ref of [body.id, "ext:hidden"]) {
      t.equal((await other.get(`/v1/people/${ref}`)).status, 404);
      t.equal((await other.patch(`/v1/people/${ref}`, { name: "X" })).status, 404);
      t.equal((await other.delete(`/v1/people/${ref}`)).status, 404);
    }
    t.same((await other.get("/v1/people")).body.data, []);
  });
});
