import { brokerageRoles, type GroupedFlows } from "../ego/brokerage-roles.ts";
import { clustering } from "../ego/clustering.ts";
import { concentration } from "../ego/concentration.ts";
import { constraint, localConstraints } from "../ego/constraint.ts";
import { diversity } from "../ego/diversity.ts";
import { effectiveSize } from "../ego/effective-size.ts";
import { efficiency } from "../ego/efficiency.ts";
import { type AgainstOwnPast, againstOwnPast } from "../ego/own-past.ts";
import { type Instant, MS_PER_DAY } from "../instant.ts";
import type { Model } from "../model/model.ts";
import { tieWeight } from "../tie/tie-weight.ts";
import { egoNetworkOf } from "./network-graphs.ts";
import type { PastOptions, PersonFacets, PersonMeasures } from "./network-types.ts";
import type { PairStore } from "./pair-store.ts";

/** The measures of a person's surroundings. */
export function personMeasures(
  store: PairStore,
  person: string,
  at: Instant,
  model: Model,
  described: ReadonlyMap<string, PersonFacets>,
): PersonMeasures {
  const ego = egoNetworkOf(store, person, at, model);
  const weights = tieWeightsOf(store, person, at, model);
  const organizations = (id: string) => described.get(id)?.organizations ?? [];
  const alters = Array.from(weights, ([id, weight]) => ({ weight, groups: organizations(id) }));
  const flows = groupedFlows(store, at, (id) => organizations(id)[0] ?? null);
  const localConstraint = localConstraints(ego, person);
  return {
    degree: ego.neighbours(person).size,
    effectiveSize: effectiveSize(ego, person),
    efficiency: efficiency(ego, person),
    constraint: constraint(ego, person, localConstraint),
    localConstraint,
    clustering: clustering(ego, person),
    concentration: concentration(weights.values()),
    diversity: diversity(alters),
    brokerageRoles: brokerageRoles(flows, person),
  };
}

/** The concentration of a person's contact now, and at earlier moments. */
export function concentrationAgainstPast(
  store: PairStore,
  person: string,
  at: Instant,
  model: Model,
  { everyDays = 30, moments = 12 }: PastOptions = {},
): AgainstOwnPast {
  const before = (steps: number) =>
    concentration(tieWeightsOf(store, person, at - steps * everyDays * MS_PER_DAY, model).values());
  const past = Array.from({ length: moments }, (_, index) => before(index + 1));
  return againstOwnPast(before(0), past);
}

/** The weight of each of a person's ties, by the other person. */
export function tieWeightsOf(
  store: PairStore,
  person: string,
  at: Instant,
  model: Model,
): Map<string, number> {
  const weights = new Map<string, number>();
  store.forEachOf(person, (pair, other) => {
    weights.set(other, tieWeight(store.evidenceOf(pair, at), at, model));
  });
  return weights;
}

/** Who has ever reached out to whom, and everybody's group, around one person. */
function groupedFlows(
  store: PairStore,
  at: Instant,
  group: (person: string) => string | null,
): GroupedFlows {
  const reached = (person: string, side: "successors" | "predecessors"): Set<string> => {
    const others = new Set<string>();
    store.forEachOf(person, (pair, other) => {
      const { log2WeightAb, log2WeightBa } = store.evidenceOf(pair, at);
      const isOut = store.ends(pair).a === person;
      const log2Weight = isOut === (side === "successors") ? log2WeightAb : log2WeightBa;
      if (log2Weight > -Infinity) others.add(other);
    });
    return others;
  };
  return {
    successors: (person) => reached(person, "successors"),
    predecessors: (person) => reached(person, "predecessors"),
    group,
  };
}
