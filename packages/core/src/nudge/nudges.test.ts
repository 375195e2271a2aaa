import fc from "fast-check";
import t from "tap";
import {
  A_REACHED_B,
  B_REACHED_A,
  contactDayMasks,
  evidenceBefore,
  type Interaction,
  interactionCategory,
  MS_PER_DAY,
  type NudgeAction,
  type NudgeEncounter,
  type NudgeFacts,
  type NudgeMilestone,
  type NudgeNeed,
  type NudgePreferences,
  type NudgeTie,
  noNudgeFacts,
  nudgeKinds,
  nudgeRules,
  nudgesOf,
  possibleNudges,
  rebuildPair,
  upcomingNudges,
} from "../index.ts";
import { LATEST } from "../testing/arbitraries.ts";

/** A Monday, some time after every generated interaction began. */
const monday = Math.floor(LATEST / (7 * MS_PER_DAY)) * 7 * MS_PER_DAY + 4 * MS_PER_DAY;
const day = (n: number) => monday + n * MS_PER_DAY;
const wants: NudgePreferences = { weeklyBudget: 5, kindsOff: [], cadences: [] };
const me = "me";

const on = (n: number, type: string, from: string, to: string): Interaction => ({
  type,
  from,
  to,
  occurredAt: day(n),
});

interface World {
  log: readonly Interaction[];
  declared?: Readonly<Record<string, Partial<NudgeTie>>>;
  encounters?: readonly NudgeEncounter[];
  milestones?: readonly NudgeMilestone[];
  needs?: readonly NudgeNeed[];
  actions?: readonly NudgeAction[];
}

/** The facts as a moment knows them. */
function factsAt(world: World, at: number): NudgeFacts {
  const { log, declared = {}, encounters = [], milestones = [], needs = [], actions = [] } = world;
  const known = log.filter(({ occurredAt }) => occurredAt <= at);
  const others = [...new Set(known.flatMap(({ from, to }) => (from === me ? [to] : [from])))];
  const ties = others.map((other): NudgeTie => {
    const pair = known.filter(({ from, to }) => from === other || to === other);
    const evidence = rebuildPair(pair);
    const before = rebuildPair(pair.filter(({ occurredAt }) => occurredAt < monday));
    const isInWeek = (evidence.lastContactAt ?? 0) >= monday;
    const days = contactDayMasks(pair)[0]?.days ?? new Map<number, number>();
    const latest = [...days].map(([day, mask]) => ({ day, mask }));
    const inWeek = latest.filter(({ day }) => day >= monday / MS_PER_DAY);
    return {
      other,
      evidence,
      before: isInWeek ? evidenceBefore(evidence, inWeek, before.lastDay) : null,
      answeredDay: inWeek
        .filter(({ mask }) => mask & (me < other ? B_REACHED_A : A_REACHED_B))
        .reduce<number | null>((first, { day }) => Math.min(first ?? day, day), null),
      reachedDay: isInWeek
        ? latest
            .filter(({ day }) => day < monday / MS_PER_DAY)
            .filter(({ mask }) => mask & (me < other ? A_REACHED_B : B_REACHED_A))
            .reduce<number | null>((last, { day }) => Math.max(last ?? day, day), null)
        : null,
      cadenceDays: null,
      roles: [],
      circle: null,
      isDeclared: false,
      paused: false,
      seenAt: evidence.lastContactAt ?? 0,
      ...declared[other],
    };
  });
  const isExchange = ({ type, from, to }: Interaction) =>
    ["conflict", "repair"].includes(type) ||
    (to === me && ["advice", "introduction", "support"].includes(type)) ||
    (from === me && ["thanks", "update"].includes(type));
  return {
    ...noNudgeFacts(me),
    ties,
    exchanges: known
      .filter(isExchange)
      .map((one) => ({ ...one, category: interactionCategory(one) })),
    encounters: encounters.filter((one) => one.at <= at),
    milestones: milestones.filter(({ knownAt }) => knownAt <= at),
    needs: needs.filter(({ since }) => since <= at),
    actions: actions.filter(({ actedAt }) => actedAt <= at),
  };
}

const at = (world: World, n: number, preferences = wants) =>
  nudgesOf(factsAt(world, day(n)), { at: day(n), weekStartsAt: monday }, preferences);
