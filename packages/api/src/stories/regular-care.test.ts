import type { Kith } from "@kith/sdk";
import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

const nudgesOf = async (member: Kith, name: string) =>
  (await member.nudges.list(`ext:${name}`)).data;
const kindsOf = async (member: Kith, name: string) =>
  (await nudgesOf(member, name)).map(({ kind, person }) => `${kind} ${person?.name ?? ""}`.trim());

t.test("Tomas lets an old tie go quiet, and a word is enough to pick it up", async (t) => {
  const { people, inContact, happens, later, as } = await story(t);
  await people({ Tomas: {}, Vera: {}, Bystander: {} });
  await inContact("Tomas", "Vera", 30, 7);
  const tomas = await as("Tomas");
  t.notOk((await kindsOf(tomas, "tomas")).includes("reconnect Vera"), "nothing to say yet");
  await later(90);
  const nudge = (await nudgesOf(tomas, "tomas")).find(({ kind }) => kind === "reconnect");
  t.match(nudge, { person: { name: "Vera" }, text: /Vera/ });
  t.notMatch(`${nudge?.text} ${nudge?.reason}`, /owe|debt|score|!/i);
  await happens("message", "Tomas", "Vera");
  t.notOk((await kindsOf(tomas, "tomas")).includes("reconnect Vera"), "it went by itself");
});

t.test("He congratulates, and nobody is nudged about what they were not told", async (t) => {
  const { people, inContact, as, platform, happens } = await story(t);
  await people({ Tomas: {}, Vera: {}, Wim: {} });
  await inContact("Tomas", "Vera", 12);
  await inContact("Tomas", "Wim", 12);
  await platform.milestones.create({
    by: "ext:vera",
    kind: "promotion",
    title: "Head of research",
    date: "2026-03-01",
  });
  await platform.milestones.create({
    by: "ext:wim",
    kind: "newJob",
    title: "A quiet start",
    date: "2026-03-01",
    audience: "private",
  });
  const tomas = await as("Tomas");
  t.ok((await kindsOf(tomas, "tomas")).includes("congratulate Vera"));
  t.notOk((await kindsOf(tomas, "tomas")).includes("congratulate Wim"));
  await happens("congratulation", "Tomas", "Vera");
  t.notOk((await kindsOf(tomas, "tomas")).includes("congratulate Vera"));
});

t.test("After a quarrel there is one thing to do, and then it is over", async (t) => {
  const { people, inContact, happens, later, as } = await story(t);
  await people({ Tomas: {}, Vera: {} });
  await inContact("Tomas", "Vera", 12);
  await happens("conflict", "Vera", "Tomas");
  await later(5);
  const [tomas, vera] = [await as("Tomas"), await as("Vera")];
  t.same(await kindsOf(tomas, "tomas"), ["repair Vera"]);
  await tomas.ties.update("ext:tomas", "ext:vera", { note: "Give it time", paused: true });
  const herSide = JSON.stringify([
    await vera.ties.get("ext:vera", "ext:tomas"),
    await nudgesOf(vera, "vera"),
    await vera.people.get("ext:tomas"),
  ]);
  t.notMatch(herSide, /Give it time/);
  await tomas.ties.update("ext:tomas", "ext:vera", { paused: false });
  await happens("repair", "Tomas", "Vera");
  t.notOk((await kindsOf(tomas, "tomas")).includes("repair Vera"));
  t.equal((await tomas.ties.get("ext:tomas", "ext:vera")).strained, false);
});

t.test("He hears of a handful a week at most, and never twice of the same person", async (t) => {
  const { people, inContact, later, as } = await story(t);
  const names = Array.from({ length: 20 }, (_, n) => `Friend${n}`);
  await people({ Tomas: {}, ...Object.fromEntries(names.map((name) => [name, {}])) });
  for (const name of names) await inContact("Tomas", name, 20, 5);
  await later(120);
  const tomas = await as("Tomas");
  const { data, week } = await tomas.nudges.list("ext:tomas");
  t.ok(data.length > 0 && data.length <= week.budget);
  const named = data.map(({ person }) => person?.name);
  t.equal(new Set(named).size, named.length);
  for (const { id } of data) await tomas.nudges.dismiss(id, { by: "ext:tomas" });
  const after = await tomas.nudges.list("ext:tomas");
  t.ok(data.length + after.data.length <= week.budget, "dismissing makes no room for more");
});
