import { MS_PER_DAY } from "@kith/core";
import type { Planted } from "./planted.ts";
import type { Seen, Walked, Week } from "./walk-weeks.ts";

/** Of what was planted: how much was said in time, and gone for good once it was done. */
export interface Judged {
  planted: number;
  /** Said by its date, or in the week in which it came. */
  atOnce: number;
  /** Said in a later week, as all places of those before, or the one of this person, were taken. */
  waited: number;
  /** Neither, and why. */
  missed: string[];
  /** Of those that were said. */
  removed: number;
}

export function judge(planted: readonly Planted[], walked: Walked): Record<string, Judged> {
  const result: Record<string, Judged> = {};
  for (const one of planted) {
    const judged = result[one.what] ?? { ...none, missed: [] };
    result[one.what] = judged;
    const told = walked.seen.filter((seen) => isAbout(seen, one));
    // Who tells what came of it thanks as well: then there is nothing left to thank for.
    const news = { ...one, kind: "reportBack" };
    const isThanked = told.length === 0 && one.kind === "thank";
    const hits = isThanked ? walked.seen.filter((seen) => isAbout(seen, news)) : told;
    judged.planted++;
    const verdict = verdictOn(one, hits, walked.weeks);
    if (verdict === "atOnce" || verdict === "waited") judged[verdict]++;
    else judged.missed.push(`${nameOf(one)}: ${verdict}`);
    if (hits.length > 0 && hits.every(({ cameBack }) => !cameBack)) judged.removed++;
  }
  return result;
}

const none = { planted: 0, atOnce: 0, waited: 0, removed: 0 };

/** Whether one was said up to a moment: of controls, before the weeks brought reasons of their own. */
export const isSaid = (planted: Planted, { seen }: Walked, until: number): boolean =>
  seen.some((one) => one.at <= until && isAbout(one, planted));

const isAbout = (seen: Seen, { kind, sides, gathering, from }: Planted): boolean =>
  seen.kind === kind &&
  seen.at >= from &&
  sides.some(
    ([person, about]) =>
      seen.person === person &&
      (gathering === undefined ? seen.about === about : seen.aboutId === gathering),
  );

function verdictOn({ inTime, sides, from }: Planted, hits: Seen[], weeks: readonly Week[]): string {
  const first = Math.min(...hits.map(({ at }) => at));
  const said = first === Infinity ? "never said" : `said on ${new Date(first).toISOString()}`;
  if (typeof inTime === "object") return first <= inTime.by ? "atOnce" : said;
  const before = weeks.flatMap((week) => {
    const endsAt = week.startsAt + 7 * MS_PER_DAY;
    const side = sides.find(([person]) => person === week.person);
    return side && endsAt > from && endsAt <= first ? [{ ...week, about: side[1] }] : [];
  });
  if (before.length === 0) return "atOnce";
  if (inTime === "soon" || first === Infinity) return said;
  // Nobody is the subject of two in a week.
  const free = before.find(
    ({ left, shown, about }) => left > 0 && ![...shown.values()].includes(about),
  );
  return free ? `${said}, though ${free.person} had a place left before` : "waited";
}

const nameOf = ({ kind, sides, gathering }: Planted): string =>
  `${kind} ${sides.map(([person, about]) => `${person} > ${gathering ?? about}`).join(" or ")}`;

/** Weeks that broke a promise: of the budget, of nobody twice, of when a week begins. */
export function brokenPromises({ weeks }: Walked, zoneOf: (person: string) => string): string[] {
  return weeks.flatMap((week) => {
    const { person, startsAt, budget, shown } = week;
    const people = [...shown.values()].filter((one) => one !== null);
    const name = `${person}, week of ${new Date(startsAt).toISOString()}`;
    return [
      ...(shown.size > budget ? [`${name}: ${shown.size} nudges of ${budget}`] : []),
      ...(new Set(people).size < people.length ? [`${name}: somebody twice`] : []),
      ...(isMondayMidnight(startsAt, zoneOf(person)) ? [] : [`${name}: does not begin on Monday`]),
    ];
  });
}

function isMondayMidnight(at: number, timeZone: string): boolean {
  const format = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, weekday: "short", hourCycle: "h23", hour: "2-digit", minute: "2-digit" },
  });
  return format.format(at).replace(/,? /, " ") === "Mon 00:00";
}
