import type { RankedPath } from "@kith/core";
import type { Context } from "../../context.ts";
import { findCandidates } from "../paths/find-candidates.ts";
import { rank } from "../paths/rank.ts";
import { Chains, readEnds } from "../paths/read-ends.ts";
import { asPerson } from "./circle-of.ts";

const maxIntroducers = 2;

/** For each of some people the best way there over others, as the person who asks may know of it. */
export async function pathsTo(
  ctx: Context,
  from: string,
  targets: ReadonlySet<string>,
): Promise<Map<string, RankedPath>> {
  const found = new Map<string, RankedPath>();
  if (targets.size === 0) return found;
  const seen = asPerson(ctx, from);
  const read = await readEnds(ctx.tx, from, targets);
  const ends = { ...read, chains: new Chains(ctx.tx, read) };
  const candidates = await findCandidates(seen, ends, maxIntroducers, ctx.now);
  const options = { maxIntroducers, limit: 4 * targets.size, distinct: false };
  for (const path of rank(candidates, from, targets, options)) {
    if (!found.has(path.target)) found.set(path.target, path);
  }
  return found;
}
