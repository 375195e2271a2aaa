import t from "tap";
import { testApi } from "../../testing/test-api.ts";
import { input } from "./examples.ts";

t.test("a batch of people", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const send = async (body: unknown, options = {}) =>
    client.post("/v1/people/batch", body, options);

  t.test("creates, updates and leaves alone, and says how many", async (t) => {
    await client.put("/v1/people/ext:there", { name: "There" });
    await client.put("/v1/people/ext:same", { name: "Same" });
    const people = [
      { ...input, externalId: "new" },
      { externalId: "there", name: "Changed" },
      { externalId: "same", name: "Same" },
    ];
    const expected = { created: 1, updated: 1, unchanged: 1, rejected: [] };
    t.same((await send(people)).body, expected);
    t.match((await client.get("/v1/people/ext:new")).body, { ...input, externalId: "new" });
    t.equal((await client.get("/v1/people/ext:there")).headers.etag, '"2"');
    t.same((await send({ people })).body, { ...expected, created: 0, updated: 0, unchanged: 3 });
  });

  t.test("stores the good items and lists the bad by place", async (t) => {
    const { body } = await send([
      { externalId: "good" },
      { name: "No id" },
      { externalId: "bad-mail", emails: ["ada@example.org", "nobody"] },
      "text",
      null,
      { externalId: "bad-zone", timeZone: "Mars/Olympus" },
      { externalId: "good", name: "Again" },
      { externalId: "nul\u0000" },
      { externalId: "unknown", nickname: "x" },
      { externalId: "surrogate", name: "\ud800" },
      { externalId: "good-too", name: "Good" },
    ]);
    t.match(body, { created: 2, updated: 0, unchanged: 0 });
    t.same(
      body.rejected.map(({ index, errors }: { index: number; errors: { pointer: string }[] }) => [
        index,
        errors[0]?.pointer,
      ]),
      [
        [1, "/externalId"],
        [2, "/emails/1"],
        [3, ""],
        [4, ""],
        [5, "/timeZone"],
        [6, "/externalId"],
        [7, "/externalId"],
        [8, "/nickname"],
        [9, "/name"],
      ],
    );
    t.equal((await client.get("/v1/people/ext:good")).body.name, null);
    t.equal((await client.get("/v1/people/ext:bad-mail")).status, 404);
  });

  t.test("may hold a thousand, found at once, and not one more", async (t) => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      ...input,
      externalId: `many-${index}`,
      name: `Many${index} Thousandth`,
      skills: ["counting", `skill ${index}`],
    }));
    t.match((await send(many)).body, { created: 1_000, rejected: [] });
    t.match((await send(many)).body, { unchanged: 1_000 });
    t.match((await send(many.map((p) => ({ ...p, name: "Other" })))).body, { updated: 1_000 });
    t.equal((await client.get("/v1/people?skill=skill 77")).body.data[0].externalId, "many-77");
    t.same((await client.get("/v1/people?q=thousandth")).body.data, []);
    const more = await send([...many, { externalId: "one more" }]);
    t.match(more, { status: 400, body: { code: "invalid_request", errors: [{ pointer: "" }] } });
    t.same((await send([])).body, { created: 0, updated: 0, unchanged: 0, rejected: [] });
  });

  t.test("is an array of people, alone or in an object", async (t) => {
    for (const body of [{}, { people: {} }, { people: [], more: 1 }, "[1", 7, null, "null"]) {
      t.equal((await send(body)).status, 400, JSON.stringify(body));
    }
  });

  t.test("is stored once under an idempotency key", async (t) => {
    const options = { headers: { "idempotency-key": "batch-1" } };
    const first = await send([{ externalId: "once" }], options);
    const again = await send([{ externalId: "once" }], options);
    t.same(again.body, first.body);
    t.equal(again.headers["idempotency-replayed"], "true");
  });

  t.test("and others of the same people at once do not get in each other's way", async (t) => {
    const people = Array.from({ length: 200 }, (_, index) => ({ externalId: `crowd-${index}` }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        send((index % 2 ? people : people.toReversed()).map((p) => ({ ...p, name: `N${index}` }))),
      ),
    );
    t.ok(answers.every(({ status }) => status === 200));
    t.equal(
      answers.reduce((sum, { body }) => sum + body.created, 0),
      200,
    );
  });
});
