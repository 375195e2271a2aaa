/** A directed flow: contact or help from one person to another. */
export interface WeightedFlow {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/**
 * Weighted reciprocity of a whole network: the part of all flow that is returned.
 *
 *   r = sum over i != j of min(w_ij, w_ji) / sum over i != j of w_ij
 *
 * Range [0, 1]; with all weights equal, the share of directed ties that are mutual. Undefined
 * (null) when nothing flows. Several flows of one pair and direction are added up; flows to oneself
 * are left out. Source: Squartini, Picciolo, Ruzzenenti & Garlaschelli 2013.
 */
export function networkReciprocity(flows: Iterable<WeightedFlow>): number | null {
  const out = new Map<string, Map<string, number>>();
  let all = 0;
  for (const { from, to, weight } of flows) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`The flow "${from}" -> "${to}" has weight ${weight}. Give 0 or more.`);
    }
    if (from === to) continue;
    const own = out.get(from) ?? new Map<string, number>();
    out.set(from, own);
    own.set(to, (own.get(to) ?? 0) + weight);
    all += weight;
  }
  if (all === 0) return null;
  let returned = 0;
  for (const [from, own] of out) {
    for (const [to, weight] of own) returned += Math.min(weight, out.get(to)?.get(from) ?? 0);
  }
  return returned / all;
}
