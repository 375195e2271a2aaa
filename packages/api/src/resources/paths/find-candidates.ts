import type { PathPerson } from "@kith/core";
import type { Context } from "../../context.ts";
import { viewOf } from "../frames/view.ts";
import { type CandidateTie, prune } from "./candidate-graph.ts";
import { fanOut } from "./fan-out.ts";
import { measureCandidates } from "./measure-candidates.ts";
import type { IndexedTie } from "./queries/expand.ts";
import { readPausedTies } from "./queries/people.ts";
import type { Chains, Ends } from "./read-ends.ts";
import { readPossibleIntroducers } from "./read-introducers.ts";

/** The part of the network in which one search looks for its paths. */
export interface Candidates {
  ties: CandidateTie[];
  introducers: (PathPerson & { id: string })[];
  /** Ties that the requester put to rest. Those that others did are closed without a word. */
  pausedByRequester: ReadonlySet<string>;
}

/**
 * Measures what lies between the two ends: a fixed number of statements, whatever the size of the
 * network (see fan-out). Evidence is of the moment asked for; pauses, openness and who has room for
 * an introduction are of today.
 */
export async function findCandidates(
  ctx: Context,
  { from, targets, chains }: Ends & { chains: Chains },
  maxIntroducers: number,
  at: number,
): Promise<Candidates> {
  const { tx } = ctx;
  const indexed = distinctPairs(await chains.read(maxIntroducers));
  const measured = await measureCandidates(ctx, await findable(ctx, indexed), at);
  const { ties, between } = prune(measured, from, targets, {
    hops: maxIntroducers + 1,
    most: fanOut.introducers,
  });
  const people = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const [paused, introducers] = await Promise.all([
    readPausedTies(tx, people),
    readPossibleIntroducers(ctx, from, between),
  ]);
  const closing = paused.filter((tie) => !isHiddenPause(ctx, tie, targets));
  const closed = new Set(closing.map(({ from, to }) => pairKey(from, to)));
  return {
    ties: ties.map((tie) => ({ ...tie, paused: closed.has(pairKey(tie.from, tie.to)) })),
    introducers,
    pausedByRequester: ownPauses(from, paused),
  };
}

/** Without the ties of people whom who asks can't find. */
async function findable(ctx: Context, ties: readonly IndexedTie[]): Promise<IndexedTie[]> {
  const view = await viewOf(
    ctx,
    ties.flatMap(({ from, to }) => [from, to]),
  );
  return ties.filter(({ from, to }) => view.finds(from) && view.finds(to));
}

/**
 * That the one asked for put the tie with the member to rest must not show: the member knows their
 * own tie, so the lack of a direct path would tell.
 */
const isHiddenPause = (
  { actor }: Context,
  tie: { from: string; to: string },
  targets: ReadonlySet<string>,
): boolean => actor.kind === "member" && tie.to === actor.personId && targets.has(tie.from);

const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

function distinctPairs(ties: readonly IndexedTie[]): IndexedTie[] {
  return [...new Map(ties.map((tie) => [pairKey(tie.from, tie.to), tie])).values()];
}

function ownPauses(from: string, paused: readonly { from: string; to: string }[]): Set<string> {
  const byOthers = new Set(paused.filter((tie) => tie.to === from).map((tie) => tie.from));
  return new Set(
    paused.flatMap((tie) => (tie.from === from && !byOthers.has(tie.to) ? [tie.to] : [])),
  );
}
