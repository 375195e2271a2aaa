import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { toParts, toPersonBrief } from "../ties/tie-body.ts";
import type { CandidateTie } from "./candidate-graph.ts";
import { hopReason } from "./hop-reasons.ts";
import type { PathBody, PathList } from "./schemas.ts";
import type { FoundPath, FoundPaths } from "./search-paths.ts";

const ends = ({ from, to }: CandidateTie) => ({
  from: toId("person", from),
  to: toId("person", to),
});

function toPath({ people, willingness, hops, parts }: FoundPath, at: number): PathBody {
  const weakest = hops.reduce((weakest, hop) => (hop.p90 < weakest.p90 ? hop : weakest));
  return {
    direct: hops.length === 1,
    people: people.map(toPersonBrief),
    willingness,
    strength: Math.min(...hops.map(({ strength }) => strength)),
    weakestTie: { ...ends(weakest), p: weakest.p90 },
    hops: hops.map((hop) => ({
      ...ends(hop),
      strength: hop.strength,
      p90: hop.p90,
      reason: hopReason(hop.band, hop.lastContactAt, at),
    })),
    // What core calls the score is this answer's willingness.
    parts: toParts(parts).map((part) =>
      part.measure === "score" ? { ...part, measure: "willingness" } : part,
    ),
  };
}

export function toBody({ data, nearest, at, model }: FoundPaths): PathList {
  return {
    data: data.map((path) => toPath(path, at)),
    ...(nearest ? { nearest: { ...nearest, people: nearest.people.map(toPersonBrief) } } : {}),
    at: toIso(at),
    model,
  };
}
