import { commonGround, type PathGraph, type PathPerson, type PathTie } from "@kith/core";
import type { Context } from "../../context.ts";
import { readTiesFrom } from "../network/queries.ts";
import { measureTies } from "../network/read-ego.ts";
import { readIntroducers, readPausedTies } from "../paths/queries/people.ts";
import type { MeasuredTie } from "../ties/get-tie.ts";

/** Of how many contacts the ties are looked at, and how many of each. */
const reads = { contacts: 150, perContact: 500, degree: 1_000 };

export interface SharedContacts {
  /** How warmly others join the two. */
  warmth: number;
  /** In touch with both and open to introduce, the best first. */
  through: string[];
  /** Whether one of the two put their own tie to rest. */
  paused: boolean;
}

/** Through whom a person is joined with each of some others: four statements, whatever their number. */
export async function sharedContacts(
  ctx: Context,
  person: string,
  ties: readonly MeasuredTie[],
  others: readonly string[],
): Promise<Map<string, SharedContacts>> {
  const { tx } = ctx;
  const own = ties.slice(0, reads.contacts).filter(({ measures }) => isInUse(measures.band));
  const contacts = own.map(({ to }) => to);
  const links = await measureTies(ctx, await readTiesFrom(tx, contacts, reads.perContact, others));
  const paused = new Set(
    (await readPausedTies(tx, [person, ...contacts, ...others])).map(({ from, to }) =>
      pairKey(from, to),
    ),
  );
  const introducers = new Map(
    (await readIntroducers(tx, { requester: person, ids: contacts, most: reads.degree })).map(
      (one) => [one.id, one],
    ),
  );
  const graph = graphOf(person, own, links, paused, introducers);
  const linksOf = Map.groupBy(links, ({ b }) => b);
  return new Map(
    others.map((other) => {
      const through = (linksOf.get(other) ?? [])
        .filter(({ a, b, band }) => isInUse(band) && !paused.has(pairKey(a, b)))
        .filter(({ a }) => introducers.get(a)?.openToIntroduce && !paused.has(pairKey(person, a)))
        .sort((x, y) => y.p90 - x.p90 || (x.a < y.a ? -1 : 1))
        .map(({ a }) => a);
      const warmth = commonGround(graph, person, other);
      return [other, { warmth, through, paused: paused.has(pairKey(person, other)) }];
    }),
  );
}

const isInUse = (band: string) => band === "core" || band === "active";
const pairKey = (one: string, other: string) =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

function graphOf(
  person: string,
  own: readonly MeasuredTie[],
  links: readonly { a: string; b: string; p90: number }[],
  paused: ReadonlySet<string>,
  introducers: ReadonlyMap<string, PathPerson>,
): PathGraph {
  const adjacency = new Map<string, PathTie[]>();
  const add = (from: string, tie: PathTie) => {
    const known = adjacency.get(from) ?? [];
    adjacency.set(from, known);
    known.push(tie);
  };
  for (const { to, measures } of own) {
    const probability = measures.contactProbability.days90 ?? 0;
    const { strained } = measures;
    add(person, { to, probability, strained, paused: paused.has(pairKey(person, to)) });
  }
  for (const { a, b, p90 } of links) {
    add(b, { to: a, probability: p90, paused: paused.has(pairKey(a, b)) });
  }
  return {
    ties: (id) => adjacency.get(id) ?? [],
    person: (id) => introducers.get(id),
  };
}
