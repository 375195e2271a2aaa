import { MS_PER_DAY } from "@kith/core";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { decided } from "../../testing/decided.ts";
import { testApi, testStart } from "../../testing/test-api.ts";
import { Asked, ask, newTrio } from "./testing/trio.ts";

t.setTimeout(300_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);
const client = await api.client();
const on = (day: number) => api.clock.set(testStart + day * MS_PER_DAY);
const name = (ref: string) => ref.slice("ext:".length);

t.beforeEach(() => on(0));

t.test(
  "a request goes to the introducer, then to the target, then brings the two together",
  async (t) => {
    const trio = await newTrio(client);
    const answer = await ask(client, trio, { purpose: "advice", note: "Only if it suits you." });
    t.match(answer, {
      status: 201,
      headers: { location: `/v1/introductions/${answer.body.id}` },
      body: {
        state: "pending",
        role: "requester",
        purpose: "advice",
        requester: { name: name(trio.requester) },
        target: { name: name(trio.target) },
        closesAt: "2026-03-16T09:30:00.000Z",
        contact: null,
        actions: ["withdraw"],
      },
    });
    const asked = new Asked(client, trio, answer.body.id);
    t.match((await asked.see("introducer")).body, {
      state: "requested",
      note: "Only if it suits you.",
      answerBy: "2026-03-09T09:30:00.000Z",
    });
    on(1);
    t.match((await asked.act("introducer", "accept")).body, { state: "pending" });
    t.match((await asked.see("target")).body, {
      state: "requested",
      note: null,
      blurb: "I would like to learn from you.",
      answerBy: "2026-03-16T09:30:00.000Z",
    });
    on(2);
    t.match((await asked.act("target", "accept")).body, {
      state: "agreed",
      contact: { email: `${name(trio.requester)}@example.org` },
    });
    on(3);
    t.match((await asked.act("introducer", "complete")).body, { state: "made" });
    t.match((await asked.see("requester")).body, {
      state: "made",
      contact: { email: `${name(trio.target)}@example.org`, until: "2026-06-03T09:30:00.000Z" },
      actions: ["thank", "report"],
    });
    on(4);
    await asked.act("requester", "thank");
    on(20);
    await asked.act("requester", "report", { report: "We meet every month now." });
    t.match((await asked.see("introducer")).body, {
      state: "reported",
      report: "We meet every month now.",
      madeAt: "2026-03-05T09:30:00.000Z",
      thankedAt: "2026-03-06T09:30:00.000Z",
      reportedAt: "2026-03-22T09:30:00.000Z",
    });
    t.equal((await asked.see("target")).body.report, null);
    const { data } = (await client.get(`/v1/interactions?person=${trio.introducer}`)).body;
    const about = { introduction: asked.id };
    t.match(data, [
      { type: "update", about },
      { type: "thanks", about },
      { type: "introduction", about, to: { length: 2 } },
      { type: "meeting" },
      { type: "meeting" },
    ]);
    const tie = (await client.get(`/v1/ties/${trio.introducer}/${trio.target}`)).body;
    t.equal(Math.round(tie.evidence.given), 1, "it counts as help to the target too");
  },
);

t.test("each shares the address that they choose, as long as it is theirs", async (t) => {
  const trio = await newTrio(client);
  const mine = `${name(trio.requester)}@example.org`;
  const wrong = await ask(client, trio, { email: "somebody@example.org" });
  t.match(wrong, { status: 400, body: { errors: [{ pointer: "/email" }] } });
  await client.patch(`/v1/people/${trio.requester}`, { emails: ["first@example.org", mine] });
  const asked = await Asked.by(client, trio, { email: mine });
  const theirs = await asked.act("introducer", "accept", { email: mine });
  t.match(theirs, { status: 400, body: { errors: [{ pointer: "/email" }] } });
  await asked.act("introducer", "accept");
  await asked.act("target", "accept", { email: null });
  t.match((await asked.see("target")).body.contact, { email: mine });
  t.match((await asked.see("requester")).body.contact, { email: null });
  await client.patch(`/v1/people/${trio.requester}`, { emails: ["first@example.org"] });
  t.match((await asked.see("target")).body.contact, { email: null }, "taken out of the profile");
});

t.test("a no is for who says it alone, with its reason", async (t) => {
  const trio = await newTrio(client);
  const asked = await Asked.by(client, trio);
  const no = await asked.act("introducer", "decline", { reason: "hush: we fell out" });
  t.match(no.body, { state: "declined", reason: "hush: we fell out", actions: [] });
  for (const role of ["requester", undefined] as const) {
    t.match((await asked.see(role)).body, { state: "pending", reason: null });
  }
  t.notMatch((await client.get("/v1/introductions?limit=200")).text, /hush/);
});

