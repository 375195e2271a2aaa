import { emptyEvidence, type Instant, pairOf, rebuildPair } from "@kith/core";
import type { Context } from "../../context.ts";
import type { View } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { isKnownAt } from "../ties/evidence-at.ts";
import { readCondensedLogs } from "../ties/queries/log.ts";
import type { CandidateTie } from "./candidate-graph.ts";
import { hopReasons, others, type Reason } from "./hop-reasons.ts";
import { readSteps } from "./queries/pairs.ts";

/** A step of a path as it is answered. */
export interface Hop extends CandidateTie {
  reasons: readonly Reason[];
}

/**
 * Why each step of some paths is worth trying, from what who asks may know: to a member only their
 * own ties are spoken of, and openness as far as the introducer's frame shows it.
 */
export async function explainHops(
  ctx: Context,
  paths: readonly (readonly CandidateTie[])[],
  { at, view }: { at: Instant; view: View },
): Promise<Hop[][]> {
  const told = new Map<string, CandidateTie>();
  const key = ({ from, to }: CandidateTie) => `${from} ${to}`;
  for (const hops of paths)
    for (const [n, hop] of hops.entries()) {
      if (n === 0 || ctx.actor.kind !== "member") told.set(key(hop), hop);
    }
  const ties = [...told.values()];
  const steps = await stepsAt(ctx, ties, at);
  const facts = new Map(steps.map((step, n) => [key(ties[n] as CandidateTie), step]));
  const { constants } = modelOf(ctx.tenant);
  return paths.map((hops) =>
    hops.map((hop, n) => {
      const known = facts.get(key(hop));
      if (!known || (n > 0 && ctx.actor.kind === "member")) return { ...hop, reasons: others };
      const introduces = n < hops.length - 1;
      const isOpen = view.sees(hop.to, "openToIntroduce");
      const reasons = hopReasons(
        { ...hop, ...known, isOwn: n === 0, introduces, isOpen },
        at,
        constants,
      );
      return { ...hop, reasons };
    }),
  );
}

/** What was known of some steps at a moment. */
async function stepsAt(ctx: Context, ties: readonly CandidateTie[], at: Instant) {
  const stored = await readSteps(ctx.tx, ties, at);
  const isOld = stored.map(({ evidence }) => evidence !== null && !isKnownAt(evidence, at));
  const old = ties.filter((_, n) => isOld[n]).map(({ from, to }) => pairOf(from, to));
  const logs = await readCondensedLogs(ctx.tx, old, at);
  const { constants } = modelOf(ctx.tenant);
  const rebuilt = logs.map((log) => rebuildPair(log, constants)).values();
  return stored.map(({ evidence, introduced }, n) => ({
    evidence: (isOld[n] ? rebuilt.next().value : evidence) ?? emptyEvidence,
    introduced,
  }));
}
