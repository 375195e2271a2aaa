import t from "tap";
import { testApi } from "../../testing/test-api.ts";
import { dumper } from "./testing/dumper.ts";

const at = (day: number) => `2026-02-${String(day).padStart(2, "0")}T10:00:00Z`;

t.test("merging people", async (t) => {
  const api = await testApi(t);
  const dump = dumper(t, api.ownerUrl);

  t.test("measures as if everything had named the one who stays", async (t) => {
    const events = [
      { type: "message", from: "a", to: ["x"], day: 1 },
      { type: "advice", from: "b", to: ["x"], day: 1 },
      { type: "advice", from: "x", to: ["a", "y"], day: 3 },
      { type: "call", from: "y", to: ["a", "b"], day: 5 },
      { type: "call", from: "z", to: ["b", "a", "x"], day: 6 },
      { type: "conflict", from: "b", to: ["z"], day: 7 },
      { type: "gathering", from: "a", to: ["b", "z"], day: 8 },
      { type: "message", from: "b", to: ["a"], day: 9 },
      { type: "repair", from: "z", to: ["a"], day: 10 },
      { type: "message", from: "x", to: ["z"], day: 11 },
    ].map((event, index) => ({ ...event, externalId: `event-${index}` }));
    const [merged, named] = [await api.client(), await api.client()];
    const send = (client: typeof merged, log: typeof events) =>
      client.post(
        "/v1/interactions/batch?createPeople=true",
        log.map(({ type, from, to, day, externalId }) => ({
          type,
          from: `ext:${from}`,
          to: to.map((name) => `ext:${name}`),
          occurredAt: at(day),
          externalId,
        })),
      );
    t.equal((await send(merged, events)).body.created, events.length);
    const survivor = (name: string) => (name === "b" ? "a" : name);
    const renamed = events.map((event) => {
      const from = survivor(event.from);
      const to = [...new Set(event.to.map(survivor))].filter((name) => name !== from);
      return { ...event, from, to };
    });
    await send(
      named,
      renamed.filter(({ to }) => to.length > 0),
    );
    await merged.put("/v1/people/ext:b", { name: "B" });
    const answer = await merged.post("/v1/people/ext:b/merge", { into: "ext:a" });
    t.equal(answer.status, 200, answer.text);
    t.match(answer.body, {
      person: { externalId: "a", name: "B" },
      moved: { interactions: 2, declarations: 0 },
      dropped: { selfInteractions: 2, declarations: 0 },
    });
    for (const one of ["a", "x", "y", "z"]) {
      for (const other of ["a", "x", "y", "z"]) {
        if (one === other) continue;
        const read = async (client: typeof merged) => {
          const {
            from: _,
            to: __,
            ...tie
          } = (await client.get(`/v1/ties/ext:${one}/ext:${other}`)).body;
          return tie;
        };
        t.same(await read(merged), await read(named), `${one} ${other}`);
      }
      const seen = async (client: typeof merged) =>
        (await client.get(`/v1/people/ext:${one}/export`)).body.lastSeenAt;
      t.equal(await seen(merged), await seen(named));
    }
    const count = async (client: typeof merged) =>
      (await client.get("/v1/interactions?limit=200")).body.data
        .map(({ to, externalId }: { to: string[]; externalId: string }) => [externalId, to.length])
        .sort();
    t.same(await count(merged), await count(named), "the same log");
    t.match(await send(merged, events), { body: { created: 0 } }, "sent again, it adds nothing");
  });

  t.test("leads from every old name to who stays", async (t) => {
    const client = await api.client();
    const make = async (name: string) =>
      (await client.post("/v1/people", { externalId: name, name })).body.id;
    const [one, two, three] = [await make("one"), await make("two"), await make("three")];
    t.equal((await client.post("/v1/people/ext:one/merge", { into: two })).status, 200);
    t.equal((await client.post("/v1/people/ext:two/merge", { into: "ext:three" })).status, 200);
    for (const ref of [one, "ext:one", two, "ext:two", three, "ext:three"]) {
      t.equal((await client.get(`/v1/people/${ref}`)).body.id, three, ref);
    }
    const upserted = await client.put("/v1/people/ext:one", { name: "Uno" });
    t.match(upserted, { status: 200, body: { id: three, externalId: "three", name: "Uno" } });
    const batch = [
      { externalId: "one", name: "A" },
      { externalId: "three", name: "B" },
    ];
    const answer = await client.post("/v1/people/batch", batch);
    t.match(answer.body, { updated: 1, rejected: [{ index: 1 }] });
    const taken = await client.post("/v1/people", { externalId: "two" });
    t.match(taken, { status: 409, body: { code: "external_id_taken" } });
    t.same((await client.get("/v1/people/ext:one/export")).body.formerIds.sort(), [
      "ext:one",
      "ext:two",
      ...[one, two].sort(),
    ]);
    const event = { type: "call", from: "ext:one", to: ["ext:four"], occurredAt: at(1) };
    const recorded = await client.post("/v1/interactions", { ...event, createPeople: true });
    t.equal(recorded.body.from, three);
  });

  t.test("joins the two profiles, the one of who stays first", async (t) => {
    const client = await api.client();
    await client.post("/v1/people", {
      externalId: "goes",
      name: "Goes",
      headline: "From who goes",
      emails: ["A@example.org", "b@example.org"],
      skills: ["chess", "Go"],
      openToIntroduce: false,
      metadata: { a: 1, b: 1 },
    });
    const stays = (
      await client.post("/v1/people", {
        name: "Stays",
        emails: ["a@example.org"],
        skills: ["go"],
        metadata: { b: 2 },
      })
    ).body.id;
    const { body, headers } = await client.post("/v1/people/ext:goes/merge", { into: stays });
    t.match(body.person, {
      id: stays,
      externalId: "goes",
      name: "Stays",
      headline: "From who goes",
      emails: ["a@example.org", "b@example.org"],
      skills: ["go", "chess"],
      openToIntroduce: false,
      metadata: { a: 1, b: 2 },
    });
    t.equal(headers.etag, '"2"');
    t.equal((await client.get("/v1/people?q=goes")).body.data.length, 0);
    t.equal((await client.get("/v1/people?skill=chess")).body.data[0].id, stays);
  });

  t.test("moves what was declared, and keeps what who stays declared", async (t) => {
    const client = await api.client();
    for (const name of ["goes", "stays", "c", "d"]) await client.put(`/v1/people/ext:${name}`, {});
    const declare = (from: string, to: string, note: string) =>
      client.patch(`/v1/ties/ext:${from}/ext:${to}`, { note });
    await declare("goes", "c", "goes on c");
    await declare("stays", "c", "stays on c");
    await declare("goes", "d", "goes on d");
    await declare("d", "goes", "d on goes");
    await declare("goes", "stays", "goes on stays");
    const { body } = await client.post("/v1/people/ext:goes/merge", { into: "ext:stays" });
    t.match(body, { moved: { declarations: 2 }, dropped: { declarations: 2 } });
    const note = async (from: string, to: string) =>
      (await client.get(`/v1/ties/ext:${from}/ext:${to}`)).body.declared.note;
    t.equal(await note("stays", "c"), "stays on c");
    t.equal(await note("stays", "d"), "goes on d");
    t.equal(await note("d", "stays"), "d on goes");
  });

  t.test("is refused where it makes no sense, and then changes nothing", async (t) => {
    const client = await api.client();
    for (const name of ["p", "q", "r"]) await client.put(`/v1/people/ext:${name}`, { name });
    const merge = (person: string, into: unknown) =>
      client.post(`/v1/people/${person}/merge`, { into });
    t.match(await merge("ext:p", "ext:p"), {
      status: 409,
      body: { code: "conflict", errors: [{ pointer: "/into" }] },
    });
    t.equal((await merge("ext:p", "ext:q")).status, 200);
    const before = await dump();
    const twice = await merge("ext:p", "ext:q");
    t.match(twice, { status: 409, body: { code: "conflict" } });
    t.match(twice.body.detail, /merged already, into per_/);
    t.equal((await merge("ext:p", "ext:r")).status, 409);
    t.equal((await merge("ext:q", "ext:p")).status, 409);
    t.equal((await merge("ext:q", "ext:nobody")).status, 404);
    t.equal((await merge("ext:nobody", "ext:q")).status, 404);
    t.match(await merge("ext:q", "nonsense"), { status: 400, body: { code: "invalid_id" } });
    t.equal((await merge("ext:q", undefined)).status, 400);
    t.equal((await merge("ext:q", 7)).status, 400);
    t.equal(await dump(), before);
    const many = (prefix: string) => Array.from({ length: 60 }, (_, index) => `${prefix} ${index}`);
    await client.patch("/v1/people/ext:q", { skills: many("a") });
    await client.patch("/v1/people/ext:r", { skills: many("b") });
    t.match(await merge("ext:q", "ext:r"), {
      status: 409,
      body: { code: "conflict", errors: [{ pointer: "/skills" }] },
    });
  });

  t.test("both ways at once, amid other writes, ends with one person and no failure", async (t) => {
    const client = await api.client();
    for (let round = 0; round < 6; round++) {
      const [one, two] = [`ext:one-${round}`, `ext:two-${round}`];
      await client.put(`/v1/people/${one}`, {});
      await client.put(`/v1/people/${two}`, {});
      const event = { type: "call", from: one, to: ["ext:other"], occurredAt: at(1) };
      const answers = await Promise.all([
        client.post(`/v1/people/${one}/merge`, { into: two }),
        client.post(`/v1/people/${two}/merge`, { into: one }),
        client.put(`/v1/people/${one}`, { name: "One" }),
        client.put(`/v1/people/${two}`, { name: "Two" }),
        client.post("/v1/interactions", { ...event, createPeople: true }),
        client.post("/v1/people", { externalId: one.slice(4) }),
      ]);
      const statuses = answers.map(({ status }) => status);
      t.ok(
        statuses.every((status) => status < 500),
        statuses.join(),
      );
      t.equal(statuses.slice(0, 2).filter((status) => status === 200).length, 1, statuses.join());
      const [first, second] = [
        await client.get(`/v1/people/${one}`),
        await client.get(`/v1/people/${two}`),
      ];
      t.equal(first.body.id, second.body.id);
      t.equal((await client.get(`/v1/interactions?person=${one}`)).body.data.length, 1);
    }
  });
});