t.test("of two who act at once, one is first and the other is told what is left", async (t) => {
  const trio = await newTrio(client);
  const asked = await Asked.by(client, trio);
  const many = await Promise.all(
    Array.from({ length: 8 }, () => asked.act("introducer", "accept")),
  );
  const statuses = many.map(({ status }) => status).sort();
  t.same(statuses, [200, ...Array.from({ length: 7 }, () => 409)]);
  const race = await Promise.all([
    asked.act("target", "accept"),
    asked.act("target", "decline"),
    asked.act("requester", "withdraw"),
  ]);
  const done = race.filter(({ status }) => status === 200).length;
  t.ok(done >= 1 && race.every(({ status }) => status === 200 || status === 409));
  const { state, contact } = (await asked.see("requester")).body;
  t.equal(contact === null, state !== "agreed", "what came of it is one thing");
  const doubled = await Promise.all([1, 2, 3].map(() => ask(client, trio)));
  t.ok(doubled.filter(({ status }) => status === 201).length <= 1, "nor is one asked for twice");
});

t.test("the same request under the same key is made once", async (t) => {
  const trio = await newTrio(client);
  const options = { headers: { "idempotency-key": `once-${trio.target}` } };
  const answers = await Promise.all([1, 2, 3].map(() => ask(client, trio, {}, options)));
  t.same([...new Set(answers.map(({ status }) => status))], [201]);
  t.equal(new Set(answers.map(({ text }) => text)).size, 1);
});

t.test("what who asks knows themselves is said in plain words", async (t) => {
  const refused = async (trio: Awaited<ReturnType<typeof newTrio>>, more = {}) => {
    const { status, body } = await ask(client, trio, more);
    t.match({ status, code: body.code }, { status: 409, code: "invalid_state" });
    return `${body.errors[0].pointer} ${body.detail}`;
  };
  const met = (from: string, to: string, type = "meeting") =>
    client.post("/v1/interactions", { type, from, to: [to], occurredAt: "2026-02-21T12:00:00Z" });

  const inContact = await newTrio(client);
  await met(inContact.requester, inContact.target);
  t.match(await refused(inContact), /^\/target .*just write to them/);

  const [one, other] = [await newTrio(client), await newTrio(client)];
  t.match(
    await refused({ ...one, introducer: other.introducer }),
    /^\/introducer .*somebody you know/,
  );

  const often = await newTrio(client);
  await Asked.by(client, often);
  t.match(await refused(often), /^\/target .*an open request/);
  for (const target of [one.target, other.target]) await met(often.introducer, target);
  await Asked.by(client, { ...often, target: one.target });
  const third = { ...often, target: other.target };
  t.match(await refused(third), /^\/introducer .*Ask somebody else/);
  t.notMatch(await refused(third), /\d/, "no number is shown");
  await met(often.requester, often.introducer, "advice");
  await Asked.by(client, third);
});

t.test(
  "what is others' to know is one sentence, and paths leave out the same chains",
  async (t) => {
    const causes: Record<string, (trio: Awaited<ReturnType<typeof newTrio>>) => Promise<unknown>> =
      {
        "does not introduce": ({ introducer }) =>
          client.patch(`/v1/people/${introducer}`, { openToIntroduce: false }),
        "put the tie with the requester to rest": ({ introducer, requester }) =>
          client.patch(`/v1/ties/${introducer}/${requester}`, { paused: true }),
        "is put to rest by the target": ({ introducer, target }) =>
          client.patch(`/v1/ties/${target}/${introducer}`, { paused: true }),
        "is at odds with the target": ({ introducer, target }) =>
          client.post("/v1/interactions", {
            ...{ type: "conflict", from: target, to: [introducer] },
            occurredAt: "2026-02-25T12:00:00Z",
          }),
        "does not know the target": async () => {},
        "has enough to do": async ({ introducer, target }) => {
          for (let n = 0; n < 3; n++) {
            const other = await newTrio(client);
            const met = { type: "call", from: other.requester, to: [introducer] };
            await client.post("/v1/interactions", { ...met, occurredAt: "2026-02-25T12:00:00Z" });
            await Asked.by(client, { requester: other.requester, introducer, target });
          }
        },
      };
    const answers = new Set<string>();
    for (const [cause, bring] of Object.entries(causes)) {
      const trio = await newTrio(client);
      const unknown = cause === "does not know the target" ? await newTrio(client) : trio;
      await bring(trio);
      const asking = { ...trio, target: unknown.target };
      const same = { headers: { "x-request-id": "same" } };
      const { status, text } = await ask(client, asking, {}, same);
      t.equal(status, 409, cause);
      answers.add(text);
      const search = { from: asking.requester, to: { person: asking.target } };
      const { body } = await client.post("/v1/paths/search", search);
      t.same(body.data, [], `no path: ${cause}`);
    }
    t.equal(answers.size, 1, "to the letter");
  },
);

