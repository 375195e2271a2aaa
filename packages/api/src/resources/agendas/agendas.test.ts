import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";
import { createPeople, recordContacts } from "../ties/testing/contacts.ts";

const api = await testApi(t);
const days = (n: number) => testStart - n * 86_400_000;
const codes = async (client: Client, from = "ann", to = "max") => {
  const { body } = await client.get(`/v1/ties/ext:${from}/ext:${to}/agenda`);
  return body.items.map(({ code }: { code: string }) => code);
};

t.test("thanks for help come first, and are for the one who was helped", async (t) => {
  const client = await api.client();
  await recordContacts(client, [["max", "ann", days(3), "advice"]]);
  t.same(await codes(client), ["thank", "theirWork", "howItGoes", "nextTime"]);
  t.notOk((await codes(client, "max", "ann")).includes("thank"));
  await recordContacts(client, [["ann", "max", days(1), "thanks"]]);
  t.notOk((await codes(client)).includes("thank"));
});

t.test("it holds the other's asks only where they are for oneself", async (t) => {
  const client = await api.client();
  await createPeople(client, ["ann", "max"]);
  const ask = { by: "ext:max", title: "A good printer", kind: "information" };
  const hidden = await client.post("/v1/asks", { ...ask, audience: { to: "private" } });
  t.equal(hidden.status, 201, hidden.text);
  t.notOk((await codes(client)).includes("theirAsk"));
  await client.post("/v1/asks", { ...ask, audience: { to: "public" } });
  const { body } = await client.get("/v1/ties/ext:ann/ext:max/agenda");
  const item = body.items.find(({ code }: { code: string }) => code === "theirAsk");
  t.match(item, { section: "ideas", about: /^ask_/, text: /A good printer/ });
  t.ok((await codes(client, "max", "ann")).includes("askOwn"));
});

t.test(
  "shared interests come up where the tie was declared personal, if they are shown",
  async (t) => {
    const client = await api.client();
    await createPeople(client, ["ann", "max"]);
    for (const name of ["ann", "max"]) {
      await client.patch(`/v1/people/ext:${name}`, { interests: ["Chess"] });
    }
    await client.put("/v1/people/ext:max/frame", { audiences: { interests: "public" } });
    t.notOk((await codes(client)).includes("sharedInterest"));
    await client.patch("/v1/ties/ext:ann/ext:max", { context: "personal" });
    t.ok((await codes(client)).includes("sharedInterest"));
    await client.put("/v1/people/ext:max/frame", { audiences: { interests: "private" } });
    t.notOk((await codes(client)).includes("sharedInterest"));
  },
);

t.test("goals come up where they are for the other, on both sides", async (t) => {
  const client = await api.client();
  await createPeople(client, ["ann", "max"]);
  const goal = { by: "ext:max", target: { skill: "Rhetoric" } };
  const secret = await client.post("/v1/goals", { ...goal, audience: { to: "private" } });
  t.equal(secret.status, 201, secret.text);
  for (const [one, other] of [
    ["ann", "max"],
    ["max", "ann"],
  ] as const) {
    const found = await codes(client, one, other);
    t.notOk(found.includes("theirGoal") || found.includes("ownGoal"));
  }
  await client.post("/v1/goals", { ...goal, audience: { to: "public" } });
  t.ok((await codes(client)).includes("theirGoal"));
  t.ok((await codes(client, "max", "ann")).includes("ownGoal"));
});

t.test("news of the other come first, where they are let known", async (t) => {
  const client = await api.client();
  await recordContacts(client, [["max", "ann", days(3)]]);
  const milestone = { by: "ext:max", kind: "promotion", date: "2026-02-20", title: "Partner" };
  await client.post("/v1/milestones", { ...milestone, audience: "private" });
  t.notOk((await codes(client)).includes("congratulate"));
  await client.post("/v1/milestones", { ...milestone, audience: "network" });
  t.same((await codes(client))[0], "congratulate");
});

t.test("while there is friction there is the repair alone", async (t) => {
  const client = await api.client();
  await recordContacts(client, [
    ["max", "ann", days(3), "advice"],
    ["max", "ann", days(2), "conflict"],
  ]);
  t.same(await codes(client), ["repair"]);
});

t.test("for a mentorship it knows what was agreed on, from either side", async (t) => {
  const client = await api.client();
  await createPeople(client, ["ann", "max"]);
  const people = { mentor: "ext:max", mentee: "ext:ann", topics: ["law"] };
  const { headers } = await client.post("/v1/mentorships", { by: "ext:ann", ...people });
  const url = headers.location;
  await client.post(`${url}/accept`, { by: "ext:max" });
  await client.post(`${url}/sessions`, {
    by: "ext:ann",
    startsAt: new Date(days(-3)).toISOString(),
    questions: ["How did you begin?"],
    actions: [
      { text: "Write the talk", by: "mentee" },
      { text: "Find a stage", by: "mentor" },
      { text: "Read the book", by: "mentee", done: true },
    ],
  });
  const of = async (name: string) => {
    const { body } = await client.get(`${url}/agenda?for=ext:${name}`);
    return body.items.map(({ text }: { text: string }) => text).join(" ");
  };
  t.match(await of("ann"), /How did you begin/);
  t.match(await of("ann"), /You took this on: Write the talk\. They took this on: Find a stage/);
  t.match(await of("max"), /You took this on: Find a stage\. They took this on: Write the talk/);
  t.notMatch(await of("ann"), /Read the book/);
  t.equal((await client.get(`${url}/agenda?for=ext:max2`)).status, 404);
});
