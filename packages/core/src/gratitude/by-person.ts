import type { Instant } from "../instant.ts";
import { type Courtesy, type CourtesyKind, courtesyKinds } from "./courtesies.ts";

/** The courtesies of one kind towards one person, as one word to say. */
export interface CourtesyToPerson {
  readonly kind: CourtesyKind;
  readonly to: string;
  /** The types of what it answers, latest first, each once. */
  readonly types: readonly string[];
  /** The latest of what it answers. A later one makes a new occasion. */
  readonly latest: Courtesy;
  /** Until when it comes naturally: of the one that lasts longest. */
  readonly untilAt: Instant;
}

/** Courtesies put together by person and kind: one word answers all. Ordered by what came last. */
export function courtesiesByPerson(courtesies: Iterable<Courtesy>): CourtesyToPerson[] {
  const groups = new Map<string, Courtesy[]>();
  for (const courtesy of courtesies) {
    const key = `${courtesy.kind} ${courtesy.to}`;
    const group = groups.get(key);
    if (group) group.push(courtesy);
    else groups.set(key, [courtesy]);
  }
  return [...groups.values()].map(together).sort(latestFirst);
}

function together(group: readonly Courtesy[]): CourtesyToPerson {
  const newest = [...group].sort(
    (x, y) => y.occurredAt - x.occurredAt || (x.type < y.type ? -1 : 1),
  );
  const latest = newest[0] as Courtesy;
  return {
    kind: latest.kind,
    to: latest.to,
    types: [...new Set(newest.map(({ type }) => type))],
    latest,
    untilAt: Math.max(...group.map(({ untilAt }) => untilAt)),
  };
}

const latestFirst = (x: CourtesyToPerson, y: CourtesyToPerson): number =>
  y.latest.occurredAt - x.latest.occurredAt ||
  (x.to < y.to ? -1 : x.to > y.to ? 1 : 0) ||
  courtesyKinds.indexOf(x.kind) - courtesyKinds.indexOf(y.kind);
