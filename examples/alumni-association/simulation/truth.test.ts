import t from "tap";
import { type Interaction, simulate } from "./simulate.ts";

const DAY_MS = 86_400_000;
const start = Date.UTC(2024, 10, 1);
const end = start + 730 * DAY_MS;
const { people, interactions, declarations, truth } = simulate({
  seed: 1,
  people: 300,
  start,
  days: 730,
});

type Pair = readonly [string, string];
const isBetween =
  ([x, y]: Pair) =>
  ({ from, to }: Interaction) =>
    (from === x && to.includes(y)) || (from === y && to.includes(x));
const of = (pair: Pair) => interactions.filter(isBetween(pair));
const daysOf = (list: Interaction[]) =>
  new Set(list.map(({ occurredAt }) => Math.floor(occurredAt / DAY_MS))).size;
const receivedBy = (person: string, since: number, until = end) =>
  interactions.filter(
    (i) => i.to.includes(person) && i.occurredAt >= since && i.occurredAt < until,
  );
const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;

t.test("everything is planted, and every planted item has a control of its own", async (t) => {
  for (const [name, planted] of Object.entries(truth)) {
    t.ok(planted.length >= 6, `${name}: ${planted.length}`);
    const controls = planted.map(({ control }: { control: unknown }) => JSON.stringify(control));
    t.notOk(controls.includes("null"), `${name}: nobody is without a control`);
    t.equal(new Set(controls).size, controls.length, `${name}: no control serves twice`);
  }
});

t.test(
  "nobody reaches out to the neglected any more, their controls hear from people",
  async (t) => {
    for (const { person, since, control } of truth.neglected) {
      t.ok(receivedBy(person, start, since).length >= 10, "there was contact before");
      t.equal(receivedBy(person, since).length, 0);
      t.ok(receivedBy(control ?? "", since).length > 0);
    }
  },
);

t.test("the overloaded are asked for far more than their controls", async (t) => {
  for (const { person, since, control } of truth.overloaded) {
    const received = receivedBy(person, since);
    t.ok(received.length >= 2 * receivedBy(control ?? "", since).length);
    t.ok(new Set(received.map(({ from }) => from)).size >= 30, "by many different people");
  }
});

t.test("the isolated know one or two people, their controls at least eight", async (t) => {
  const altersOf = (person: string) =>
    new Set(
      interactions
        .filter(({ from, to }) => from === person || to.includes(person))
        .flatMap(({ from, to }) => (from === person ? to : [from])),
    ).size;
  for (const { person, control } of truth.isolated) {
    t.ok(altersOf(person) <= 3, `${altersOf(person)}`);
    t.ok(altersOf(control ?? "") >= 8);
  }
});

t.test("the groups of a broker are close within and hardly know each other", async (t) => {
  const days = new Map<string, Set<number>>();
  for (const { from, to, occurredAt } of interactions) {
    for (const recipient of to) {
      const key = [from, recipient].sort().join();
      days.set(key, (days.get(key) ?? new Set()).add(Math.floor(occurredAt / DAY_MS)));
    }
  }
  const density = (pairs: Pair[]) =>
    pairs.filter((pair) => (days.get([...pair].sort().join())?.size ?? 0) >= 5).length /
    pairs.length;
  for (const { person, groups } of truth.brokers) {
    t.equal(groups.length, 3);
    const within = groups.flatMap((group) =>
      [...group, person].flatMap((x, i) => group.slice(i + 1).map((y): Pair => [x, y])),
    );
    const [first = [], ...others] = groups;
    const across = first.flatMap((x) => others.flat().map((y): Pair => [x, y]));
    t.ok(density(within) > 0.4 && density(across) < 0.15, `${density(within)} ${density(across)}`);
  }
});

