import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

const api = await testApi(t);
const url = "/v1/mentorship-programs";

// biome-ignore lint/suspicious/noExplicitAny: bodies as they come
type Body = any;

const mentee = (wants: string[]) => ({ seeks: true, capacity: 0, wants, offers: [] });
const mentor = (offers: string[], capacity = 1) => ({ seeks: false, capacity, wants: [], offers });

async function cohort(client: Client, rules: object, people: Record<string, object>) {
  const { body } = await client.post(url, { name: "Spring", ...rules });
  for (const [name, input] of Object.entries(people)) {
    await client.put(`/v1/people/ext:${name}`, { name });
    const joined = await client.put(`${url}/${body.id}/participants/ext:${name}`, input);
    if (joined.status !== 201) throw new Error(joined.text);
  }
  return `${url}/${body.id}`;
}
const pairs = ({ matches }: Body) =>
  matches.map(({ mentee, mentor }: Body) => `${mentee.externalId} ${mentor.externalId}`).sort();
const match = async (client: Client, program: string, body: object = {}) =>
  (await client.post(`${program}/match`, body)).body;

t.test("people are matched by what they want and offer, whatever case or accents", async (t) => {
  const client = await api.client();
  const program = await cohort(
    client,
    {},
    {
      ann: mentee(["Écriture"]),
      ben: mentee(["law", "sales"]),
      cat: mentee(["chess"]),
      max: mentor(["ecriture", "law"]),
      nia: mentor(["LAW", "Sales"], 2),
    },
  );
  const dry = await match(client, program, { dryRun: true });
  t.same(pairs(dry), ["ann max", "ben nia"]);
  t.equal(dry.matches[0].mentorship, null);
  t.same((await client.get("/v1/mentorships")).body.data, [], "a dry run proposes nothing");
  const found = await match(client, program);
  t.same(pairs(found), pairs(dry));
  t.match(found, {
    unmatched: [{ person: { externalId: "cat" }, reason: "topic" }],
    openPlaces: [{ person: { externalId: "nia" }, places: 1 }],
  });
  const { mentorship } = found.matches.find(({ mentee }: Body) => mentee.externalId === "ann");
  const proposed = (await client.get(`/v1/mentorships/${mentorship}?for=ext:ann`)).body;
  t.match(proposed, { state: "proposed", actions: ["accept", "decline"] });
  t.match(proposed.reasons, [{ code: "topics", text: /ecriture/ }]);
});

t.test("managers, organizations, time zones and whom one named are kept apart", async (t) => {
  const client = await api.client();
  const program = await cohort(
    client,
    { acrossOrganizations: true, maxHoursApart: 3 },
    { ann: mentee(["law"]), max: mentor(["law"]) },
  );
  const reason = async () => (await match(client, program, { dryRun: true })).unmatched[0]?.reason;
  t.equal(await reason(), undefined);

  await client.patch("/v1/ties/ext:max/ext:ann", { roles: ["report"] });
  t.equal(await reason(), "constraint", "who manages somebody, whichever side declared it");
  await client.patch("/v1/ties/ext:max/ext:ann", { roles: [] });

  const works = (to: string | null) => ({ positions: [{ organization: "Works", title: "T", to }] });
  await client.patch("/v1/people/ext:ann", works(null));
  await client.patch("/v1/people/ext:max", works(null));
  t.equal(await reason(), "constraint", "one organization");
  await client.patch("/v1/people/ext:max", works("2020-01-01"));
  t.equal(await reason(), undefined, "no longer there");

  await client.patch("/v1/people/ext:ann", { timeZone: "Europe/Berlin" });
  await client.patch("/v1/people/ext:max", { timeZone: "America/New_York" });
  t.equal(await reason(), "constraint", "six hours apart");
  await client.patch("/v1/people/ext:max", { timeZone: "Europe/London" });
  t.equal(await reason(), undefined);

  await client.put(`${program}/participants/ext:max`, {
    ...mentor(["law"]),
    notWith: ["ext:ann"],
  });
  t.equal(await reason(), "constraint");
});

t.test("matching again leaves who is matched and does not repeat a decline", async (t) => {
  const client = await api.client();
  const program = await cohort(
    client,
    {},
    {
      ann: mentee(["law"]),
      ben: mentee(["law"]),
      max: mentor(["law"]),
      nia: mentor(["law"]),
    },
  );
  const { matches } = await match(client, program);
  t.equal(matches.length, 2);
  t.same(pairs(await match(client, program)), [], "nobody is left");
  const [first] = matches;
  const { externalId: declines } = first.mentee;
  await client.post(`/v1/mentorships/${first.mentorship}/decline`, { by: `ext:${declines}` });
  const again = await match(client, program);
  t.same(pairs(again), []);
  t.match(again.unmatched, [{ person: { externalId: declines }, reason: "constraint" }]);
  await client.put("/v1/people/ext:oli", { name: "Oli" });
  await client.put(`${program}/participants/ext:oli`, mentor(["law"]));
  t.same(pairs(await match(client, program)), [`${declines} oli`]);
});

t.test("two matchings at once propose each pair once", async (t) => {
  const client = await api.client();
  const program = await cohort(client, {}, { ann: mentee(["law"]), max: mentor(["law"], 3) });
  const found = await Promise.all([match(client, program), match(client, program)]);
  t.same(found.flatMap(pairs), ["ann max"]);
  t.equal((await client.get("/v1/mentorships")).body.data.length, 1);
});

t.test("a closed programme takes nobody and matches nobody", async (t) => {
  const client = await api.client();
  const program = await cohort(client, {}, { ann: mentee(["law"]) });
  t.ok((await client.patch(program, { closed: true })).body.closedAt);
  const calls = [
    client.put(`${program}/participants/ext:ann`, mentor(["law"])),
    client.post(`${program}/match`, {}),
  ];
  for (const answer of await Promise.all(calls)) t.match(answer, { status: 409 });
  t.equal((await client.patch(program, { closed: false })).body.closedAt, null);
  t.equal((await client.post(`${program}/match`, {})).status, 200);
});

t.test("who could never be matched is told what is lacking", async (t) => {
  const client = await api.client();
  const program = await cohort(client, {}, {});
  await client.put("/v1/people/ext:ann", {});
  const bad: [object, string][] = [
    [{ ...mentee(["law"]), seeks: false }, "/capacity"],
    [mentee([]), "/wants"],
    [mentor([]), "/offers"],
    [mentor(["law"], 51), "/capacity"],
    [{ ...mentee(["law"]), notWith: ["ann"] }, "/notWith/0"],
  ];
  for (const [body, pointer] of bad) {
    const answer = await client.put(`${program}/participants/ext:ann`, body);
    t.match(answer, { status: 400, body: { errors: [{ pointer }] } });
  }
  t.equal((await client.delete(`${program}/participants/ext:ann`)).status, 404);
  t.equal((await client.get(`${program}/participants`)).body.data.length, 0);
});