const possible = (world: World, n: number) =>
  possibleNudges(factsAt(world, day(n)), { at: day(n), weekStartsAt: monday }, wants);
const said = (world: World, n = 0, preferences = wants) =>
  at(world, n, preferences).nudges.map(({ kind, subject }) => `${kind} ${subject ?? "-"}`);

/** Weekly contact, both ways, up to so many days before the week. */
const friend = (name: string, until = -1): Interaction[] =>
  Array.from({ length: 30 }, (_, i) =>
    on(until - i * 7, "message", i % 2 ? name : me, i % 2 ? me : name),
  );

t.test("a strong tie gone silent is worth a word, a fresh or a slight one is not", (t) => {
  const slight = [on(-200, "message", "cho", me), on(-190, "message", me, "cho")];
  t.same(said({ log: [...friend("ben", -70), ...friend("dee"), ...slight] }), ["reconnect ben"]);
  t.end();
});

t.test("a declared rhythm decides: of the tie, else of its circle, else of its role", (t) => {
  const log = [on(-40, "call", "ben", me), on(-12, "call", me, "ben"), ...friend("cho")];
  t.same(said({ log }), []);
  const of = (declared: Partial<NudgeTie>, preferences = wants) =>
    said({ log, declared: { ben: declared } }, 0, preferences);
  t.same(of({ cadenceDays: { ideal: 10, max: 30 } }), ["reconnect ben"]);
  t.same(of({ cadenceDays: { ideal: 14, max: 30 } }), []);
  const cadences = [
    { of: "circle", name: "inner", ideal: 10, max: null },
    { of: "role", name: "mentor", ideal: 7, max: null },
  ] as const;
  const grouped = { ...wants, cadences };
  t.same(of({ circle: "inner" }, grouped), ["reconnect ben"]);
  t.same(of({ roles: ["mentor"] }, grouped), ["reconnect ben"]);
  t.same(of({ circle: "inner", cadenceDays: { ideal: 20, max: null } }, grouped), []);
  t.end();
});

t.test("contact resolves it by itself, and nothing else takes its place that week", (t) => {
  const names = ["ann", "ben", "cho", "dee", "eve", "fay", "gus"];
  const log = names.flatMap((name) => friend(name, -70));
  const before = said({ log }, 0);
  t.equal(before.length, 3, "care has its share of the budget");
  const [first = ""] = before;
  const after = said({ log: [...log, on(0.5, "call", me, first.split(" ")[1] ?? "")] }, 1);
  t.same(after, before.slice(1));
  t.end();
});

/** A year of contact, so many days apart, both ways. */
const rhythm = (name: string, apart: number, until: number): Interaction[] =>
  Array.from({ length: Math.ceil(360 / apart) }, (_, i) =>
    on(until - i * apart, "message", i % 2 ? name : me, i % 2 ? me : name),
  );

t.test("of ties as long silent the one of the closest rhythm comes first", (t) => {
  for (const silence of [40, 70, 120]) {
    const log = [1, 3, 7, 14].flatMap((apart) => rhythm(`every${apart}`, apart, -silence));
    const order = ["reconnect every1", "reconnect every3", "reconnect every7"];
    t.same(said({ log }), order, `after ${silence} days`);
  }
  const log = [...rhythm("ben", 2, -70), ...rhythm("cho", 14, -300)];
  t.match(at({ log }, 0).nudges, [{ subject: "ben", priority: "high" }, { subject: "cho" }, {}]);
  t.end();
});

t.test("a strong tie gone silent has a place, however much there is to thank for", (t) => {
  const names = ["ann", "ben", "cho", "dee", "eve", "fay"];
  const log = [
    ...names.flatMap((name) => [...friend(name), on(-2, "support", name, me)]),
    ...rhythm("gus", 4, -60),
  ];
  t.same(said({ log }).slice(4), ["reconnect gus"]);
  t.same(said({ log }, 0, { ...wants, weeklyBudget: 2 }).slice(1), ["reconnect gus"]);
  t.same(said({ log }, 0, { ...wants, weeklyBudget: 1 }), ["thank ann"]);
  const slight = log.filter(({ to, from }) => ![to, from].includes("gus"));
  const weak = [-90, -80, -70].map((n) => on(n, "message", "hal", me));
  t.notOk(said({ log: [...slight, ...weak] }).includes("reconnect hal"), "a weak one waits");
  t.end();
});

