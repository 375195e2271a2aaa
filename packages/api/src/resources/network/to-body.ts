import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { ShownNetwork } from "./get-network.ts";
import type { NetworkBody } from "./schemas.ts";

export function toBody(network: ShownNetwork): NetworkBody {
  const { person, people, own, between, measures, isComplete, at, model } = network;
  const nodes = [{ person, distance: 0 }, ...people].map(({ person, distance }) => ({
    person: toPersonBrief(person),
    distance,
  }));
  // Each id is written out once: an answer can have thousands of edges among the same people.
  const ids = new Map(
    [person, ...people.map(({ person }) => person)].map(({ id }, index) => [
      id,
      nodes[index]?.person.id,
    ]),
  );
  const id = (uuid: string) => ids.get(uuid) ?? toId("person", uuid);
  return {
    person: toPersonBrief(person),
    nodes,
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
