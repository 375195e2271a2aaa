import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { createPeople, recordContacts } from "./testing/contacts.ts";

const url = "/v1/ties/ext:ada/ext:bea";
const nothing = {
  roles: [],
  context: null,
  proximity: null,
  horizon: null,
  circle: null,
  cadenceDays: null,
  paused: false,
  note: null,
  updatedAt: null,
};
const everything = {
  roles: ["mentor", "friend"],
  context: "both",
  proximity: "same-city",
  horizon: "long-term",
  circle: "inner ring",
  cadenceDays: { ideal: 14, max: 30 },
  paused: true,
  note: "Ask about the 🚀.",
};

t.test("declaring a tie", async (t) => {
  const api = await testApi(t);

  t.test("replaces what is named, and null clears it", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "bea"]);
    t.same((await client.get(url)).body.declared, nothing);
    const full = (await client.patch(url, everything)).body;
    t.same(full.declared, { ...everything, updatedAt: "2026-03-02T09:30:00.000Z" });
    t.match(full, { band: "none", paused: true, cadence: { declaredDays: 14 } });
    t.same((await client.get(url)).body, full);
    const part = (await client.patch(url, { circle: null, cadenceDays: { max: 60 } })).body;
    t.match(part, { cadence: { declaredDays: 60 } });
    t.match(part.declared, { roles: everything.roles, circle: null, note: everything.note });
    t.same(part.declared.cadenceDays, { ideal: null, max: 60 });
    const cleared = Object.fromEntries(Object.keys(everything).map((name) => [name, null]));
    const { updatedAt: _, ...none } = (await client.patch(url, cleared)).body.declared;
    t.same({ ...none, updatedAt: null }, nothing);
    const empty = await client.patch(url, { cadenceDays: { ideal: null } });
    t.equal(empty.body.declared.cadenceDays, null);
  });

  t.test("overrides the measured cadence", async (t) => {
    const client = await api.client();
    await recordContacts(client, [["ada", "bea", testStart - 86_400_000 * 30]]);
    await client.patch(url, { cadenceDays: { ideal: 20, max: 40 } });
    t.match((await client.get(url)).body.cadence, {
      expectedDays: 14,
      declaredDays: 20,
      overdueDays: 10,
    });
    t.match((await client.get("/v1/ties/ext:bea/ext:ada")).body.cadence, {
      declaredDays: null,
      overdueDays: 16,
    });
  });

  t.test("is the own side's alone: nothing of it shows on the other", async (t) => {
    const client = await api.client();
    await recordContacts(client, [["ada", "bea", testStart - 86_400_000]]);
    const other = "/v1/ties/ext:bea/ext:ada";
    const paths = [other, `${other}/explanation`, `${other}/history`, "/v1/people/ext:bea/ties"];
    const read = () => Promise.all(paths.map(async (path) => (await client.get(path)).text));
    const tag = (await client.get(other)).headers.etag;
    const before = await read();
    await client.patch(url, everything);
    t.same(await read(), before);
    t.equal((await client.get(other)).headers.etag, tag);
    await client.patch(other, { roles: ["mentee"], note: "mine" });
    t.match((await client.get(url)).body.declared, {
      roles: everything.roles,
      note: everything.note,
    });
  });

  t.test(
    "counts revisions per side, from 0, and refuses a change of what was changed",
    async (t) => {
      const client = await api.client();
      await createPeople(client, ["ada", "bea"]);
      const patch = (tag: string, body: object) =>
        client.patch(url, body, { headers: { "if-match": tag } });
      t.equal((await client.get(url)).headers.etag, '"0"');
      t.match(await patch('"1"', { paused: true }), { status: 412 });
      t.match(await patch('"0"', { paused: true }), { status: 200, headers: { etag: '"1"' } });
      const stale = await patch('"0"', { paused: false });
      t.match(stale, { status: 412, body: { code: "precondition_failed" } });
      t.equal((await client.get(url)).body.paused, true);
      t.match(await patch('"1"', { note: "x" }), { status: 200, headers: { etag: '"2"' } });
      t.equal((await client.get(url)).headers.etag, '"2"');
      t.match(await client.patch(url, { note: "y" }), { status: 200, headers: { etag: '"3"' } });
    },
  );

  t.test("by many at once loses no change, and lets one of equal conditions through", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "bea"]);
    const changes = [{ note: "n" }, { circle: "c" }, { paused: true }, { context: "both" }];
    await Promise.all(changes.map((change) => client.patch(url, change)));
    t.match((await client.get(url)).body.declared, Object.assign({}, ...changes));
    const rivals = ["a", "b", "c"].map((note) =>
      client.patch(url, { note }, { headers: { "if-match": '"4"' } }),
    );
    const statuses = (await Promise.all(rivals)).map(({ status }) => status);
    t.same(statuses.sort(), [200, 412, 412]);
  });

  t.test("takes the tenant's own roles, and no unknown word", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "bea"]);
    const sponsor = { roles: ["sponsor"] };
    t.match(await client.patch(url, sponsor), {
      status: 400,
      body: { errors: [{ pointer: "/roles/0" }] },
    });
    await client.patch("/v1/tenant", { roles: [{ role: "sponsor", inverse: "sponsored" }] });
    t.equal((await client.patch(url, sponsor)).status, 200);
    const bad: [object, string][] = [
      [{}, ""],
      [{ context: "work" }, "/context"],
      [{ proximity: "near" }, "/proximity"],
      [{ horizon: "life" }, "/horizon"],
      [{ circle: "" }, "/circle"],
      [{ paused: "yes" }, "/paused"],
      [{ note: "x".repeat(5001) }, "/note"],
      [{ note: "a\u0000b" }, "/note"],
      [{ roles: "mentor" }, "/roles"],
      [{ roles: ["peer", "peer"] }, "/roles"],
      [{ cadenceDays: 14 }, "/cadenceDays"],
      [{ cadenceDays: {} }, "/cadenceDays"],
      [{ cadenceDays: { ideal: 0 } }, "/cadenceDays/ideal"],
      [{ cadenceDays: { ideal: 30, max: 14 } }, "/cadenceDays/max"],
      [{ strength: 1 }, "/strength"],
    ];
    for (const [body, pointer] of bad) {
      const answer = await client.patch(url, body);
      t.match(
        answer,
        { status: 400, body: { errors: [{ pointer }] } },
        JSON.stringify(body).slice(0, 80),
      );
    }
  });
});

