import type { Kith } from "@kith/sdk";
import type { Simulation } from "../../../../../../examples/alumni-association/simulation/simulate.ts";

type Nudges = Awaited<ReturnType<Kith["nudges"]["list"]>>;

/** What everybody was shown in a week: who, on which day, what about whom. */
export interface Seen {
  person: string;
  day: number;
  kind: string;
  about: string | null;
  id: string;
}

export interface WalkedWeek {
  seen: Seen[];
  /** People who were shown more different nudges than their budget, or one person twice. */
  overBudget: string[];
  twice: string[];
}

/** Lets everybody know the birthdays that were planted: the demo holds them in its metadata. */
export async function tellBirthdays(kith: Kith, { truth }: Simulation): Promise<void> {
  for (const { person, date } of truth.upcomingBirthdays) {
    await kith.milestones.create({
      ...{ by: `ext:${person}`, kind: "birthday", date: `--${date.slice(5)}`, audience: "public" },
    });
  }
}

/** Goes through a week day by day, reads everybody's nudges, and holds them to the budget. */
export async function walkWeek(
  kith: Kith,
  people: readonly string[],
  days: readonly number[],
  advanceTo: (day: number) => Promise<void>,
): Promise<WalkedWeek> {
  const seen: Seen[] = [];
  const shown = new Map<string, { budget: number; about: Map<string, string | null> }>();
  for (const day of days) {
    await advanceTo(day);
    for (const person of people) {
      const { data, week }: Nudges = await kith.nudges.list(`ext:${person}`);
      const key = `${person} in the week of ${week.startsAt}`;
      const known = shown.get(key) ?? { budget: week.budget, about: new Map() };
      shown.set(key, known);
      for (const { id, kind, person: subject } of data) {
        const about = subject?.externalId ?? null;
        known.about.set(id, about);
        seen.push({ person, day, kind, about, id });
      }
    }
  }
  const weeks = [...shown];
  return {
    seen,
    overBudget: weeks.flatMap(([key, { budget, about }]) => (about.size > budget ? [key] : [])),
    twice: weeks.flatMap(([key, { about }]) => {
      const people = [...about.values()].filter((one) => one !== null);
      return new Set(people).size < people.length ? [key] : [];
    }),
  };
}

export interface Found {
  planted: number;
  found: number;
  controls: number;
  mistaken: number;
}

/** Of what was planted, how much was said; and how much of the controls. */
export function findings(
  { truth, interactions }: Simulation,
  { seen }: WalkedWeek,
): Record<"thank" | "reconnect" | "congratulate", Found> {
  const said = new Set(seen.map(({ person, kind, about }) => `${person} ${kind} ${about}`));
  const has = (kind: string, [one, other]: readonly [string, string]) =>
    said.has(`${one} ${kind} ${other}`);
  const either = (kind: string, [one, other]: readonly [string, string]) =>
    has(kind, [one, other]) || has(kind, [other, one]);
  const anybody = (kind: string, about: string) =>
    seen.some((nudge) => nudge.kind === kind && nudge.about === about);
  const count = <T>(planted: T[], controls: (T | null)[], finds: (item: T) => boolean): Found => {
    const there = controls.filter((item) => item !== null);
    return {
      planted: planted.length,
      found: planted.filter(finds).length,
      controls: there.length,
      mistaken: there.filter(finds).length,
    };
  };
  const byId = new Map(interactions.map((one) => [one.externalId, one]));
  const pairOfHelp = (id: string | null): [string, string] | null => {
    const help = id === null ? undefined : byId.get(id);
    return help ? [help.to[0] ?? "", help.from] : null;
  };
  const lastDay = Math.max(...seen.map(({ day }) => day));
  return {
    thank: count(
      truth.unthankedHelp.map(({ giver, receiver }): [string, string] => [receiver, giver]),
      truth.unthankedHelp.map(({ control }) => pairOfHelp(control)),
      (pair) => has("thank", pair),
    ),
    reconnect: count(
      truth.fadingStrongTies.map(({ pair }) => pair),
      truth.fadingStrongTies.map(({ control }) => control),
      (pair) => either("reconnect", pair),
    ),
    congratulate: count(
      truth.upcomingBirthdays
        .filter(({ date }) => dayOfWeek(date) <= lastDay)
        .map(({ person }) => person),
      truth.upcomingBirthdays.map(({ control }) => control),
      (person) => anybody("congratulate", person),
    ),
  };

  function dayOfWeek(date: string): number {
    const end = Math.max(...interactions.map(({ occurredAt }) => occurredAt));
    return Math.floor((Date.parse(date) - Math.floor(end / 86_400_000) * 86_400_000) / 86_400_000);
  }
}
