export * from "./calibration/calibrate.ts";
export * from "./calibration/contact-trials.ts";
export * from "./calibration/forecast-quality.ts";
export * from "./ego/brokerage-roles.ts";
export * from "./ego/clustering.ts";
export * from "./ego/concentration.ts";
export * from "./ego/constraint.ts";
export * from "./ego/diversity.ts";
export * from "./ego/effective-size.ts";
export * from "./ego/efficiency.ts";
export * from "./graph/network-reciprocity.ts";
export * from "./graph/weighted-graph.ts";
export * from "./instant.ts";
export * from "./interaction/contact-days.ts";
export * from "./interaction/interaction.ts";
export * from "./interaction/types.ts";
export * from "./matching/blocking-pairs.ts";
export * from "./matching/deferred-acceptance.ts";
export * from "./model/model.ts";
export * from "./model/resolve-model.ts";
export {
  Network,
  type NetworkOptions,
  type NetworkPair,
  type NetworkTie,
  type ObservedInteraction,
  type PersonMeasures,
} from "./network/network.ts";
export * from "./pair.ts";
export * from "./path/best-paths.ts";
export * from "./path/path-graph.ts";
export * from "./path/people-to-meet.ts";
export * from "./path/rank-paths.ts";
export * from "./path/willingness.ts";
export * from "./relationship/balance.ts";
export * from "./relationship/capability.ts";
export * from "./relationship/incentive.ts";
export * from "./relationship/real-tie.ts";
export * from "./relationship/reciprocity.ts";
export * from "./relationship/standing.ts";
export * from "./tie/band.ts";
export * from "./tie/band-drops.ts";
export * from "./tie/cadence.ts";
export * from "./tie/confidence.ts";
export * from "./tie/contact-probability.ts";
export * from "./tie/evidence.ts";
export * from "./tie/explain-tie.ts";
export * from "./tie/explained-parts.ts";
export * from "./tie/initiative.ts";
export * from "./tie/log2-sum.ts";
export * from "./tie/measure-tie.ts";
export * from "./tie/merge-evidence.ts";
export * from "./tie/pair-state.ts";
export * from "./tie/person-term.ts";
export * from "./tie/real.ts";
export * from "./tie/rebuild-evidence.ts";
export * from "./tie/roles.ts";
export * from "./tie/strain.ts";
export * from "./tie/strength.ts";
export * from "./tie/tie-history.ts";
export * from "./tie/tie-weight.ts";
export * from "./tie/trend.ts";
export * from "./tie/weighing-days.ts";
