import type { Kith } from "@kith/sdk";
import {
  createRandom,
  type Random,
} from "../../../../../../examples/alumni-association/simulation/random.ts";
import type { Simulation } from "../../../../../../examples/alumni-association/simulation/simulate.ts";
import type { Planted } from "./planted.ts";
import { closestOf } from "./walk-weeks.ts";

const day = 86_400_000;
const hour = day / 24;
const iso = (at: number) => new Date(at).toISOString();

/** Something that happens while the weeks go by. */
export interface Happening {
  at: number;
  run: () => Promise<unknown>;
}

export interface Planting {
  planted: Planted[];
  happenings: Happening[];
}

interface Ground {
  kith: Kith;
  random: Random;
  /** Midnight at which the first week begins, UTC. */
  monday: number;
  /** People with friends, whom no other planting has taken. */
  take: (count: number) => string[];
  /** With whom somebody is most in contact; not somebody with whom they are at odds. */
  closest: (person: string) => Promise<string>;
  strangers: (count: number) => [string, string][];
}

/**
 * Plants what the simulation has none or few of, before the weeks and within them: birthdays, news,
 * gatherings, first meetings, help and asks. `share`: of as much as is right for 300 people.
 */
export async function plant(
  kith: Kith,
  simulation: Simulation,
  { monday, seed, share }: { monday: number; seed: number; share: number },
): Promise<Planting> {
  const ground = groundOf(kith, simulation, monday, createRandom(`nudge week ${seed}`));
  const count = (n: number) => Math.max(2, Math.round(n * share));
  const parts = [
    await plantBirthdays(ground, simulation, count(24)),
    await plantNews(ground, count(8)),
    plantGatherings(ground, count(8), Math.min(8, count(8) + 2)),
    plantMeetings(ground, count(12)),
    await plantHelp(ground, count(14)),
    await plantAsks(ground, count(10)),
  ];
  return {
    planted: parts.flatMap(({ planted }) => planted),
    happenings: parts.flatMap(({ happenings }) => happenings).sort((x, y) => x.at - y.at),
  };
}

function groundOf(
  kith: Kith,
  { people, interactions, truth }: Simulation,
  monday: number,
  random: Random,
): Ground {
  const alone = new Set(truth.isolated.map(({ person }) => person));
  const names = random.shuffle(people.map(({ externalId }) => externalId));
  const free = names.filter((name) => !alone.has(name));
  const met = new Set(
    interactions.flatMap(({ from, to }) =>
      to.flatMap((one) => [`${from} ${one}`, `${one} ${from}`]),
    ),
  );
  const strained = new Set(truth.strainedPairs.flatMap(({ pair: [x, y] }) => [x + y, y + x]));
  const take = (count: number) => free.splice(0, Math.min(count, free.length));
  return {
    ...{ kith, random, monday, take },
    closest: (person) => closestOf(kith, person, (other) => !strained.has(person + other)),
    strangers: (count) => {
      const pairs: [string, string][] = [];
      for (const one of take(count)) {
        const other = free.find((name) => !met.has(`${one} ${name}`));
        if (other === undefined) continue;
        free.splice(free.indexOf(other), 1);
        pairs.push([one, other]);
      }
      return pairs;
    },
  };
}

/** Those of the simulation, and others on every day of ten; their closest is to hear of it by the day. */
async function plantBirthdays(
  { kith, monday, take, closest }: Ground,
  { truth }: Simulation,
  count: number,
): Promise<Planting> {
  const known = truth.upcomingBirthdays.map(
    ({ person, date }) => [person, Date.parse(date)] as const,
  );
  const own = new Set(known.map(([person]) => person));
  const more = take(count).filter((person) => !own.has(person));
  const dated = more.map((person, i) => [person, monday + (i % 10) * day] as const);
  const planted: Planted[] = [];
  for (const [person, date] of [...known, ...dated]) {
    const text = `--${iso(date).slice(5, 10)}`;
    await kith.milestones.create({
      ...{ by: `ext:${person}`, kind: "birthday", date: text, audience: "public" },
    });
    if (date >= monday + 10 * day || date < monday) continue;
    planted.push({
      ...{ what: "birthdays", kind: "congratulate", sides: [[await closest(person), person]] },
      ...{ from: date - 2 * day, inTime: { by: date + day } },
    });
  }
  return { planted, happenings: [] };
}

