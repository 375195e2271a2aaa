import type { TenantTx } from "@kith/db";
import { fanOut } from "./fan-out.ts";
import {
  type IndexedTie,
  readCommonTies,
  readLinkingTies,
  readStrongestTies,
} from "./queries/expand.ts";

/** The two ends of a search and their own ties, read once. */
export interface Ends {
  from: string;
  targets: ReadonlySet<string>;
  /** The strongest ties of the requester, and of the targets where these are few. */
  outer: readonly IndexedTie[];
  /** Who might introduce first, and who last; the last to many targets are not listed. */
  near: readonly string[];
  far: readonly string[];
}

export async function readEnds(
  tx: TenantTx,
  from: string,
  targets: ReadonlySet<string>,
): Promise<Ends> {
  const few = isFew(targets) ? [...targets] : [];
  const outer = await readStrongestTies(tx, [
    { people: [from], ties: fanOut.requester },
    { people: few, ties: fanOut.target },
  ]);
  const ofSide = (isNear: boolean) => {
    const ties = outer.filter((tie) => (tie.from === from) === isNear);
    return between(ties, from, targets);
  };
  return { from, targets, outer, near: ofSide(true), far: ofSide(false) };
}

const isFew = (targets: ReadonlySet<string>) => targets.size <= fanOut.fewTargets;

function between(ties: readonly IndexedTie[], from: string, targets: ReadonlySet<string>) {
  return [...new Set(ties.map(({ to }) => to))].filter((to) => to !== from && !targets.has(to));
}

/** The ties on all chains of up to so many introducers: at most three statements. */
export async function readChains(
  tx: TenantTx,
  ends: Ends,
  maxIntroducers: number,
): Promise<IndexedTie[]> {
  const { from, targets, outer, near, far } = ends;
  const link = (people: readonly string[]) =>
    readLinkingTies(tx, {
      near: [from, ...near],
      far: [...new Set([...people, ...targets])],
      most: fanOut.scanned,
    });
  const common = (people: readonly string[]) =>
    readCommonTies(tx, { near, far: people, most: fanOut.scanned }, fanOut.common);
  if (maxIntroducers === 1) return [...outer, ...(await link([]))];
  if (isFew(targets)) {
    const linking = await link(far);
    return [...outer, ...linking, ...(maxIntroducers > 2 ? await common(far) : [])];
  }
  // Of many targets those are looked for from the requester's side that a chain may lead to.
  const linking = await link([]);
  const last = await common([...targets].slice(0, fanOut.farTargets));
  const ties = [...outer, ...linking, ...last];
  if (maxIntroducers === 2) return ties;
  const lasts = between(last, from, targets).slice(0, fanOut.requester);
  return [...ties, ...(await common(lasts))];
}