t.test("a place that a no set free stays taken until who asked is told", async (t) => {
  const trio = await newTrio(client);
  const others = [];
  for (let n = 0; n < 3; n++) {
    const other = await newTrio(client);
    const met = { type: "call", from: other.requester, to: [trio.introducer] };
    await client.post("/v1/interactions", { ...met, occurredAt: "2026-02-25T12:00:00Z" });
    others.push(await Asked.by(client, { ...trio, requester: other.requester }));
  }
  t.equal((await ask(client, trio)).status, 409);
  on(1);
  t.equal((await others[0]?.act("introducer", "decline"))?.status, 200);
  t.equal((await ask(client, trio)).status, 409, "declined, but nobody can tell");
  t.equal((await others[1]?.act("requester", "withdraw"))?.status, 200);
  t.equal((await ask(client, trio)).status, 201, "withdrawn");
});

t.test("three people it takes, who are there", async (t) => {
  const trio = await newTrio(client);
  const { requester, introducer, target } = trio;
  for (const [wrong, pointer] of [
    [{ ...trio, introducer: requester }, "/introducer"],
    [{ ...trio, target: requester }, "/target"],
    [{ ...trio, target: introducer }, "/target"],
  ] as const) {
    const answer = await ask(client, wrong);
    t.match(answer, { status: 400, body: { errors: [{ pointer }] } });
  }
  t.equal((await ask(client, { ...trio, target: "ext:nobody" })).status, 404);
  await client.delete(`/v1/people/${target}`);
  t.equal((await ask(client, trio)).status, 404, "who was erased is nobody");
  const hidden = await newTrio(client);
  await client.put(`/v1/people/${hidden.target}/frame`, { audiences: { name: "private" } });
  t.equal((await ask(client, hidden)).status, 404, "nor is who hides from the requester");
});

t.test("thanks and updates that are recorded about it move it as well", async (t) => {
  const trio = await newTrio(client);
  const asked = await Asked.by(client, trio);
  const record = (type: string, from: string, to: string, id = asked.id) =>
    client.post("/v1/interactions", {
      ...{ type, from, to: [to], about: { introduction: id } },
      occurredAt: new Date(api.clock.now()).toISOString(),
    });
  const { requester, introducer, target } = trio;
  t.equal((await record("thanks", requester, introducer)).status, 201, "early thanks are recorded");
  t.equal((await asked.see("requester")).body.state, "pending", "and move nothing");
  await asked.act("introducer", "accept");
  await asked.act("target", "accept");
  await record("introduction", target, requester);
  t.equal((await asked.see("requester")).body.state, "made");
  await record("thanks", target, introducer);
  t.equal((await asked.see("requester")).body.state, "made", "those of the target are theirs");
  await record("thanks", requester, introducer);
  t.match((await asked.see("requester")).body, { state: "thanked", actions: ["report"] });
  const batch = [0, 1].map((index) => ({
    ...{ type: "update", from: requester, to: [introducer], about: { introduction: asked.id } },
    ...{ occurredAt: "2026-03-01T10:00:00Z", externalId: `${asked.id}-${index}` },
  }));
  const stranger = (await newTrio(client)).requester;
  const foreign = { ...batch[0], from: stranger, externalId: `${asked.id}-x` };
  const { body } = await client.post("/v1/interactions/batch", [...batch, foreign]);
  t.match(body, {
    created: 2,
    rejected: [{ index: 2, errors: [{ pointer: "/about/introduction" }] }],
  });
  t.equal((await asked.see("requester")).body.state, "reported");
  for (const id of ["spring-2026", "itr_01h455vb4pex5vsknk084sn02q"]) {
    const answer = await record("thanks", requester, introducer, id);
    t.match(answer, { status: 400, body: { errors: [{ pointer: "/about/introduction" }] } });
  }
});

