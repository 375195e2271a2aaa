import type { Kith } from "@kith/sdk";
import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

const kindsOf = async (member: Kith, name: string) => {
  const { data } = await member.nudges.list(`ext:${name}`);
  return data.map(({ kind, person }) => `${kind} ${person?.name ?? ""}`.trim());
};

t.test("Nora is laid off, and finds her way through a friend of a friend", async (t) => {
  const { people, inContact, happens, later, as } = await story(t);
  const acme = { positions: [{ organization: "Acme", title: "Engineer" }] };
  await people({ Nora: { skills: ["accounting"] }, Ivo: {}, Pia: acme, Sam: {}, Stranger: {} });
  await inContact("Nora", "Ivo", 12);
  await inContact("Ivo", "Pia", 12);
  await inContact("Nora", "Sam", 3, 40);
  const [nora, ivo, pia] = [await as("Nora"), await as("Ivo"), await as("Pia")];

  // She lets people know what she is after.
  const goal = await nora.goals.create({
    by: "ext:nora",
    target: { organization: "Acme" },
    audience: { to: "network" },
  });
  const goalsSeenBy = async (name: string) => {
    const { data } = await (await as(name)).goals.list({ person: `ext:${name.toLowerCase()}` });
    return data.map(({ id }) => id);
  };
  t.same(await goalsSeenBy("Ivo"), [goal.id], "who is in touch with her knows");
  t.same(await goalsSeenBy("Stranger"), [], "a stranger does not");

  // She asks for information before anything else.
  const ask = await nora.asks.create({
    by: "ext:nora",
    title: "What is it like to work at Acme?",
    organization: "Acme",
    audience: { to: "people", people: ["ext:ivo", "ext:sam"] },
  });
  t.equal(ask.kind, "information", "the lightest ask is the one that is meant");
  t.ok((await kindsOf(ivo, "ivo")).includes("answerAsk Nora"), "Ivo is told that he could answer");

  // The way to somebody who knows leads over a friend.
  const search = { from: "ext:nora", to: { organization: "Acme" } };
  const { data: paths } = await nora.paths.search(search);
  t.same(
    paths[0]?.people.map(({ name }) => name),
    ["Nora", "Ivo", "Pia"],
  );

  // An introduction, to which everybody says yes in their own time.
  const { id } = await nora.introductions.create({
    by: "ext:nora",
    introducer: "ext:ivo",
    target: "ext:pia",
    purpose: "information",
    blurb: "Nora, an accountant, would like to hear how it is to work at Acme.",
  });
  const forNora = () => nora.introductions.get(id, { for: "ext:nora" });
  t.equal((await forNora()).state, "pending");
  await ivo.introductions.accept(id, { by: "ext:ivo" });
  t.equal((await forNora()).state, "pending", "she learns of nobody's yes before both");
  t.equal((await forNora()).contact, null);
  await pia.introductions.accept(id, { by: "ext:pia" });
  t.equal((await forNora()).state, "agreed");
  await ivo.introductions.complete(id, { by: "ext:ivo" });
  t.equal((await forNora()).state, "made");

  // She says thank you, and later tells him how it went.
  await later(2);
  t.ok((await kindsOf(nora, "nora")).includes("thank Ivo"));
  await nora.introductions.thank(id, { by: "ext:nora" });
  t.notOk((await kindsOf(nora, "nora")).includes("thank Ivo"), "said is said");
  await happens("meeting", "Nora", "Pia");
  await later(20);
  t.ok((await kindsOf(nora, "nora")).includes("reportBack Ivo"));
  await nora.introductions.report(id, { by: "ext:nora", report: "I start in May." });
  t.notOk((await kindsOf(nora, "nora")).includes("reportBack Ivo"));
  await nora.goals.close(goal.id, { by: "ext:nora", outcome: "reached" });
  await nora.asks.close(ask.id, { by: "ext:nora", outcome: "helped", helpedBy: ["ext:pia"] });

  // And she helps in turn.
  await ivo.asks.create({
    by: "ext:ivo",
    title: "My first tax return",
    skills: ["Accounting"],
    audience: { to: "network" },
  });
  const { data: ways } = await nora.people.waysToHelp("ext:nora");
  t.match(ways[0], { person: { name: "Ivo" } });
  await later(7);
  t.ok((await kindsOf(nora, "nora")).includes("answerAsk Ivo"), "nobody comes up twice in a week");
  await happens("advice", "Nora", "Ivo");
  const tie = await nora.ties.get("ext:nora", "ext:ivo");
  t.ok(tie.evidence.given > 0.9);
  await later(2);
  t.ok((await kindsOf(ivo, "ivo")).includes("thank Nora"), "and now it is Ivo who says thanks");
});
