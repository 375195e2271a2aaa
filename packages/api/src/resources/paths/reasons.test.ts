import { introductionRules, MS_PER_DAY } from "@kith/core";
import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, createPeople, recordContacts } from "../ties/testing/contacts.ts";

const day = (daysAgo: number) => testStart - daysAgo * MS_PER_DAY;

/** Contact on so many days, so many days apart, the last one so many days ago. */
const regular = (from: string, to: string, days: number, apart: number, last = 1): Contact[] =>
  Array.from({ length: days }, (_, n) => [from, to, day(last + n * apart)] as const);

// biome-ignore lint/suspicious/noExplicitAny: bodies as they come
type Body = any;

const names = (path: Body): string =>
  path.people.map(({ externalId }: { externalId: string }) => externalId).join(" ");
const codes = (hop: Body): string[] => hop.reasons.map(({ code }: Body) => code);

async function find(client: Client, to: object, more: object = {}): Promise<Body> {
  const answer = await client.post("/v1/paths/search", { from: "ext:ada", to, ...more });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}
const toZoe = { person: "ext:zoe" };

/** Calls as a member, with a token of theirs. */
async function memberOf(client: Client, name: string) {
  const { body } = await client.post("/v1/member-tokens", { person: `ext:${name}` });
  return (to: object, more: object = {}) =>
    client.post(
      "/v1/paths/search",
      { from: `ext:${name}`, to, ...more },
      { key: body.token as string },
    );
}

