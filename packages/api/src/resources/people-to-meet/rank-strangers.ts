import { type PathGraph, type PathTie, type PersonToMeet, peopleToMeet } from "@kith/core";
import type { Context } from "../../context.ts";
import type { CandidateTie } from "../paths/candidate-graph.ts";
import { measureCandidates } from "../paths/measure-candidates.ts";
import { readStrongestTies } from "../paths/queries/expand.ts";
import { readPausedTies } from "../paths/queries/people.ts";
import { readPossibleIntroducers } from "../paths/read-introducers.ts";

/** How far it looks: the strongest ties of the person, and of each of those people. */
export const reach = { goBetweens: 100, tiesOfEach: 100 };

/** People two steps away, the best reached first: seven statements, whatever the size of the network. */
export async function rankStrangers(
  ctx: Context,
  person: string,
  limit: number,
): Promise<{ strangers: PersonToMeet[]; hasTies: boolean }> {
  const { tx } = ctx;
  const first = await readStrongestTies(tx, [{ people: [person], ties: reach.goBetweens }]);
  const between = first.map(({ to }) => to);
  const second = await readStrongestTies(tx, [{ people: between, ties: reach.tiesOfEach }]);
  const own = new Set(between);
  const onward = second.filter(({ to }) => to !== person && !own.has(to));
  const measured = await measureCandidates(ctx, [...first, ...onward], ctx.now);
  const [paused, introducers] = await Promise.all([
    readPausedTies(tx, [...new Set(measured.flatMap(({ from, to }) => [from, to]))]),
    readPossibleIntroducers(ctx, person, between),
  ]);
  const closed = new Set(paused.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const graph = graphOf(measured, closed, new Map(introducers.map((one) => [one.id, one])));
  return { strangers: peopleToMeet(graph, person, limit), hasTies: first.length > 0 };
}

function graphOf(
  ties: readonly CandidateTie[],
  closed: ReadonlySet<string>,
  people: ReadonlyMap<string, NonNullable<ReturnType<PathGraph["person"]>>>,
): PathGraph {
  const byPerson = new Map<string, PathTie[]>();
  for (const { from, to, p90, strained } of ties) {
    const own = byPerson.get(from) ?? [];
    byPerson.set(from, own);
    own.push({ to, probability: p90, strained, paused: closed.has(`${from} ${to}`) });
  }
  return { ties: (id) => byPerson.get(id) ?? [], person: (id) => people.get(id) };
}