t.test("another tenant's people are as missing as those that never were", async (t) => {
  const api = await testApi(t);
  const [client, stranger] = [await api.client(), await api.client()];
  await recordContacts(client, [["ada", "bea", testStart - 86_400_000]]);
  await recordContacts(stranger, [["sue", "tom", testStart - 86_400_000]]);
  const [{ id: mine }] = (await client.get("/v1/people?limit=1")).body.data;
  const [{ id: theirs }] = (await stranger.get("/v1/people?limit=1")).body.data;
  const never = "per_01h455vb4pex5vsknk084sn02q";
  const bare = ({
    status,
    text,
    headers,
  }: {
    status: number;
    text: string;
    headers: Record<string, string>;
  }) => [status, text.replace(/"requestId":"[^"]*"/, ""), headers["content-type"], headers.etag];
  for (const path of ["", "/history", "/explanation"]) {
    for (const [from, to] of [
      ["X", mine],
      [mine, "X"],
      ["X", "X"],
    ] as const) {
      const of = (id: string) =>
        client.get(`/v1/ties/${from.replace("X", id)}/${to.replace("X", id)}${path}`);
      const [hidden, missing] = [await of(theirs), await of(never)];
      t.same(bare(hidden), bare(missing), `${from} ${to} ${path}`);
      t.equal(hidden.status, 404);
    }
  }
  for (const [from, to] of [
    ["X", mine],
    [mine, "X"],
  ] as const) {
    const of = (id: string) =>
      client.patch(`/v1/ties/${from.replace("X", id)}/${to.replace("X", id)}`, { paused: true });
    t.same(bare(await of(theirs)), bare(await of(never)));
  }
  t.same(
    bare(await client.get(`/v1/people/${theirs}/ties`)),
    bare(await client.get(`/v1/people/${never}/ties`)),
  );
});
