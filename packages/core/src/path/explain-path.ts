import type { ExplainedPart } from "../tie/explained-parts.ts";
import type { PathIntroducer, RankedPath } from "./path-graph.ts";

/**
 * Takes a path's score apart: the chance over all hops, each introducer's readiness and damping.
 * Formulas read as those of a tie do; `ln` is the natural logarithm. Hops and introducers are
 * numbered from the requester on.
 */
export function explainPath({
  hops,
  introducers,
  probability,
  score,
}: RankedPath): ExplainedPart[] {
  const chances = hops.map((hop, index) => [`hop${index + 1}`, hop.probability] as const);
  const factors = introducers.map(({ factor }, index) => [name(index), factor] as const);
  const product = (inputs: readonly (readonly [string, number])[]) =>
    inputs.map(([input]) => input).join(" * ");
  return [
    {
      measure: "chance",
      formula: product(chances),
      inputs: Object.fromEntries(chances),
      value: probability,
    },
    ...introducers.flatMap(explainIntroducer),
    {
      measure: "score",
      formula: product([["chance", probability], ...factors]),
      inputs: { chance: probability, ...Object.fromEntries(factors) },
      value: score,
    },
  ];
}

const name = (index: number): string => `introducer${index + 1}`;

function explainIntroducer(
  { degree, willingness, factor, facts }: PathIntroducer,
  index: number,
): ExplainedPart[] {
  const damped: ExplainedPart = {
    measure: name(index),
    formula: "willingness / ln(max(2, ties))",
    inputs: { willingness, ties: degree },
    value: factor,
  };
  if (!facts) return [damped];
  const { pendingIntroductions: pending = 0, introductionLimit: limit = null } = facts;
  const ready: ExplainedPart = {
    measure: `${name(index)}.willingness`,
    formula:
      "(limit === null ? 1 : max(0, 1 - pending / limit)) * (helpReciprocity === null ? 1 : (1 + helpReciprocity) / 2)",
    inputs: { pending, limit, helpReciprocity: facts.reciprocity ?? null },
    value: willingness,
  };
  return [ready, damped];
}