t.test("of one gathering a few people have a place, not the whole week", (t) => {
  const names = ["ann", "ben", "cho", "dee", "eve", "fay"];
  const log = names.map((name) => on(-2, "gathering", me, name));
  for (const gathering of ["gat", null]) {
    const encounters = names.map((other) => ({ other, at: day(-2), gathering }));
    t.same(said({ log, encounters }), ["followUp ann", "followUp ben"]);
    const second = [...encounters, { other: "gus", at: day(-4), gathering }];
    const met = [...log, on(-4, "gathering", me, "gus")];
    t.equal(said({ log: met, encounters: second }).length, gathering === null ? 3 : 2);
  }
  t.end();
});

t.test("who is met again at a gathering keeps the place from before", (t) => {
  const log = [on(-2, "meeting", "ben", me)];
  const again = { log, encounters: [{ other: "ben", at: day(1), gathering: "gat" }] };
  const [first] = at({ log }, 0).nudges;
  t.match(first, { kind: "followUp", subject: "ben", code: "firstMeeting" });
  t.same(at(again, 3).nudges, at({ log }, 3).nudges);
  t.end();
});

t.test("who is met twice in a week keeps the place, also west of Greenwich", (t) => {
  const names = ["ann", "ben", "cho", "dee", "eve"];
  const once = [...names.flatMap((name) => friend(name, -70)), on(0.5, "call", me, "ann")];
  const read = (log: readonly Interaction[]) => {
    const moment = { at: day(3.5), weekStartsAt: monday + 5 * 3_600_000 };
    return nudgesOf(factsAt({ log }, moment.at), moment, wants);
  };
  t.equal(read(once).nudges.length, 2);
  t.same(read([...once, on(3.2, "call", "ann", me)]), read(once));
  t.end();
});

t.test("a maximum that passes within the week takes no place away", (t) => {
  const names = ["ann", "ben", "cho", "dee"];
  const log = names.flatMap((name) => [on(-20, "call", name, me), on(-10, "call", name, me)]);
  const cadence = (max: number) => ({ cadenceDays: { ideal: 10, max } });
  const [ann, ben, cho, dee] = [cadence(30), cadence(30), cadence(30), cadence(15)];
  const given = { log, declared: { ann, ben, cho, dee } };
  const shown = new Set<string>();
  for (let n = 0; n < 7; n++) {
    for (const one of said(given, n, { ...wants, weeklyBudget: 3 })) shown.add(one);
  }
  t.same([...shown].sort(), ["reconnect ann", "reconnect ben", "reconnect cho"]);
  t.end();
});

t.test("help received, an outcome to tell, and friction are said in their time", (t) => {
  const log = [
    ...friend("ben"),
    ...friend("cho"),
    ...friend("dee"),
    on(-3, "support", "ben", me),
    on(-20, "introduction", "cho", me),
    on(-19, "thanks", me, "cho"),
    on(-5, "conflict", "dee", me),
  ];
  t.same(said({ log }).sort(), ["reportBack cho", "repair dee", "thank ben"].sort());
  t.same(said({ log: [...log, on(0.2, "thanks", me, "ben")] }, 1).sort(), [
    "repair dee",
    "reportBack cho",
  ]);
  t.end();
});

t.test("a first meeting and a milestone are followed, while that is natural", (t) => {
  const met = { log: [...friend("ben"), on(-2, "meeting", "cho", me)] };
  t.same(said(met), ["followUp cho"]);
  t.same(said({ log: [...met.log, on(-0.5, "message", me, "cho")] }), []);
  const birthday = (n: number): NudgeMilestone => ({
    ...{ id: "b", other: "ben", kind: "birthday", title: null },
    ...{ startsAt: day(n), knownAt: day(-300) },
  });
  const soon = { log: friend("ben"), milestones: [birthday(3)] };
  t.same(
    [0, 2, 3, 5].map((n) => said(soon, n).length),
    [0, 1, 1, 1],
  );
  t.same(said({ ...soon, log: [...soon.log, on(3, "message", me, "ben")] }, 4), []);
  t.end();
});

t.test("a place is kept for what can be foreseen", (t) => {
  const names = ["ann", "ben", "cho", "dee", "eve"];
  const log = [
    ...names.flatMap((name) => [...friend(name), on(-3, "support", name, me)]),
    ...friend("gus"),
  ];
  const milestones = [
    { id: "b", other: "gus", kind: "birthday", title: null, startsAt: day(4), knownAt: day(-300) },
  ];
  t.equal(said({ log, milestones }, 0).length, 4);
  t.same(said({ log, milestones }, 4)[0], "congratulate gus");
  t.equal(said({ log, milestones }, 4).length, 5);
  t.end();
});

