import { DAY_MS, dateOf, monthDayOf } from "./calendar.ts";
import { matchControls } from "./controls.ts";
import type { Group } from "./friendships.ts";
import type { Interaction } from "./journal.ts";
import type { Mentorship } from "./mentoring.ts";
import { overloadFrom } from "./overload.ts";
import type { Pair, PlantedPairs } from "./planting.ts";
import { type Tally, tallyOf } from "./tally.ts";
import { pairKey } from "./tie-book.ts";
import type { Truth } from "./truth.ts";
import type { Member, Part, World } from "./world.ts";

export interface Planted {
  groups: Group[];
  pairs: PlantedPairs;
  neglectedSince: Map<string, number>;
  mentorships: Mentorship[];
  helps: Interaction[];
}

/** Writes down what was planted, each with a control matched on the finished interactions. */
export function revealTruth(world: World, planted: Planted, interactions: Interaction[]): Truth {
  const tally = tallyOf(interactions);
  return {
    ...peopleTruth(world, planted, tally),
    ...pairTruth(world, planted.pairs, tally),
    mentorPairs: mentorTruth(world, planted.mentorships),
    unthankedHelp: helpTruth(world, planted.helps, interactions),
    upcomingBirthdays: birthdayTruth(world),
  };
}

function peopleTruth(world: World, { groups, neglectedSince }: Planted, tally: Tally) {
  const { start, end } = world.calendar;
  const cast = (part: Part) => world.members.filter((member) => member.part === part);
  const ordinary = cast("neglected").length > 0 ? world.members.filter((m) => m.part === null) : [];
  const matched = <R>(
    part: Part,
    candidates: Member[],
    distance: (member: Member, candidate: Member) => number,
    describe: (member: Member, control: string | null) => R,
  ): R[] => {
    const people = cast(part);
    const controls = matchControls(people, candidates, distance);
    return people.map((member, i) => describe(member, controls[i]?.id ?? null));
  };
  const overloadedSince = overloadFrom(world) * DAY_MS;
  const since = (member: Member) => neglectedSince.get(member.id) ?? end;
  const stillReached = ordinary.filter((m) => tally.received(m.id, end - 60 * DAY_MS, end) >= 5);
  const inGroups = (member: Member) => groups.filter((group) => group.members.includes(member));

  return {
    neglected: matched(
      "neglected",
      stillReached,
      (m, c) =>
        Math.abs(tally.received(m.id, start, since(m)) - tally.received(c.id, start, since(m))),
      (m, control) => ({ person: m.id, since: since(m), control }),
    ),
    overloaded: matched(
      "overloaded",
      ordinary,
      (m, c) =>
        Math.abs(
          tally.received(m.id, start, overloadedSince) -
            tally.received(c.id, start, overloadedSince),
        ),
      (m, control) => ({ person: m.id, since: overloadedSince, control }),
    ),
    isolated: matched(
      "isolated",
      ordinary.filter((m) => tally.alters(m.id) >= 8),
      (m, c) =>
        Math.abs(m.graduated - c.graduated) +
        (m.department === c.department ? 0 : 3) +
        (m.city === c.city ? 0 : 2),
      (m, control) => ({ person: m.id, control }),
    ),
    brokers: matched(
      "broker",
      ordinary.filter((m) => inGroups(m).length === 1),
      (m, c) => Math.abs(tally.alters(m.id) - tally.alters(c.id)),
      (m, control) => ({
        person: m.id,
        groups: inGroups(m).map(({ members }) =>
          members.map((x) => x.id).filter((x) => x !== m.id),
        ),
        control,
      }),
    ),
  };
}

