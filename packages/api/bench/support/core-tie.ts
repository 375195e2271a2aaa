import { type Network, realTie, sideOf } from "@kith/core";
import { toIso } from "../../src/http/time.ts";
import { realSentence } from "../../src/resources/ties/real-sentences.ts";
import type { SampledPair } from "./sample.ts";

const undeclared = {
  roles: [],
  context: null,
  proximity: null,
  horizon: null,
  circle: null,
  cadenceDays: null,
  paused: false,
  note: null,
  updatedAt: null,
};

/** A tie of a network in memory, in the form in which the API answers it; without the two ids. */
export function coreTie(network: Network, { from, to }: SampledPair, at: number): object {
  const evidence = network.evidence(from, to, at);
  // Loaded people have no profile: their incentives are known, what they can give isn't.
  const real = realTie(evidence, sideOf(from, to), {}, {}, at);
  const reasons = real.reasons.map((reason) => ({ ...reason, detail: realSentence(reason) }));
  const tie = {
    ...network.tie(from, to, at),
    real: {
      incentive: real.incentive,
      capability: real.capability,
      isReal: real.isReal,
      reasons,
    },
    declared: undeclared,
  };
  return JSON.parse(
    JSON.stringify(tie, (name, value) =>
      typeof value === "number" && (name === "at" || name.endsWith("At")) ? toIso(value) : value,
    ),
  );
}