t.test("mentors meet mentees at about the planted rhythm", async (t) => {
  for (const { mentor, mentee, cadenceDays, from, to } of truth.mentorPairs) {
    const sessions = of([mentor, mentee]).filter(
      (i) => i.type === "mentoring" && i.from === mentor,
    );
    const expected = (Math.min(to, end) - from) / DAY_MS / cadenceDays;
    t.ok(sessions.length >= 0.6 * expected && sessions.length <= 1.2 * expected + 2);
    const outside = sessions.filter((i) => i.occurredAt < from || i.occurredAt > to + 7 * DAY_MS);
    t.ok(outside.length <= 1 + sessions.length * 0.1);
  }
  t.ok(truth.mentorPairs.some(({ ongoing }) => ongoing));
});

t.test(
  "strained pairs have a conflict and no repair, their controls a repair after it",
  async (t) => {
    const frictionOf = (pair: Pair) =>
      of(pair)
        .filter(({ type }) => type === "conflict" || type === "repair")
        .map((i) => i.type);
    for (const { pair, conflictAt, control } of truth.strainedPairs) {
      t.strictSame(frictionOf(pair), ["conflict"]);
      t.ok(of(pair).some((i) => i.type === "conflict" && i.occurredAt === conflictAt));
      t.strictSame(frictionOf(control ?? pair), ["conflict", "repair"]);
    }
  },
);

t.test("fading and dormant ties were strong and fell silent, their controls did not", async (t) => {
  for (const { pair, since, control } of [...truth.fadingStrongTies, ...truth.dormantStrongTies]) {
    const before = daysOf(of(pair));
    t.ok(before >= 15, `${before} days of contact`);
    t.equal(of(pair).filter((i) => i.occurredAt >= since).length, 0);
    t.ok(of(control ?? pair).some((i) => i.occurredAt > end - 30 * DAY_MS));
  }
  const silence = (list: { since: number }[]) => mean(list.map((x) => (end - x.since) / DAY_MS));
  t.ok(silence(truth.fadingStrongTies) < 140 && silence(truth.dormantStrongTies) > 300);
});

t.test("controls of silent ties had about as many days of contact before", async (t) => {
  const before = (pair: Pair, since: number) =>
    daysOf(of(pair).filter((i) => i.occurredAt < since));
  const ratios = [...truth.fadingStrongTies, ...truth.dormantStrongTies].map(
    ({ pair, since, control }) => before(control ?? pair, since) / before(pair, since),
  );
  t.ok(mean(ratios) > 0.6 && mean(ratios) < 1.6, `mean ratio ${mean(ratios).toFixed(2)}`);
});

t.test("unthanked help was given and never answered, its control was", async (t) => {
  const byId = new Map(interactions.map((i) => [i.externalId, i]));
  const answers = ({ from, to, occurredAt }: Interaction) =>
    interactions.filter(
      (i) =>
        (i.type === "thanks" || i.type === "update") &&
        i.from === to[0] &&
        i.to.includes(from) &&
        i.occurredAt >= occurredAt,
    );
  for (const { interaction, giver, receiver, control } of truth.unthankedHelp) {
    const help = byId.get(interaction);
    const thanked = byId.get(control ?? "");
    if (!help || !thanked) throw new Error("the truth names an interaction that is not there");
    t.ok(help.from === giver && help.to[0] === receiver);
    t.equal(answers(help).length, 0);
    t.ok(answers(thanked).length > 0);
  }
});

t.test("upcoming birthdays are within two weeks of the end", async (t) => {
  const birthday = new Map(people.map((p) => [p.externalId, p.metadata.birthday]));
  for (const { person, date, control } of truth.upcomingBirthdays) {
    const ahead = (Date.parse(date) - end) / DAY_MS;
    t.ok(ahead >= 0 && ahead < 14);
    t.equal(birthday.get(person), date.slice(5));
    t.not(birthday.get(control ?? ""), date.slice(5));
  }
});

t.test("declared ties are between different known people, once for each side", async (t) => {
  const ids = new Set(people.map((person) => person.externalId));
  const keys = declarations.map(({ from, to }) => `${from}>${to}`);
  t.equal(new Set(keys).size, keys.length);
  t.ok(declarations.every(({ from, to }) => from !== to && ids.has(from) && ids.has(to)));
  for (const role of ["mentor", "mentee", "manager", "report", "friend"]) {
    t.ok(
      declarations.some(({ roles }) => roles.includes(role)),
      role,
    );
  }
});