t.test("of what there is about one person a birthday comes before what can wait", (t) => {
  const log = [...friend("ben"), on(-2, "support", "ben", me)];
  const milestones = [
    { id: "b", other: "ben", kind: "birthday", title: null, startsAt: day(3), knownAt: day(-300) },
  ];
  t.same(said({ log, milestones }, 0), []);
  t.same(said({ log, milestones }, 2), ["congratulate ben"]);
  t.end();
});

t.test("birthdays of people one hardly knows come after thanks", (t) => {
  const names = ["ann", "ben", "cho", "dee", "eve"];
  const slight = names.flatMap((name) => [-150, -140].map((n) => on(n, "message", name, me)));
  const log = [...slight, ...friend("gus"), on(-60, "support", "gus", me), ...friend("hal")];
  const milestones = [...names, "hal"].map((other) => ({
    ...{ id: other, other, kind: "birthday", title: null },
    ...{ startsAt: day(1), knownAt: day(-300) },
  }));
  const list = said({ log, milestones });
  t.same(list.slice(0, 2), ["congratulate hal", "thank gus"]);
  t.equal(list.length, 5);
  t.end();
});

t.test("an ask of this person comes first; a goal they could help with is an offer", (t) => {
  const need = (of: "ask" | "goal", other: string): NudgeNeed => ({
    ...{ id: `${of}-1`, of, other, kind: "advice", title: null, isNamed: of === "ask" },
    ...{ since: day(-2), until: day(20), helpedAt: null },
  });
  const needs = [need("ask", "ben"), need("goal", "cho")];
  t.same(said({ log: [...friend("ben"), ...friend("cho")], needs }), [
    "answerAsk ben",
    "offerHelp cho",
  ]);
  t.end();
});

t.test("who received more of late gets an idea of what to give, in one week of a quarter", (t) => {
  const helped = Array.from({ length: 4 }, (_, i) => on(-10 - 5 * i, "support", "ben", me));
  const log = [...friend("ben"), ...helped, on(-2, "thanks", me, "ben")];
  const facts = factsAt({ log }, day(0));
  const found = Array.from({ length: 13 }, (_, week) => {
    const weekStartsAt = day(7 * week);
    return possibleNudges(facts, { at: weekStartsAt, weekStartsAt }, wants);
  }).flatMap((nudges) => nudges.filter(({ kind }) => kind === "giveFirst"));
  t.match(found, [{ kind: "giveFirst", subject: "ben", code: "somethingToGive" }]);
  t.same(found[0]?.evidence.types, []);
  t.end();
});

t.test("a week in which one reached out to nobody asks to make time", (t) => {
  t.same(said({ log: friend("ben", -9) }), ["makeTime -"]);
  t.same(said({ log: [...friend("ben", -9), on(0, "message", me, "ben")] }), []);
  t.end();
});

t.test("about a paused tie there is nothing, about a strained one only repair", (t) => {
  const log = [...friend("ben", -70), on(-66, "support", "ben", me)];
  t.ok(said({ log }).length > 0);
  t.same(said({ log, declared: { ben: { paused: true } } }), ["makeTime -"]);
  t.same(said({ log: [...log, on(-60, "conflict", "ben", me)] }), ["repair ben", "makeTime -"]);
  t.end();
});

t.test("kinds that are off, and a budget of nothing, are kept", (t) => {
  const log = friend("ben", -70);
  t.same(said({ log }, 0, { ...wants, kindsOff: ["reconnect"] }), ["makeTime -"]);
  t.same(said({ log }, 0, { ...wants, weeklyBudget: 0 }), []);
  t.end();
});

const acted = (
  nudge: { kind: NudgeAction["kind"]; subject: string | null; occasion: string },
  action: NudgeAction["action"],
  n: number,
  until: number | null = null,
): NudgeAction => ({
  ...nudge,
  action,
  actedAt: day(n),
  until: until === null ? null : day(until),
});

