import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { ShownNetwork } from "./get-network.ts";
import type { NetworkBody } from "./schemas.ts";

const id = (uuid: string) => toId("person", uuid);

export function toBody(network: ShownNetwork): NetworkBody {
  const { person, people, own, between, measures, isComplete, at, model } = network;
  return {
    person: toPersonBrief(person),
    nodes: [
      { person: toPersonBrief(person), distance: 0 },
      ...people.map(({ person, distance }) => ({ person: toPersonBrief(person), distance })),
    ],
    edges: [
      ...own.map(({ from, to, measures: { strength, band, trend, strained, paused } }) => ({
        ...{ from: id(from), to: id(to) },
        ...{ strength, band, trend, strained, paused },
      })),
      ...between.map(({ a, b, strength, band }) => ({
        ...{ from: id(a), to: id(b), strength, band },
        ...{ trend: null, strained: null, paused: null },
      })),
    ],
    measures,
    isComplete,
    at: toIso(at),
    model,
  };
}
