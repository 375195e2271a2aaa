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

/** To a member the ties between others are not measured: see `ownOnly`. */
function toPath(path: FoundPath, at: number, { ownOnly }: Shown): PathBody {
  const { people, willingness, hops, parts } = path;
  const direct = hops.length === 1;
  const tells = direct || !ownOnly;
  const weakest = hops.reduce((weakest, hop) => (hop.p90 < weakest.p90 ? hop : weakest));
  return {
    direct,
    people: people.map(toPersonBrief),
    willingness: tells ? willingness : null,
    strength: tells ? Math.min(...hops.map(({ strength }) => strength)) : null,
    weakestTie: tells ? { ...ends(weakest), p: weakest.p90 } : null,
    hops: hops.map((hop, index) =>
      ownOnly && index > 0
        ? { ...ends(hop), strength: null, p90: null, reason: "They are in contact." }
        : {
            ...ends(hop),
            strength: hop.strength,
            p90: hop.p90,
            reason: hopReason(hop.band, hop.lastContactAt, at),
          },
    ),
    // What core calls the score is this answer's willingness.
    parts: toParts(tells ? parts : []).map((part) =>
      part.measure === "score" ? { ...part, measure: "willingness" } : part,
    ),
  };
}

interface Shown {
  /** Measures of the requester's own ties only: those of others are not theirs to know. */
  ownOnly: boolean;
}

export function toBody({ data, nearest, at, model }: FoundPaths, shown: Shown): PathList {
  return {
    data: data.map((path) => toPath(path, at, shown)),
    ...(nearest ? { nearest: { ...nearest, people: nearest.people.map(toPersonBrief) } } : {}),
    at: toIso(at),
    model,
  };
}
