import { MS_PER_DAY } from "@kith/core";
import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, createPeople, recordContacts } from "../ties/testing/contacts.ts";

const day = (daysAgo: number) => testStart - daysAgo * MS_PER_DAY;
const url = "/v1/paths/search";

/** Contact on each of the last so many days. */
const close = (from: string, to: string, days = 5): Contact[] =>
  Array.from({ length: days }, (_, n) => [from, to, day(n + 1)] as const);

// biome-ignore lint/suspicious/noExplicitAny: bodies as they come
type Body = any;

const names = (path: Body): string =>
  path.people.map(({ externalId }: { externalId: string }) => externalId).join(" ");

async function find(client: Client, to: object, more: object = {}): Promise<Body> {
  const answer = await client.post(url, { from: "ext:ada", to, ...more });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}
const toZoe = { person: "ext:zoe" };

t.test("paths", async (t) => {
  const api = await testApi(t);

  t.test("lead over people in contact, each hop with its tie and a reason", async (t) => {
    const client = await api.client();
    await recordContacts(client, [...close("ada", "bea"), ...close("bea", "zoe", 3)]);
    const { data, nearest, at, model } = await find(client, toZoe);
    t.equal(nearest, undefined);
    t.same([at, model], ["2026-03-02T09:30:00.000Z", "kith-2026.1"]);
    t.same(data.map(names), ["ada bea zoe"]);
    const [path] = data;
    const tie = (await client.get("/v1/ties/ext:bea/ext:zoe")).body;
    t.equal(path.direct, false);
    t.match(path.hops[1], {
      from: tie.from,
      to: tie.to,
      p90: tie.contactProbability.days90,
      strength: tie.strength,
      reason: "In contact; last yesterday.",
    });
    t.same(path.weakestTie, { from: tie.from, to: tie.to, p: tie.contactProbability.days90 });
    t.equal(path.strength, tie.strength);
    const product = path.hops[0].p90 * path.hops[1].p90;
    t.ok(Math.abs(path.willingness - product / Math.log(2)) < 1e-12);
    t.same(
      path.parts.map(({ measure }: Body) => measure),
      ["chance", "introducer1.willingness", "introducer1", "willingness"],
    );
    t.match(path.parts[0], { inputs: { hop1: path.hops[0].p90 }, value: product });
    t.match(path.parts[2], { inputs: { willingness: 1, ties: 2 }, value: 1 / Math.log(2) });
    t.equal(path.parts[3].value, path.willingness);
  });

  t.test("may be direct: no introducer is needed", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ...close("ada", "zoe"),
      ...close("ada", "bea"),
      ...close("bea", "zoe"),
    ]);
    const { data } = await find(client, toZoe);
    t.same(data.map(names), ["ada zoe", "ada bea zoe"]);
    t.same(
      data.map(({ direct }: Body) => direct),
      [true, false],
    );
  });

  t.test("name each first introducer once, unless all ways are asked for", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ...close("ada", "bea"),
      ...close("bea", "cem"),
      ...close("bea", "dan"),
      ...close("bea", "zoe"),
      ...close("cem", "dan"),
      ...close("cem", "zoe"),
      ...close("dan", "zoe"),
      ...close("ada", "eve", 1),
      ...close("eve", "zoe", 1),
    ]);
    const { data } = await find(client, toZoe);
    t.same(data.map(names), ["ada bea zoe", "ada eve zoe"]);
    const all = await find(client, toZoe, { distinct: false });
    t.same(
      new Set(all.data.map(names)),
      new Set(["ada bea zoe", "ada bea cem zoe", "ada bea dan zoe", "ada eve zoe"]),
    );
    t.equal((await find(client, toZoe, { distinct: false, limit: 1 })).data.length, 1);
    t.equal((await find(client, toZoe, { distinct: false, maxIntroducers: 1 })).data.length, 2);
  });

  t.test("lead to anybody of an organization, with a skill or in a role", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ...close("ada", "bea"),
      ...close("bea", "zoe"),
      ...close("bea", "yan", 2),
      ...close("ada", "bob", 1),
    ]);
    const works = { positions: [{ organization: "Example  Works", title: "Head of Bridges" }] };
    await client.patch("/v1/people/ext:zoe", { ...works, skills: ["Welding"] });
    await client.patch("/v1/people/ext:yan", { ...works });
    await client.patch("/v1/people/ext:ada", { ...works });
    for (const to of [{ organization: "example works" }, { role: "HEAD OF BRIDGES" }]) {
      const { data } = await find(client, to, { distinct: false });
      t.same(data.map(names), ["ada bea zoe", "ada bea yan"], "not to oneself");
    }
    t.same((await find(client, { skill: "welding" })).data.map(names), ["ada bea zoe"]);
    t.match(await find(client, { skill: "juggling" }), {
      data: [],
      nearest: { lacking: "target", people: [] },
    });
  });

  t.test("lead to who holds a position now, not to who once did", async (t) => {
    const client = await api.client();
    const people = ["zoe", "yan", "wim"];
    await recordContacts(client, [
      ...close("ada", "bea"),
      ...people.flatMap((name) => close("bea", name)),
    ]);
    const hold = (name: string, ...positions: object[]) =>
      client.patch(`/v1/people/ext:${name}`, { positions });
    const bridges = { organization: "Example Works", title: "Head of Bridges" };
    const clerk = { organization: "Harbour", title: "Clerk" };
    await hold("zoe", { ...bridges, from: "2019" });
    await hold("yan", { ...bridges, from: "2001-05", to: "2020" }, { ...clerk, from: "2021" });
    await hold(
      "wim",
      { ...bridges, title: "Clerk", to: "2199" },
      { ...bridges, organization: "Harbour" },
    );
    const ends = async (to: object) =>
      (await find(client, to, { distinct: false })).data
        .map((path: Body) => names(path).split(" ").at(-1))
        .sort();
    const [organization, role] = [bridges.organization, bridges.title];
    t.same(await ends({ organization }), ["wim", "zoe"]);
    t.same(await ends({ role }), ["wim", "zoe"]);
    t.same(await ends({ role: "clerk" }), ["wim", "yan"]);
    t.same(await ends({ organization, role }), ["zoe"], "both in one position");
    await hold("yan", { ...bridges, from: "2001-05", to: null });
    t.same(await ends({ organization, role }), ["yan", "zoe"]);
    await hold("zoe", { ...bridges, from: "2199" });
    t.same(await ends({ organization, role }), ["yan"], "nor to who will");
  });

  t.test(
    "avoid strained and paused ties and who is not open to introduce, and say what is lacking",
    async (t) => {
      const client = await api.client();
      const nearest = async (more: object = {}) => {
        const { data, nearest } = await find(client, toZoe, more);
        t.same(data, []);
        return [nearest.lacking, names(nearest)];
      };
      await createPeople(client, ["ada", "zoe"]);
      t.same(await nearest(), ["connection", ""]);
      await recordContacts(client, [...close("ada", "bea"), ...close("bea", "zoe")]);
      t.equal((await find(client, toZoe)).data.length, 1);

      await client.patch("/v1/people/ext:bea", { openToIntroduce: false });
      t.same(await nearest(), ["openIntroducer", ""], "who it is stays theirs");
      await client.patch("/v1/people/ext:bea", { openToIntroduce: true });

      await client.patch("/v1/ties/ext:ada/ext:bea", { paused: true });
      t.same(await nearest(), ["resume", "ada bea zoe"]);
      await client.patch("/v1/ties/ext:bea/ext:ada", { paused: true });
      t.same(await nearest(), ["connection", ""], "what the other side put to rest is not told");
      await client.patch("/v1/ties/ext:ada/ext:bea", { paused: false });
      t.same(await nearest(), ["connection", ""]);
      await client.patch("/v1/ties/ext:bea/ext:ada", { paused: null });

      await client.patch("/v1/ties/ext:zoe/ext:bea", { paused: true });
      t.same(await nearest(), ["connection", ""]);
      await client.patch("/v1/ties/ext:zoe/ext:bea", { paused: false });

      await recordContacts(client, [["bea", "ada", day(0), "conflict"]]);
      t.same(await nearest(), ["repair", "ada bea zoe"]);
      await recordContacts(client, [["ada", "bea", day(0) + 60_000, "repair"]]);
      t.equal((await find(client, toZoe)).data.length, 1);
      await recordContacts(client, [["zoe", "bea", day(0), "conflict"]]);
      t.same(await nearest(), ["connection", ""], "a strained tie of others is not told");

      await recordContacts(client, [...close("bea", "cem"), ...close("cem", "zoe")]);
      t.same(await nearest({ maxIntroducers: 1 }), ["moreIntroducers", "ada bea cem zoe"]);
    },
  );

  t.test("do not know contacts dated ahead of a clock that was set back", async (t) => {
    const client = await api.client();
    await recordContacts(client, [...close("ada", "bea"), ...close("bea", "zoe")]);
    const before = await find(client, toZoe);
    await client.post("/v1/test-clock/advance", { days: 30 });
    await recordContacts(client, [
      ["ada", "bea", day(-20)],
      ["ada", "zoe", day(-20)],
    ]);
    t.equal((await find(client, toZoe)).data.length, 2);
    await client.post("/v1/test-clock/reset");
    const after = await find(client, toZoe);
    t.same(after.data.map(names), ["ada bea zoe"]);
    t.ok(Math.abs(after.data[0].hops[0].p90 - before.data[0].hops[0].p90) < 1e-9);
  });

  t.test("weigh a first introducer by how even help is between the two", async (t) => {
    const client = await api.client();
    const help = (from: string, to: string, ago: number): Contact => [from, to, day(ago), "advice"];
    await recordContacts(client, [
      ...close("ada", "bea"),
      ...close("ada", "cem"),
      ...close("bea", "zoe"),
      ...close("cem", "zoe"),
      help("bea", "ada", 1),
      help("cem", "ada", 1),
      help("ada", "cem", 1),
    ]);
    const { data } = await find(client, toZoe);
    t.same(data.map(names), ["ada cem zoe", "ada bea zoe"]);
    t.ok(Math.abs(data[1].willingness / data[0].willingness - 0.5) < 1e-9);
  });

  t.test("refuse what is no search", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "zoe"]);
    const bad: [object, string][] = [
      [{}, "/from"],
      [{ from: "ext:ada" }, "/to"],
      [{ from: "ext:ada", to: {} }, "/to"],
      [{ from: "ext:ada", to: { person: "ext:zoe", skill: "x" } }, "/to"],
      [{ from: "ext:ada", to: { organization: "" } }, "/to"],
      [{ from: "adalovelace", to: toZoe }, "/from"],
      [{ from: "ext:ada", to: { person: "zoe-of-old" } }, "/to/person"],
      [{ from: "ext:ada", to: { person: "ext:ada" } }, "/to/person"],
      [{ from: "ext:ada", to: toZoe, maxIntroducers: 4 }, "/maxIntroducers"],
      [{ from: "ext:ada", to: toZoe, limit: 0 }, "/limit"],
      [{ from: "ext:ada", to: toZoe, via: "ext:bea" }, "/via"],
    ];
    for (const [body, pointer] of bad) {
      const answer = await client.post(url, body);
      t.equal(answer.status, 400, JSON.stringify(body));
      t.ok(
        answer.body.errors.some((error: Body) => error.pointer.startsWith(pointer)),
        `${JSON.stringify(body)}: ${JSON.stringify(answer.body.errors)}`,
      );
    }
  });

  t.test("know nobody of another tenant", async (t) => {
    const [client, stranger] = [await api.client(), await api.client()];
    await recordContacts(client, close("ada", "bea"));
    await recordContacts(stranger, close("bea", "zoe"));
    await stranger.patch("/v1/people/ext:zoe", { skills: ["welding"] });
    const [{ id: theirs }] = (await stranger.get("/v1/people?limit=1")).body.data;
    const never = "per_01h455vb4pex5vsknk084sn02q";
    const bare = ({ status, text }: { status: number; text: string }) => [
      status,
      text.replace(/"requestId":"[^"]*"/, ""),
    ];
    for (const of of [
      (id: string) => ({ from: id, to: { person: "ext:bea" } }),
      (id: string) => ({ from: id, to: { skill: "welding" } }),
      (id: string) => ({ from: "ext:ada", to: { person: id } }),
    ]) {
      const [hidden, missing] = [
        await client.post(url, of(theirs)),
        await client.post(url, of(never)),
      ];
      t.same(bare(hidden), bare(missing));
      t.equal(hidden.status, 404);
    }
    const found = await find(client, { skill: "welding" });
    t.match(found, { data: [], nearest: { lacking: "target" } });
  });
});
