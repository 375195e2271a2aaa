import type { Kith } from "@kith/sdk";
import type { Happening } from "./plant.ts";

type Nudges = Awaited<ReturnType<Kith["nudges"]["list"]>>;
type Nudge = Nudges["data"][number];

/** A nudge as somebody was shown it for the first time, and did what it says. */
export interface Seen {
  readonly person: string;
  readonly id: string;
  readonly kind: string;
  readonly about: string | null;
  readonly aboutId: string | null;
  readonly at: number;
  /** Still there once it was done, or there again on a later day. */
  cameBack: boolean;
}

/** One week of one person. */
export interface Week {
  readonly person: string;
  readonly startsAt: number;
  readonly budget: number;
  /** Different nudges, and whom they were about. */
  readonly shown: Map<string, string | null>;
  /** How many more might have come, when it was last read. */
  left: number;
}

export interface Walked {
  readonly seen: readonly Seen[];
  readonly weeks: readonly Week[];
}

export interface Walk {
  readonly people: readonly string[];
  /** The moments at which everybody looks. */
  readonly moments: readonly number[];
  readonly happenings: readonly Happening[];
  readonly advanceTo: (at: number) => Promise<void>;
}

/**
 * Everybody looks at their nudges at each of the moments, and then does all that they were shown:
 * two in three record what they did, the third says that it is done.
 */
export async function walkWeeks(kith: Kith, walk: Walk): Promise<Walked> {
  const seen = new Map<string, Seen>();
  const weeks = new Map<string, Week>();
  const left = [...walk.happenings];
  let turn = 0;
  for (const at of walk.moments) {
    while (left[0] && left[0].at <= at) {
      const [happening] = left.splice(0, 1);
      await walk.advanceTo(happening?.at ?? at);
      await happening?.run();
    }
    await walk.advanceTo(at);
    const shown = new Map<string, Nudge[]>();
    for (const person of walk.people) {
      const nudges = await kith.nudges.list(`ext:${person}`);
      if (nudges.data.length > 0) shown.set(person, nudges.data);
      noteWeek(weeks, person, nudges);
      for (const nudge of nudges.data) noteSeen(seen, person, nudge, at);
    }
    // They act some time after they looked.
    const actedAt = at + 5 * 60_000;
    await walk.advanceTo(actedAt);
    for (const [person, nudges] of shown) {
      // What somebody else did in the meantime may have settled it.
      const { data: there } = await kith.nudges.list(`ext:${person}`);
      const open = nudges.filter(({ id }) => there.some((one) => one.id === id));
      for (const nudge of open) {
        await act(kith, { person, nudge, at: actedAt, turn });
        if (nudge.kind !== "makeTime") turn++;
      }
      const { data: after } = await kith.nudges.list(`ext:${person}`);
      for (const { id } of after) {
        const one = seen.get(id);
        if (one && nudges.some((nudge) => nudge.id === id)) one.cameBack = true;
      }
    }
  }
  return { seen: [...seen.values()], weeks: [...weeks.values()] };
}

function noteWeek(weeks: Map<string, Week>, person: string, { week, data }: Nudges): void {
  const key = `${person} ${week.startsAt}`;
  const { budget, left } = week;
  const startsAt = Date.parse(week.startsAt);
  const known = weeks.get(key) ?? { person, startsAt, budget, shown: new Map(), left };
  for (const { id, person: about } of data) known.shown.set(id, about?.externalId ?? null);
  known.left = left;
  weeks.set(key, known);
}

function noteSeen(seen: Map<string, Seen>, person: string, nudge: Nudge, at: number): void {
  const { id, kind } = nudge;
  const known = seen.get(id);
  // Everything is done on the day on which it is shown.
  if (known) known.cameBack = true;
  const about = nudge.person?.externalId ?? null;
  const aboutId = nudge.about?.id ?? null;
  if (!known) seen.set(id, { person, id, kind, about, aboutId, at, cameBack: false });
}

const answers: Partial<Record<string, string>> = {
  thank: "thanks",
  reportBack: "update",
  repair: "repair",
  congratulate: "congratulation",
  answerAsk: "advice",
  offerHelp: "advice",
  giveFirst: "knowledge",
  followUp: "message",
  reconnect: "message",
};

/** `turn`: how many acts there were before. */
async function act(
  kith: Kith,
  { person, nudge, at, turn }: { person: string; nudge: Nudge; at: number; turn: number },
): Promise<void> {
  const by = `ext:${person}`;
  const type = answers[nudge.kind] ?? "message";
  if (nudge.kind !== "makeTime" && turn % 3 === 2) {
    await kith.nudges.done(nudge.id, { by });
    return;
  }
  const about = nudge.person?.externalId ?? (await closestOf(kith, person));
  const occurredAt = new Date(at).toISOString();
  await kith.interactions.create({ type, from: by, to: [`ext:${about}`], occurredAt });
}

/** With whom somebody is most in contact. */
export async function closestOf(
  kith: Kith,
  person: string,
  fits: (other: string) => boolean = () => true,
): Promise<string> {
  for await (const { person: other, strength } of kith.ties.list(`ext:${person}`)) {
    const name = other.externalId ?? "";
    if (strength !== null && fits(name)) return name;
  }
  throw new Error(`${person} knows nobody`);
}
