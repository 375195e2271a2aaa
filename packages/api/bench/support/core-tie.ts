import { type Network, real } from "@kith/core";
import { toIso } from "../../src/http/time.ts";
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
  const tie = {
    ...network.tie(from, to, at),
    real: real(network.evidence(from, to, at)),
    declared: undeclared,
  };
  return JSON.parse(
    JSON.stringify(tie, (name, value) =>
      typeof value === "number" && (name === "at" || name.endsWith("At")) ? toIso(value) : value,
    ),
  );
}
