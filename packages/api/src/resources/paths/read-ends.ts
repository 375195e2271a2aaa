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

/** The ties on all chains between two ends; each statement is sent once, however far is asked for. */
export class Chains {
  readonly #tx: TenantTx;
  readonly #ends: Ends;
  readonly #read = new Map<string, Promise<IndexedTie[]>>();

  constructor(tx: TenantTx, ends: Ends) {
    this.#tx = tx;
    this.#ends = ends;
  }

  /** Those of up to so many introducers: at most three statements. */
  async read(maxIntroducers: number): Promise<IndexedTie[]> {
    const { from, targets, outer, near, far } = this.#ends;
    if (maxIntroducers === 1) return [...outer, ...(await this.#linking([]))];
    if (isFew(targets)) {
      const [linking, common] = await Promise.all([
        this.#linking(far),
        maxIntroducers > 2 ? this.#common({ near, far, others: [] }) : [],
      ]);
      return [...outer, ...linking, ...common];
    }
    // Of many targets those are looked for from the requester's side that a chain may lead to.
    const all = [...targets];
    const last = await this.#common({
      near: [from, ...near],
      far: all.slice(0, fanOut.farTargets),
      others: all,
    });
    const ties = [...outer, ...last];
    if (maxIntroducers === 2) return ties;
    const lasts = between(last, from, targets).slice(0, fanOut.requester);
    return [...ties, ...(await this.#common({ near, far: lasts, others: [] }))];
  }

  #linking(people: readonly string[]): Promise<IndexedTie[]> {
    const { from, targets, near } = this.#ends;
    const far = [...new Set([...people, ...targets])];
    return this.#once(`linking ${far.join()}`, () =>
      readLinkingTies(this.#tx, { near: [from, ...near], far, most: fanOut.scanned }),
    );
  }

  #common(ends: Record<"near" | "far" | "others", readonly string[]>): Promise<IndexedTie[]> {
    return this.#once(`common ${ends.far.join()}`, () =>
      readCommonTies(this.#tx, { ...ends, most: fanOut.scanned }, fanOut.common),
    );
  }

  #once(what: string, read: () => Promise<IndexedTie[]>): Promise<IndexedTie[]> {
    const reading = this.#read.get(what) ?? read();
    this.#read.set(what, reading);
    return reading;
  }
}