t.test("done and dismissed end a nudge, snoozed brings it back", (t) => {
  const world = { log: [...friend("ben"), on(-3, "support", "ben", me)] };
  const [thank] = at(world, 0).nudges;
  if (!thank) throw new Error("there is no nudge");
  for (const action of ["done", "dismissed"] as const) {
    t.same(said({ ...world, actions: [acted(thank, action, 0)] }, 1), []);
  }
  const snoozed = { ...world, actions: [acted(thank, "snoozed", 0, 3)] };
  t.same(
    [1, 2.9, 3].map((n) => said(snoozed, n).length),
    [0, 0, 1],
  );
  const later = [acted(thank, "done", -2.5)];
  t.same(said({ ...world, actions: later }), []);
  const again = { log: [...world.log, on(-2, "support", "ben", me)], actions: later };
  t.same(said(again, 0), [], "the same person not twice within seven days");
  t.same(said(again, 5), ["thank ben"], "new help is a new occasion");
  t.end();
});

t.test("what is done in the very moment it opens keeps its place", (t) => {
  for (const opens of [0, 1]) {
    const world = { log: [on(opens - 1, "support", "ben", me)] };
    const [thank] = at(world, opens, { ...wants, weeklyBudget: 1 }).nudges;
    t.match(thank, { kind: "thank", subject: "ben", openAt: day(opens) });
    const actions = thank ? [acted(thank, "done", opens)] : [];
    t.same(said({ ...world, actions }, opens + 0.5), [], "no other about the same person follows");
  }
  t.end();
});

t.test("what a word to the same person holds back has its place kept", (t) => {
  const first = { log: [...friend("ben"), on(-6, "support", "ben", me)] };
  const [thank] = nudgesOf(
    factsAt(first, day(-5)),
    { at: day(-5), weekStartsAt: monday - 7 * MS_PER_DAY },
    wants,
  ).nudges;
  if (!thank) throw new Error("there is no nudge");
  const others = ["ann", "cho", "dee", "eve", "fay"];
  const more = others.flatMap((name) => [...friend(name), on(-3, "support", name, me)]);
  const log = [...first.log, on(-2, "support", "ben", me), ...more];
  const world = { log, actions: [acted(thank, "done", -5)] };
  t.equal(said(world, 0).length, 4);
  t.ok(said(world, 2).includes("thank ben"));
  t.end();
});

t.test("what comes up is known ahead, whatever the budget", (t) => {
  const world = {
    log: friend("ben", -10),
    declared: { ben: { cadenceDays: { ideal: 14, max: null } } },
  };
  const moment = { at: day(0), weekStartsAt: monday };
  const coming = upcomingNudges(factsAt(world, day(0)), moment, day(30), wants);
  t.match(coming, [{ kind: "reconnect", subject: "ben" }]);
  t.equal(coming[0]?.openAt, day(4));
  t.end();
});

const names = ["ann", "ben", "cho", "dee", "eve", "fay", "gus", "hal"];
const types = [
  "message",
  "advice",
  "introduction",
  "support",
  "thanks",
  "update",
  "conflict",
  "repair",
];
const event = (from: number, to: number): fc.Arbitrary<Interaction> =>
  fc
    .record({
      name: fc.constantFrom(...names),
      type: fc.constantFrom(...types),
      isMine: fc.boolean(),
      // Often the very moment at which it is asked and acted.
      n: fc.oneof(
        fc.integer({ min: from * 1440, max: to * 1440 }).map((minute) => minute / 1440),
        fc.integer({ min: to * 2 - 12, max: to * 2 }).map((half) => half / 2),
      ),
    })
    .map(({ name, type, isMine, n }) => on(n, type, isMine ? me : name, isMine ? name : me));
const milestone: fc.Arbitrary<NudgeMilestone> = fc
  .record({
    other: fc.constantFrom(...names),
    n: fc.integer({ min: -10, max: 20 }),
    told: fc.integer({ min: -20, max: 7 }),
  })
  .map(({ other, n, told }) => ({
    ...{ id: `${other}${n}`, other, kind: "birthday", title: null },
    ...{ startsAt: day(n), knownAt: day(told) },
  }));
const need: fc.Arbitrary<NudgeNeed> = fc
  .record({
    other: fc.constantFrom(...names),
    of: fc.constantFrom("ask" as const, "goal" as const),
    since: fc.integer({ min: -20, max: 7 }),
    isNamed: fc.boolean(),
  })
  .map(({ other, of, since, isNamed }) => ({
    ...{ id: `${of}${other}${since}`, of, other, kind: "advice", title: null, isNamed },
    ...{ since: day(since), until: null, helpedAt: null },
  }));