/** One occasion for each of some people, and what makes it happen. */
async function plantEach(
  people: readonly string[],
  make: (person: string, nth: number) => Promise<{ occasion: Planted; happening: Happening }>,
): Promise<Planting> {
  const planting: Planting = { planted: [], happenings: [] };
  for (const [nth, person] of people.entries()) {
    const { occasion, happening } = await make(person, nth);
    planting.planted.push(occasion);
    planting.happenings.push(happening);
  }
  return planting;
}

/** Told on the Wednesday, when the week's places are given away: within the week that it lasts. */
function plantNews({ kith, monday, take, closest }: Ground, count: number): Promise<Planting> {
  const at = monday + 2 * day + 8 * hour;
  return plantEach(take(count), async (person) => {
    const news = { by: `ext:${person}`, kind: "newJob", date: iso(at).slice(0, 10) };
    return {
      occasion: {
        ...{ what: "news told within the week", kind: "congratulate" },
        ...{ sides: [[await closest(person), person]], from: at, inTime: { by: at + 7 * day } },
      },
      happening: { at, run: () => kith.milestones.create({ ...news, audience: "public" }) },
    };
  });
}

/** Half of them before the week: everybody who came is to hear whom to write to, within a fortnight. */
function plantGatherings({ kith, monday, take }: Ground, count: number, size: number): Planting {
  const planted: Planted[] = [];
  const happenings = Array.from({ length: count }, (_, i): Happening => {
    const came = take(size);
    const startsAt = monday + (i - Math.ceil(count / 2)) * day + 17 * hour;
    const endsAt = startsAt + 3 * hour;
    const title = `Evening ${i + 1}`;
    for (const person of came) {
      planted.push({
        ...{ what: "gatherings", kind: "followUp", gathering: title },
        ...{ sides: [[person, ""]], from: endsAt + day, inTime: { by: endsAt + 14 * day } },
      });
    }
    const run = async () => {
      const kind = "meetup";
      const dates = { startsAt: iso(startsAt), endsAt: iso(endsAt) };
      const { id } = await kith.gatherings.create({ title, kind, ...dates });
      for (const person of came) {
        await kith.gatherings.setAttendee(id, `ext:${person}`, { response: "attended" });
      }
      for (const one of planted) if (one.gathering === title) Object.assign(one, { gathering: id });
    };
    return { at: endsAt + hour, run };
  });
  return { planted, happenings };
}

/** Strangers who meet on the day before and within the week: who was met is to hear of it. */
function plantMeetings({ kith, monday, strangers }: Ground, count: number): Planting {
  const pairs = strangers(count);
  const met = pairs.map(([one, other], i) => ({ one, other, at: monday + ((i % 5) - 1) * day }));
  return {
    planted: met.map(({ one, other, at }) => ({
      ...{ what: "first meetings", kind: "followUp", sides: [[other, one]] },
      ...{ from: at + day, inTime: { by: at + 14 * day } },
    })),
    happenings: met.map(({ one, other, at }) => ({
      at: at + 11 * hour,
      run: () => happen(kith, "meeting", one, other, at + 10 * hour),
    })),
  };
}

/** Help among friends within the week. */
function plantHelp({ kith, monday, take, closest }: Ground, count: number): Promise<Planting> {
  return plantEach(take(count), async (receiver, nth) => {
    const giver = await closest(receiver);
    const at = monday + (nth % 5) * day + 9 * hour;
    return {
      occasion: {
        ...{ what: "help within the week", kind: "thank", sides: [[receiver, giver]] },
        ...{ from: at + day, inTime: "week" },
      },
      happening: { at, run: () => happen(kith, "advice", giver, receiver, at) },
    };
  });
}

/** Asks that name a friend. */
function plantAsks({ kith, monday, take, closest }: Ground, count: number): Promise<Planting> {
  return plantEach(take(count), async (person) => {
    const friend = await closest(person);
    const audience = { to: "people" as const, people: [`ext:${friend}`] };
    const ask = { by: `ext:${person}`, title: "May I ask you something?", audience };
    return {
      occasion: {
        ...{ what: "asks of a friend", kind: "answerAsk", sides: [[friend, person]] },
        ...{ from: monday, inTime: "week" },
      },
      happening: { at: monday - 10 * hour, run: () => kith.asks.create(ask) },
    };
  });
}

const happen = (kith: Kith, type: string, from: string, to: string, at: number) =>
  kith.interactions.create({
    ...{ type, from: `ext:${from}`, to: [`ext:${to}`], occurredAt: iso(at) },
  });
