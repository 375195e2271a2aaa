import {
  band,
  contactProbability,
  emptyEvidence,
  helpReciprocity,
  introducerWillingness,
  type PathPerson,
  pairOf,
  rebuildPair,
  strength,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { viewOf } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readCondensedLogs } from "../ties/queries/log.ts";
import { type CandidateTie, prune } from "./candidate-graph.ts";
import { fanOut } from "./fan-out.ts";
import { type IndexedTie, readLinkingTies, readStrongestTies } from "./queries/expand.ts";
import { readHelp, readIntroducers, readPausedTies } from "./queries/people.ts";

/** The part of the network in which one search looks for its paths. */
export interface Candidates {
  ties: CandidateTie[];
  introducers: (PathPerson & { id: string })[];
  /** Ties that the requester put to rest. Those that others did are closed without a word. */
  pausedByRequester: ReadonlySet<string>;
}

/**
 * Reads the candidates from both ends towards each other: five statements, or six when there is
 * evidence dated ahead of the clock, whatever the size of the network (see fan-out).
 */
export async function findCandidates(
  ctx: Context,
  from: string,
  targets: ReadonlySet<string>,
  maxIntroducers: number,
): Promise<Candidates> {
  const { tx } = ctx;
  const indexed = await readTies(ctx, from, targets, maxIntroducers);
  const measured = await measure(ctx, distinctPairs(await findable(ctx, indexed)));
  const { ties, between } = prune(measured, from, targets, {
    hops: maxIntroducers + 1,
    most: fanOut.introducers,
  });
  const people = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const paused = await readPausedTies(tx, people);
  const closing = paused.filter((tie) => !isHiddenPause(ctx, tie, targets));
  const closed = new Set(closing.map(({ from, to }) => pairKey(from, to)));
  const introducers = await readIntroducers(tx, between, fanOut.degree);
  const help = await readHelp(tx, from, between);
  return {
    ties: ties.map((tie) => ({ ...tie, paused: closed.has(pairKey(tie.from, tie.to)) })),
    introducers: introducers.map(({ id, openToIntroduce, degree }) => {
      const flow = help.get(id);
      const reciprocity = flow ? helpReciprocity({ ...emptyEvidence, ...flow }) : null;
      const facts = { openToIntroduce, reciprocity };
      return { id, degree, openToIntroduce, willingness: introducerWillingness(facts), facts };
    }),
    pausedByRequester: ownPauses(from, paused),
  };
}

async function readTies(
  { tx }: Context,
  from: string,
  targets: ReadonlySet<string>,
  maxIntroducers: number,
): Promise<IndexedTie[]> {
  const all = [...targets];
  const perTarget = Math.ceil(fanOut.allTargets / Math.max(1, all.length));
  const outer = await readStrongestTies(tx, [
    { people: [from], ties: fanOut.requester },
    { people: all, ties: Math.min(fanOut.target, perTarget) },
  ]);
  const near = outer.flatMap((tie) => (tie.from === from && !targets.has(tie.to) ? [tie.to] : []));
  const far = outer.flatMap((tie) => (tie.from !== from && tie.to !== from ? [tie.to] : []));
  const between = new Set(maxIntroducers > 1 ? far.filter((person) => !targets.has(person)) : []);
  const linking = await readLinkingTies(tx, {
    near: { people: near, ties: fanOut.introducer },
    far: { people: [...between], ties: fanOut.introducer },
    targets: all,
    middle: maxIntroducers > 2 ? fanOut.middle : 0,
  });
  return [...outer, ...linking];
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

/** Strength and chance of contact now; evidence dated ahead of now is rebuilt up to now. */
async function measure(ctx: Context, ties: readonly IndexedTie[]): Promise<CandidateTie[]> {
  const ahead = ties.filter(({ lastContactAt }) => lastContactAt > ctx.now);
  const pairs = ahead.map(({ from, to }) => pairOf(from, to));
  const logs = await readCondensedLogs(ctx.tx, pairs, ctx.now);
  const { constants: model } = modelOf(ctx.tenant);
  const rebuilt = new Map(
    ahead.map((tie, index) => [tie, rebuildPair(logs[index] ?? [], model)] as const),
  );
  return ties.flatMap((tie) => {
    const { log2Weight, lastContactAt } = tie;
    // The index holds what these two measures read; there was at least one contact day.
    const evidence = rebuilt.get(tie) ?? {
      ...emptyEvidence,
      contactDays: 1,
      log2Weight,
      lastContactAt,
    };
    const { lastContactAt: last } = evidence;
    const built = strength(evidence, ctx.now, model);
    const p90 = contactProbability(evidence, ctx.now, 90, model);
    if (built === null || p90 === null || last === null) return [];
    const measured = { strength: built, p90, band: band(evidence, ctx.now, model) };
    return [{ ...tie, ...measured, lastContactAt: last, paused: false }];
  });
}

function ownPauses(from: string, paused: readonly { from: string; to: string }[]): Set<string> {
  const byOthers = new Set(paused.filter((tie) => tie.to === from).map((tie) => tie.from));
  return new Set(
    paused.flatMap((tie) => (tie.from === from && !byOthers.has(tie.to) ? [tie.to] : [])),
  );
}
