import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { toParts, toPersonBrief } from "../ties/tie-body.ts";
import type { CandidateTie } from "./candidate-graph.ts";
import type { PathBody, PathList } from "./schemas.ts";
import type { FoundPath, FoundPaths } from "./search-paths.ts";

const ends = ({ from, to }: CandidateTie) => ({
  from: toId("person", from),
  to: toId("person", to),
});

/** To a member the ties between others are not measured: see `ownOnly`. */
function toPath(path: FoundPath, { ownOnly }: Shown): PathBody {
  const { people, willingness, hops, advice, parts } = path;
  const direct = hops.length === 1;
  const tells = direct || !ownOnly;
  const weakest = hops.reduce((weakest, hop) => (hop.p90 < weakest.p90 ? hop : weakest));
  return {
    direct,
    people: people.map(toPersonBrief),
    willingness: tells ? willingness : null,
    strength: tells ? Math.min(...hops.map(({ strength }) => strength)) : null,
    weakestTie: tells ? { ...ends(weakest), p: weakest.p90 } : null,
    hops: hops.map((hop, index) => {
      const measured = !ownOnly || index === 0;
      return {
        ...ends(hop),
        strength: measured ? hop.strength : null,
        p90: measured ? hop.p90 : null,
        band: measured ? hop.band : null,
        lastContactAt: measured ? toIso(hop.lastContactAt) : null,
        reason: hop.reasons.map(({ text }) => text).join(" "),
        reasons: [...hop.reasons],
      };
    }),
    advice,
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
    data: data.map((path) => toPath(path, shown)),
    ...(nearest ? { nearest: { ...nearest, people: nearest.people.map(toPersonBrief) } } : {}),
    at: toIso(at),
    model,
  };
}