t.test("a list is of those that a person knows of, as they see them, page by page", async (t) => {
  const own = await api.client();
  const ids: string[] = [];
  const hub = await newTrio(own);
  for (let n = 0; n < 3; n++) {
    api.clock.set(testStart + n);
    const { requester } = await newTrio(own);
    const met = { type: "call", from: requester, to: [hub.introducer] };
    await own.post("/v1/interactions", { ...met, occurredAt: "2026-02-25T12:00:00Z" });
    const asked = await Asked.by(own, { ...hub, requester });
    ids.unshift(asked.id);
    if (n === 1) await asked.act("introducer", "accept");
    if (n === 2) await asked.act("introducer", "decline");
  }
  const list = async (query: string) => {
    const answer = await own.get(`/v1/introductions?${query}`);
    t.equal(answer.status, 200, answer.text);
    return answer.body.data.map(({ id, state }: Record<string, string>) => [id, state]);
  };
  const [declined, accepted, open] = ids;
  t.same(await list(`person=${hub.introducer}`), [
    [declined, "declined"],
    [accepted, "pending"],
    [open, "requested"],
  ]);
  t.same(await list(`person=${hub.introducer}&state=requested`), [[open, "requested"]]);
  t.same(await list(`person=${hub.introducer}&role=target`), []);
  t.same(await list(`person=${hub.target}`), [[accepted, "requested"]], "what they were asked");
  t.same(
    await list(""),
    ids.map((id) => [id, "pending"]),
    "the platform sees what who asked sees",
  );
  t.same(await list("state=declined"), []);
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await own.get(`/v1/introductions?person=${hub.introducer}&limit=1${cursor}`);
    seen.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor !== "");
  t.same(seen, ids);
  t.match(await own.get("/v1/introductions?role=target"), { status: 400 });
});

t.test(
  "the feed tells that something happened, to the platform; of a no only the audit knows",
  async (t) => {
    const own = await api.client();
    const trio = await newTrio(own);
    const asked = await Asked.by(own, trio, { blurb: "canary-blurb", note: "canary-note" });
    await asked.act("introducer", "accept");
    await asked.act("target", "decline", { reason: "canary-reason" });
    await decided(sql);
    const events = (await own.get(`/v1/events?object=${asked.id}`)).body.data;
    t.same(
      events.map((event: Record<string, unknown>) => [event.type, event.sequence, event.data]),
      [
        ["introduction.requested", 1, {}],
        ["introduction.introducerAgreed", 2, {}],
      ],
    );
    t.equal(events[0].object.relatedId, null, "and names nobody");
    const entries = (await own.get(`/v1/audit-entries?object=${asked.id}`)).body.data;
    t.equal(entries[0].outcome, "introduction.declined");
    const rows = await sql<{ row: string }[]>`
    select e::text as row from kith.events e union all select a::text from kith.audit_entries a`;
    t.notMatch(rows.map(({ row }) => row).join(), /canary/);
  },
);

t.test(
  "it follows a merge, is exported as its owner sees it, and goes with any of the three",
  async (t) => {
    const trio = await newTrio(client);
    const asked = await Asked.by(client, trio, { blurb: "canary-blurb" });
    const exported = async (ref: string) =>
      (await client.get(`/v1/people/${ref}/export`)).body.introductions.map(
        ({ id, state }: Record<string, string>) => [id, state],
      );
    t.same(await exported(trio.requester), [[asked.id, "pending"]]);
    t.same(await exported(trio.target), [], "not told yet");
    await asked.act("introducer", "accept");
    t.same(await exported(trio.target), [[asked.id, "requested"]]);
    const twin = `${trio.target}-twin`;
    await client.put(`/v1/people/${twin}`, {});
    await client.post(`/v1/people/${trio.target}/merge`, { into: twin });
    t.same(await exported(twin), [[asked.id, "requested"]]);
    t.equal((await asked.act("target", "accept")).status, 200, "by an old name, too");

    const second = await newTrio(client);
    const between = await Asked.by(client, second);
    await client.post(`/v1/people/${second.requester}/merge`, { into: second.target });
    t.equal(
      (await between.see()).status,
      404,
      "of two who became one nothing is left to introduce",
    );

    for (const role of ["requester", "introducer", "target"] as const) {
      const three = await newTrio(client);
      const gone = await Asked.by(client, three, {
        blurb: `canary-${role}`,
        note: `canary-${role}`,
      });
      await gone.act("introducer", "accept");
      await gone.act("target", "decline", { reason: `canary-${role}` });
      t.equal((await client.delete(`/v1/people/${three[role]}`)).status, 200);
      t.equal((await gone.see()).status, 404, role);
      const rows = await sql<{ row: string }[]>`select i::text as row from kith.introductions i`;
      t.notMatch(rows.map(({ row }) => row).join(), `canary-${role}`);
    }
  },
);
