import { MS_PER_DAY } from "@kith/core";
import fc from "fast-check";
import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, createPeople, recordContacts } from "../ties/testing/contacts.ts";

const day = (daysAgo: number) => testStart - daysAgo * MS_PER_DAY;

/** Contact on each of the last so many days. */
const close = (from: string, to: string, days = 5): Contact[] =>
  Array.from({ length: days }, (_, n) => [from, to, day(n + 1)] as const);

// biome-ignore lint/suspicious/noExplicitAny: bodies as they come
type Body = any;

const url = "/v1/people/ext:ada/people-to-meet";
const names = ({ data }: Body): string[] => data.map(({ person }: Body) => person.externalId);

async function meet(client: Client, key?: string, query = ""): Promise<Body> {
  const answer = await client.get(url + query, key === undefined ? {} : { key });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

const tokenOf = async (client: Client, name: string): Promise<string> =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token;

t.test("people to meet", async (t) => {
  const api = await testApi(t);

  t.test("are ranked by all who could introduce them, with what there is in common", async (t) => {
    const client = await api.client();
    await createPeople(client, ["ada", "bea", "cem", "zoe", "yan"]);
    await recordContacts(client, [
      ...close("ada", "bea"),
      ...close("ada", "cem", 2),
      ...close("bea", "zoe", 3),
      ...close("cem", "zoe", 3),
      ...close("bea", "yan", 3),
      ...close("bea", "cem", 3),
    ]);
    await client.patch("/v1/people/ext:ada", {
      skills: ["Welding"],
      positions: [{ organization: "Example Works", to: "2020" }],
    });
    await client.patch("/v1/people/ext:zoe", {
      skills: ["welding", "Cooking"],
      positions: [{ organization: "example works" }],
    });
    const found = await meet(client);
    t.same(names(found), ["zoe", "yan"], "nobody known, nor oneself");
    t.equal(found.note, null);
    const [zoe, yan] = found.data;
    t.same(
      zoe.through.map(({ externalId }: Body) => externalId),
      ["bea", "cem"],
    );
    t.equal(zoe.throughCount, 2);
    t.same(zoe.commonGround, [
      {
        code: "organization",
        value: "example works",
        text: "You both know example works from inside.",
      },
      { code: "skill", value: "welding", text: "You both know about welding." },
      { code: "contacts", value: null, text: "You both know Name of bea and one more person." },
    ]);
    t.match(zoe.firstStep, {
      code: "ask",
      introducer: zoe.through[0].id,
      mention: "example works",
      text: "Ask Name of bea whether they would introduce you to Name of zoe. You could mention example works, which you both know from inside.",
    });
    t.match(yan.commonGround, [{ code: "contacts", text: "You both know Name of bea." }]);
    const path = (
      await client.post("/v1/paths/search", {
        from: "ext:ada",
        to: { person: "ext:yan" },
        maxIntroducers: 1,
      })
    ).body.data[0];
    t.ok(Math.abs(yan.score - path.willingness) < 1e-12, "as the path through that person");
    const asMember = await meet(client, await tokenOf(client, "ada"));
    t.same(
      asMember.data,
      found.data.map((met: Body) => ({ ...met, score: null })),
    );
    t.same(names(await meet(client, undefined, "?limit=1")), ["zoe"]);
    t.equal((await client.get(`${url}?limit=51`)).status, 400);
    const foreign = await client.get(url, { key: await tokenOf(client, "bea") });
    t.equal(foreign.status, 404, "a member asks for themselves");
  });

  t.test("come over no strained or paused tie, nor through who is not open", async (t) => {
    const client = await api.client();
    await recordContacts(client, [...close("ada", "bea"), ...close("bea", "zoe")]);
    const isListed = async () => names(await meet(client)).includes("zoe");
    t.equal(await isListed(), true);
    for (const [from, to] of [
      ["ada", "bea"],
      ["bea", "ada"],
      ["bea", "zoe"],
      ["zoe", "bea"],
    ]) {
      const tie = `/v1/ties/ext:${from}/ext:${to}`;
      await client.patch(tie, { paused: true });
      t.equal(await isListed(), false, `${from} put the tie with ${to} to rest`);
      await client.patch(tie, { paused: null });
    }
    await client.patch("/v1/people/ext:bea", { openToIntroduce: false });
    t.match(await meet(client), { data: [], note: { code: "nobodyNew" } });
    await client.patch("/v1/people/ext:bea", { openToIntroduce: true });
    await client.patch("/v1/ties/ext:ada/ext:zoe", { roles: ["friend"] });
    t.equal(await isListed(), false, "whom one declared a tie with is not new");
    await client.patch("/v1/ties/ext:ada/ext:zoe", { roles: null });
    await recordContacts(client, [["zoe", "bea", day(0), "conflict"]]);
    t.equal(await isListed(), false);
    await recordContacts(client, [["zoe", "bea", day(0) + 1000, "repair"]]);
    await client.put("/v1/people/ext:zoe/frame", { audiences: { name: "network" } });
    t.equal(await isListed(), false, "who is not found by the person, also when a key asks");
    t.match((await client.get("/v1/people/ext:zoe/people-to-meet")).body.note, null);
    await createPeople(client, ["lone"]);
    t.match((await client.get("/v1/people/ext:lone/people-to-meet")).body, {
      data: [],
      note: { code: "noTies" },
    });
  });

  t.test(
    "hidden fields of others change neither what a member is shown nor its order",
    async (t) => {
      const client = await api.client();
      const others = ["bea", "cem", "w1", "w2", "w3", "w4"];
      await createPeople(client, ["ada", ...others]);
      await recordContacts(client, [
        ...close("ada", "bea"),
        ...close("ada", "cem", 3),
        ...["w1", "w2", "w3", "w4"].flatMap((name, n) => close("bea", name, n + 1)),
        ...["w1", "w3"].flatMap((name) => close("cem", name, 2)),
      ]);
      await client.patch("/v1/people/ext:ada", {
        skills: ["s1", "s2"],
        interests: ["i1", "i2"],
        values: ["v1"],
        positions: [{ organization: "o1" }],
      });
      const hidden = ["skills", "interests", "values", "positions", "headline", "location"];
      for (const name of others) {
        const audiences = Object.fromEntries(hidden.map((field) => [field, "private"]));
        await client.put(`/v1/people/ext:${name}/frame`, { audiences });
      }
      const token = await tokenOf(client, "ada");
      const before = await meet(client, token);
      t.equal(before.data.length, 4);
      const profile = fc.record({
        who: fc.constantFrom(...others),
        skills: fc.subarray(["s1", "s2", "s3"]),
        interests: fc.subarray(["i1", "i2"]),
        values: fc.subarray(["v1", "v2"]),
        positions: fc.subarray([{ organization: "o1" }, { organization: "o2" }]),
        headline: fc.constantFrom("o1", "s1"),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(profile, { minLength: 1, maxLength: 4 }), async (drawn) => {
          for (const { who, ...fields } of drawn)
            await client.patch(`/v1/people/ext:${who}`, fields);
          const after = await meet(client, token);
          if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error("it shows");
        }),
        { numRuns: 20 },
      );
      await client.put("/v1/people/ext:w2/frame", { audiences: { interests: "public" } });
      await client.patch("/v1/people/ext:w2", { interests: ["I1"] });
      const shown = await meet(client, token);
      t.same(names(shown), names(before), "what they show makes no difference to the order either");
      t.match(shown.data.find(({ person }: Body) => person.externalId === "w2").commonGround, [
        { code: "interest", value: "I1" },
      ]);
    },
  );
});
