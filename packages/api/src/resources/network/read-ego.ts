import {
  type Band,
  bandOf,
  contactProbability,
  emptyEvidence,
  pairOf,
  rebuildPair,
  strength,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { modelOf } from "../model/tenant-model.ts";
import type { MeasuredTie } from "../ties/get-tie.ts";
import { measureRows } from "../ties/list-ties.ts";
import { readTies } from "../ties/queries/list.ts";
import { readCondensedLogs } from "../ties/queries/log.ts";
import { readTiesAmong, readTiesFrom, type TieOfOthers } from "./queries.ts";

/** A tie that is nobody's own in this answer: what the index alone says of it. */
export interface TieBetween {
  a: string;
  b: string;
  strength: number;
  /** Chance of contact within 90 days. */
  p90: number;
  band: Band;
}

/** A person with everybody they have a tie with, and the ties among those. */
export interface EgoNetwork {
  ego: string;
  /** Measured from the person's side, the strongest first. */
  alters: MeasuredTie[];
  among: TieBetween[];
  /** Whether there are no more alters than these. */
  isComplete: boolean;
}

const reads = {
  /** Ties of one alter that are looked at, and ties among alters that are answered. */
  perAlter: 500,
  among: 20_000,
  /** Alters, and ties of each, that are followed to people beyond. */
  followed: 150,
  perFollowed: 30,
};

// Above what "nothing was ever recorded" is stored as: ties that are declared or friction alone.
const anyWeight = -1e300;

/**
 * The ego network of a person at the moment: four statements, or six where evidence is dated ahead
 * of the clock, however large it is.
 */
export async function readEgo(
  ctx: Context,
  person: string,
  { limit, minStrength = 0 }: { limit: number; minStrength?: number },
): Promise<EgoNetwork> {
  const rows = await readTies(ctx.tx, {
    ...{ person, sort: "strength", after: null, minLog2Weight: anyWeight },
    limit: limit + 1,
  });
  const measured = await measureRows(ctx, person, rows.slice(0, limit));
  const alters = measured
    .map(({ tie }) => tie)
    .filter(({ measures }) => measures.strength !== null && measures.strength >= minStrength);
  const ids = alters.map(({ to }) => to);
  const { perAlter: perPerson, among: most } = reads;
  const ties = await readTiesAmong(ctx.tx, ids, { perPerson, limit: most });
  const among = (await measureTies(ctx, ties)).filter((tie) => tie.strength >= minStrength);
  return { ego: person, alters, among, isComplete: rows.length <= limit };
}

/** The ties from a person's alters to people whom they do not know themselves. */
export async function readBeyond(ctx: Context, { ego, alters }: EgoNetwork): Promise<TieBetween[]> {
  const known = new Set([ego, ...alters.map(({ to }) => to)]);
  const people = alters.slice(0, reads.followed).map(({ to }) => to);
  const ties = await readTiesFrom(ctx.tx, people, reads.perFollowed);
  return measureTies(
    ctx,
    ties.filter(({ b }) => !known.has(b)),
  );
}

/** Strength and chance of contact now; evidence dated ahead of now is rebuilt up to now. */
export async function measureTies(
  ctx: Context,
  ties: readonly TieOfOthers[],
): Promise<TieBetween[]> {
  const { constants: model } = modelOf(ctx.tenant);
  const ahead = ties.filter(({ lastContactAt }) => lastContactAt > ctx.now);
  const logs = await readCondensedLogs(
    ctx.tx,
    ahead.map(({ a, b }) => pairOf(a, b)),
    ctx.now,
  );
  const rebuilt = new Map(ahead.map((tie, index) => [tie, rebuildPair(logs[index] ?? [], model)]));
  return ties.flatMap((tie) => {
    const { a, b, log2Weight, lastContactAt } = tie;
    // The index holds what these measures read; there was at least one contact day.
    const indexed = { ...emptyEvidence, contactDays: 1, log2Weight, lastContactAt };
    const evidence = rebuilt.get(tie) ?? indexed;
    const built = strength(evidence, ctx.now, model);
    const p90 = contactProbability(evidence, ctx.now, 90, model);
    if (built === null || p90 === null) return [];
    const inUse = contactProbability(evidence, ctx.now, model.bandHorizonDays, model);
    return [{ a, b, strength: built, p90, band: bandOf(inUse, model) }];
  });
}