t.test("what paths say", async (t) => {
  const api = await testApi(t);

  t.test("of each step what is known to who asks, by code and in words", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "bea", "zoe"]);
    await recordContacts(client, [
      ...regular("ada", "bea", 20, 7),
      ...regular("bea", "zoe", 5, 30, 20),
      ["bea", "ada", day(3), "introduction"],
      ["bea", "ada", day(9), "introduction"],
    ]);
    const { data } = await find(client, toZoe);
    t.same(codes(data[0].hops[0]), ["core", "introduced", "openToIntroduce"]);
    t.equal(
      data[0].hops[0].reason,
      "You are in touch about every week; last yesterday. Has introduced you to somebody twice. Open to introduce.",
    );
    t.same(codes(data[0].hops[1]), ["active"]);
    t.match(data[0].hops[0], { band: "core", lastContactAt: new Date(day(1)).toISOString() });
    t.same(data[0].advice, {
      code: "ask",
      text: "Ask Name of bea whether they would introduce you to Name of zoe.",
    });

    const asMember = await memberOf(client, "ada");
    const member = (await asMember(toZoe)).body.data[0];
    t.same(member.hops[0].reasons, data[0].hops[0].reasons, "a member knows their own tie");
    t.match(member.hops[1], {
      band: null,
      lastContactAt: null,
      reason: "They are in contact.",
      reasons: [{ code: "inContact" }],
    });
    await client.put("/v1/people/ext:bea/frame", { audiences: { openToIntroduce: "private" } });
    const hidden = (await asMember(toZoe)).body.data[0];
    t.same(codes(hidden.hops[0]), ["core", "introduced"], "openness as the frame shows it");
  });

  t.test("to who knows the target: just write to them", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "zoe", "yan"]);
    await recordContacts(client, [
      ...regular("ada", "zoe", 20, 7),
      ...regular("ada", "yan", 2, 7, 1500),
      ...regular("ada", "bea", 6, 7),
      ...regular("bea", "zoe", 6, 7),
    ]);
    const [direct, around] = (await find(client, toZoe)).data;
    t.match(direct, {
      direct: true,
      advice: { code: "write", text: "You know each other: just write to Name of zoe." },
      hops: [{ band: "core" }],
    });
    const tie = (await client.get("/v1/ties/ext:ada/ext:zoe")).body;
    t.equal(direct.hops[0].p90, tie.contactProbability.days90);
    t.equal(direct.hops[0].strength, tie.strength);
    t.equal(around.advice.code, "ask");
    const [old] = (await find(client, { person: "ext:yan" })).data;
    t.match(old.advice, { code: "resume" });
    t.match(old.hops[0].reason, /last 4 years ago/);
  });

  t.test("of a past moment: what was known by then", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ...regular("ada", "bea", 5, 7, 400),
      ...regular("bea", "zoe", 5, 7, 400),
      ...regular("ada", "cem", 5, 7, 1),
      ...regular("cem", "zoe", 5, 7, 1),
      ["zoe", "bea", day(300), "conflict"],
    ]);
    t.same((await find(client, toZoe)).data.map(names), ["ada cem zoe"]);
    const at = new Date(day(399)).toISOString();
    const then = await find(client, toZoe, { at });
    t.same(then.data.map(names), ["ada bea zoe"]);
    t.equal(then.at, at);
    t.match(then.data[0].hops[0], { lastContactAt: new Date(day(400)).toISOString() });
    const tie = (await client.get(`/v1/ties/ext:bea/ext:zoe?at=${at}`)).body;
    t.ok(Math.abs(then.data[0].hops[1].p90 - tie.contactProbability.days90) < 1e-9);
    t.same((await find(client, toZoe, { at: new Date(day(900)).toISOString() })).data, []);
    const ahead = await client.post("/v1/paths/search", {
      from: "ext:ada",
      to: toZoe,
      at: "2099-01-01T00:00:00Z",
    });
    t.equal(ahead.status, 400);
    t.equal(ahead.body.errors[0].pointer, "/at");
  });

  t.test("to whoever fits all that is named, in a position held at the moment", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ...regular("ada", "bea", 5, 7),
      ...["p1", "p2", "p3", "p4", "p5"].flatMap((name, n) => regular("bea", name, 9 - n, 7)),
    ]);
    const manager = { organization: "Works", title: "Hiring manager" };
    await client.patch("/v1/people/ext:p1", { positions: [manager], skills: ["Welding"] });
    await client.patch("/v1/people/ext:p2", { positions: [manager] });
    await client.patch("/v1/people/ext:p3", { positions: [{ ...manager, to: "2024-05" }] });
    await client.patch("/v1/people/ext:p4", {
      positions: [{ organization: "Works" }, { ...manager, organization: "Elsewhere" }],
    });
    const ways = async (to: object, more = {}) =>
      (await find(client, to, { distinct: false, ...more })).data
        .map((path: Body) => path.people.at(-1).externalId)
        .sort();
    t.same(await ways({ organization: "works" }), ["p1", "p2", "p4"]);
    t.same(await ways({ role: "hiring manager" }), ["p1", "p2", "p4"]);
    t.same(await ways({ role: "hiring manager", organization: "Works" }), ["p1", "p2"]);
    t.same(await ways({ role: "hiring manager", skill: "welding" }), ["p1"]);
    t.same(await ways({ organization: "works" }, { at: "2024-05-02T00:00:00Z" }), []);
    const nobody = await find(client, { organization: "Works", skill: "juggling" });
    t.equal(nobody.nearest.lacking, "target");
    const asMember = await memberOf(client, "ada");
    await client.put("/v1/people/ext:p1/frame", { audiences: { positions: "private" } });
    const seen = (await asMember({ organization: "Works" }, { distinct: false })).body.data;
    t.notOk(
      seen.some((path: Body) => path.people.at(-1).externalId === "p1"),
      "who hides their positions does not fit",
    );
  });

  t.test("leave out an introducer who has no room, without saying so to a member", async (t) => {
    const client = await api.client();
    await recordContacts(client, [
      ...regular("ada", "bea", 5, 7),
      ...regular("bea", "zoe", 5, 7),
      ...Array.from({ length: introductionRules.openPerIntroducer }, (_, n) =>
        regular(`r${n}`, "bea", 5, 7),
      ).flat(),
    ]);
    t.equal((await find(client, toZoe)).data.length, 1);
    for (let n = 0; n < introductionRules.openPerIntroducer; n++) {
      const asked = await client.post("/v1/introductions", {
        by: `ext:r${n}`,
        introducer: "ext:bea",
        target: "ext:zoe",
        purpose: "advice",
        blurb: "I would like to learn from her.",
      });
      t.equal(asked.status, 201, asked.text);
    }
    const { data, nearest } = await find(client, toZoe);
    t.same(data, []);
    t.equal(nearest.lacking, "openIntroducer");
    const asMember = await memberOf(client, "ada");
    t.equal((await asMember(toZoe)).body.nearest.lacking, "connection");
  });

  t.test("of an erased person as little as of one who never was", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "zoe"]);
    await recordContacts(client, [...regular("ada", "bea", 5, 7), ...regular("bea", "zoe", 5, 7)]);
    const id = (await client.get("/v1/people/ext:zoe")).body.id;
    await client.delete("/v1/people/ext:zoe");
    for (const person of [id, "ext:zoe", "ext:nobody"]) {
      const answer = await client.post("/v1/paths/search", { from: "ext:ada", to: { person } });
      t.equal(answer.status, 404);
      const back = await client.post("/v1/paths/search", {
        from: person,
        to: { person: "ext:ada" },
      });
      t.equal(back.status, 404);
    }
  });
});
