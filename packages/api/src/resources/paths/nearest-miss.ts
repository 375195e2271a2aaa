import type { RankedPath } from "@kith/core";
import { say } from "../../words/say.ts";
import type { Candidates } from "./find-candidates.ts";
import { rank } from "./rank.ts";

/** What is lacking where there is no path. */
export const lackings = [
  "target",
  "moreIntroducers",
  "resume",
  "repair",
  "openIntroducer",
  "connection",
] as const;
export type Lacking = (typeof lackings)[number];

export interface NearestMiss {
  lacking: Lacking;
  detail: string;
  /** The chain that would do, from the requester on; empty where naming it would tell on others. */
  people: readonly string[];
}

const miss = (lacking: Lacking, path?: RankedPath): NearestMiss => ({
  lacking,
  detail: say({ key: `paths.miss.${lacking}` }),
  people: path?.people ?? [],
});

export const noTarget = miss("target");
export const noConnection = miss("connection");

/**
 * The closest miss, in the order of how easily it is mended. Of ties and choices of others nothing
 * is named: a strained tie counts only where it is the requester's own, and a chain over somebody
 * who is not open to introduce is mentioned without its people.
 */
export function nearestMiss(
  widest: Candidates,
  from: string,
  targets: ReadonlySet<string>,
): NearestMiss {
  const best = (candidates: Candidates): RankedPath | undefined =>
    rank(candidates, from, targets, { maxIntroducers: 3, limit: 1, distinct: false })[0];
  const own = (tie: { from: string; to: string }) =>
    tie.from === from ? tie.to : tie.to === from ? tie.from : null;
  const isOwnPause = (tie: { from: string; to: string }) =>
    widest.pausedByRequester.has(own(tie) ?? "");

  const longer = best(widest);
  if (longer) return miss("moreIntroducers", longer);
  const resumed = widest.ties.map((tie) => (isOwnPause(tie) ? { ...tie, paused: false } : tie));
  const afterResume = best({ ...widest, ties: resumed });
  if (afterResume) return miss("resume", afterResume);
  const mended = resumed.map((tie) => (own(tie) === null ? tie : { ...tie, strained: false }));
  const afterRepair = best({ ...widest, ties: mended });
  if (afterRepair) return miss("repair", afterRepair);
  const open = widest.introducers.map(({ id, degree }) => ({ id, degree, openToIntroduce: true }));
  if (best({ ...widest, introducers: open })) return miss("openIntroducer");
  return miss("connection");
}