const cadence = fc
  .tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 9 }))
  .map(([name, ideal, more]) => [name, { cadenceDays: { ideal, max: ideal + more } }] as const);
const world = fc.record({
  declared: fc
    .array(cadence, { maxLength: 6 })
    .map((list): NonNullable<World["declared"]> => Object.fromEntries(list)),
  log: fc
    .tuple(
      fc.array(event(-250, -1), { maxLength: 120 }),
      fc.oneof(fc.array(event(0, 7), { maxLength: 5 }), fc.array(event(0, 7), { maxLength: 15 })),
    )
    .map((parts) => parts.flat()),
  milestones: fc.array(milestone, { maxLength: 4 }),
  needs: fc.array(need, { maxLength: 4 }),
});

t.test(
  "the same facts give the same nudges in the same order, however they are given",
  async () => {
    const moment = { at: day(3), weekStartsAt: monday };
    const facts = world.map((given) => factsAt(given, moment.at));
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        facts.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.record({
              ties: shuffled(given.ties),
              exchanges: shuffled(given.exchanges),
              milestones: shuffled(given.milestones),
              needs: shuffled(given.needs),
            }),
          ),
        ),
        ([given, order]) => {
          t.same(nudgesOf({ ...given, ...order }, moment, wants), nudgesOf(given, moment, wants));
        },
      ),
      { numRuns: 150 },
    );
  },
);

t.test(
  "over a week nobody is shown more than the budget, nor one person twice, and what is shown stays",
  async () => {
    const choice = fc.record({
      day: fc.integer({ min: 0, max: 13 }),
      nth: fc.nat(4),
      what: fc.constantFrom("done" as const, "dismissed" as const, "snoozed" as const),
    });
    fc.assert(
      fc.property(
        world,
        fc.integer({ min: 0, max: 7 }),
        fc.array(choice, { maxLength: 6 }),
        (given, budget, choices) => {
          const shown = new Map<string, string | null>();
          const actions: NudgeAction[] = [];
          const preferences = { ...wants, weeklyBudget: budget };
          // Of several contacts with one person in a week the hour of the first is not known.
          const met = given.log.filter(({ occurredAt }) => occurredAt >= monday);
          const others = new Set(met.map(({ from, to }) => (from === me ? to : from)));
          const isRepeated = others.size < met.length;
          for (let half = 0; half < 14; half++) {
            const known = { ...given, actions };
            const { nudges } = at(known, half / 2, preferences);
            const now = new Set(nudges.map(({ key }) => key));
            const acts = new Set(actions.map(({ kind, subject }) => `${kind} ${subject ?? "-"}`));
            for (const { key, kind, subject } of possible(known, half / 2)) {
              const isKept =
                !shown.has(key) || now.has(key) || acts.has(`${kind} ${subject ?? "-"}`);
              t.ok(isKept || isRepeated, `${key} had a place and is still there to be done`);
            }
            for (const { key, subject } of nudges) shown.set(key, subject);
            for (const { nth, what } of choices.filter(({ day }) => day === half)) {
              const nudge = nudges[nth];
              if (nudge)
                actions.push(
                  acted(nudge, what, half / 2, what === "snoozed" ? half / 2 + 2 : null),
                );
            }
          }
          const people = [...shown.values()].filter((subject) => subject !== null);
          t.ok(shown.size <= budget, `${shown.size} of ${budget}`);
          t.equal(new Set(people).size, people.length);
        },
      ),
      { numRuns: 400 },
    );
  },
);

t.test("what is shown is possible, and of a known kind, with a standing in [0, 1]", async () => {
  for (const { base, span } of Object.values(nudgeRules.places))
    t.ok(base >= 0 && base + span <= 1);
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: 13 }), (given, half) => {
      const facts = factsAt(given, day(half / 2));
      const moment = { at: day(half / 2), weekStartsAt: monday };
      const possible = new Set(possibleNudges(facts, moment, wants).map(({ key }) => key));
      for (const { key, kind } of nudgesOf(facts, moment, wants).nudges) {
        t.ok(possible.has(key));
        t.ok(nudgeKinds.includes(kind));
      }
    }),
    { numRuns: 100 },
  );
});