function pairTruth({ calendar }: World, pairs: PlantedPairs, tally: Tally) {
  const { fading, dormant, steady, strained, repaired } = pairs;
  const silent = [...fading, ...dormant];
  const alive = steady.filter((pair) => tally.lastContactAt(pair) > calendar.end - 30 * DAY_MS);
  const controls = matchControls(silent, alive, ({ pair, since }, candidate) =>
    Math.abs(tally.contactDays(pair, since) - tally.contactDays(candidate, since)),
  );
  const stories = silent.map((story, i) => ({ ...story, control: controls[i] ?? null }));
  const madeUp = matchControls(strained, repaired, (x, y) => Math.abs(x.conflictAt - y.conflictAt));
  return {
    fadingStrongTies: stories.slice(0, fading.length),
    dormantStrongTies: stories.slice(fading.length),
    strainedPairs: strained.map((s, i) => ({ ...s, control: madeUp[i]?.pair ?? null })),
  };
}

function mentorTruth({ ties, calendar }: World, mentorships: Mentorship[]): Truth["mentorPairs"] {
  const mentored = new Set(mentorships.map(({ mentor, mentee }) => pairKey(mentor, mentee)));
  const colleagues = ties
    .all()
    .filter((tie) => tie.kinds.has("manager") && !mentored.has(pairKey(tie.a, tie.b)));
  const controls = matchControls(
    mentorships,
    colleagues,
    (m, tie) => Math.abs(m.from - tie.from) + Math.abs(m.to - tie.to),
  );
  return mentorships.map(({ mentor, mentee, cadenceDays, from, to }, i) => {
    const control = controls[i];
    const pair: Pair | null = control ? [control.a, control.b] : null;
    const span = { from: from * DAY_MS, to: (to + 1) * DAY_MS };
    const ongoing = to === calendar.lastDay;
    return { mentor, mentee, cadenceDays, ...span, ongoing, control: pair };
  });
}

const UNTHANKED_AFTER_DAYS = 14;
const UNTHANKED_WITHIN_DAYS = 120;

function helpTruth({ calendar }: World, helps: Interaction[], interactions: Interaction[]) {
  // Any later thanks or news counts as an answer, also to an earlier help.
  const answeredAt = new Map<string, number>();
  for (const { type, from, to, occurredAt } of interactions) {
    if (type !== "thanks" && type !== "update") continue;
    for (const recipient of to) answeredAt.set(`${from}>${recipient}`, occurredAt);
  }
  const recent = helps.filter(
    ({ occurredAt }) =>
      occurredAt <= calendar.end - UNTHANKED_AFTER_DAYS * DAY_MS &&
      occurredAt >= calendar.end - UNTHANKED_WITHIN_DAYS * DAY_MS,
  );
  const answered = ({ from, to, occurredAt }: Interaction) =>
    (answeredAt.get(`${to[0]}>${from}`) ?? Number.NEGATIVE_INFINITY) >= occurredAt;
  const unthanked = recent.filter((help) => !answered(help));
  const controls = matchControls(
    unthanked,
    recent.filter(answered),
    (x, y) => Math.abs(x.occurredAt - y.occurredAt) + (x.type === y.type ? 0 : 10 * DAY_MS),
  );
  return unthanked.map(({ externalId, from, to: [receiver = ""] }, i) => ({
    interaction: externalId,
    giver: from,
    receiver,
    control: controls[i]?.externalId ?? null,
  }));
}

function birthdayTruth({ members, calendar }: World): Truth["upcomingBirthdays"] {
  const ahead = (from: number, days: number) =>
    new Map(Array.from({ length: days }, (_, i) => [monthDayOf(from + i), dateOf(from + i)]));
  const today = Math.floor(calendar.end / DAY_MS);
  const soon = ahead(today, 14);
  const far = ahead(today + 90, 180);
  const due = members.filter((member) => soon.has(member.birthday) && member.part === null);
  const others = members.filter((member) => far.has(member.birthday) && member.part === null);
  const controls = matchControls(due, others, (x, y) => Math.abs(x.graduated - y.graduated));
  return due.map(({ id, birthday }, i) => ({
    person: id,
    date: soon.get(birthday) ?? "",
    control: controls[i]?.id ?? null,
  }));
}
