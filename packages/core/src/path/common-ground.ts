import type { PathGraph, PathTie } from "./path-graph.ts";
import { introducerFactor } from "./willingness.ts";

/**
 * Common ground of two people: how warmly they are joined through others, beside their own tie.
 *
 *   W = sum over common contacts j of s_uj s_jv willingness_j / ln(deg_j)
 *
 * s = chance of contact within 90 days: of two who never met it is their score as people to meet.
 * Unit: none; range [0, inf); 0 without a common contact. Strained and paused ties join nobody, nor
 * does somebody who is not open to introduce. Of Adamic & Adar 2003, weighted by use.
 */
export function commonGround(graph: PathGraph, one: string, other: string): number {
  const [few, many] = [[...graph.ties(one)], [...graph.ties(other)]].sort(
    (x, y) => x.length - y.length,
  ) as [PathTie[], PathTie[]];
  const chances = new Map(few.filter(isUsable).map(({ to, probability }) => [to, probability]));
  const products: number[] = [];
  for (const tie of many) {
    const chance = chances.get(tie.to);
    if (chance === undefined || !isUsable(tie)) continue;
    const between = graph.person(tie.to);
    if (between) products.push(chance * tie.probability * introducerFactor(between));
  }
  // Added up in a fixed order, so that the sum does not depend on how the ties were read.
  return products.sort((x, y) => x - y).reduce((sum, product) => sum + product, 0);
}

const isUsable = ({ strained, paused }: PathTie) => !strained && !paused;
