import type { BandDrop, Cadence, ExplainedPart, RealTieMeasures, TieEvidence } from "@kith/core";
import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import type { ExplainedTie } from "./explain-tie.ts";
import type { TieHistory } from "./get-history.ts";
import type { Tie } from "./get-tie.ts";
import type { TieExplanationBody, TieHistoryBody } from "./history-schemas.ts";
import type { TieListItem } from "./list-ties.ts";
import type { Declaration } from "./queries/declarations.ts";
import type { PersonBrief } from "./queries/list.ts";
import { realSentence } from "./real-sentences.ts";
import type { TieBody, TieListItemBody } from "./schemas.ts";

const person = (id: string) => toId("person", id);

const ends = ({ from, to }: { from: string; to: string }) => ({
  from: person(from),
  to: person(to),
});

const cadenceBody = ({ lastContactAt, dueAt, ...days }: Cadence): TieBody["cadence"] => ({
  ...days,
  lastContactAt: toIsoOrNull(lastContactAt),
  dueAt: toIsoOrNull(dueAt),
});

const declaredBody = ({ revision: _, updatedAt, ...facets }: Declaration): TieBody["declared"] =>
  ({ ...facets, updatedAt: toIsoOrNull(updatedAt) }) as TieBody["declared"];

const realBody = ({
  incentive,
  capability,
  isReal,
  reasons,
}: RealTieMeasures): TieBody["real"] => ({
  incentive,
  capability,
  isReal,
  reasons: reasons.map((reason) => ({
    ...reason,
    words: [...reason.words],
    detail: realSentence(reason),
  })),
});

const evidenceBody = (evidence: TieEvidence): TieBody["evidence"] => ({
  ...evidence,
  firstContactAt: toIsoOrNull(evidence.firstContactAt),
  lastContactAt: toIsoOrNull(evidence.lastContactAt),
  lastOutboundAt: toIsoOrNull(evidence.lastOutboundAt),
  lastInboundAt: toIsoOrNull(evidence.lastInboundAt),
  lastConflictAt: toIsoOrNull(evidence.lastConflictAt),
  lastRepairAt: toIsoOrNull(evidence.lastRepairAt),
});

export function toTieBody(tie: Tie): TieBody {
  const { cadence, evidence, at, ...measures } = tie.measures;
  return {
    ...ends(tie),
    ...measures,
    cadence: cadenceBody(cadence),
    real: realBody(tie.real),
    declared: declaredBody(tie.declared),
    evidence: evidenceBody(evidence),
    at: toIso(at),
  };
}

export const toPersonBrief = ({ id, externalId, name }: PersonBrief) => ({
  id: person(id),
  externalId,
  name,
});

export const toListItem = (tie: TieListItem): TieListItemBody => ({
  ...toTieBody(tie),
  person: toPersonBrief(tie.person),
});

export const toParts = (parts: readonly ExplainedPart[]): TieExplanationBody["parts"] =>
  parts.map((part) => ({ ...part, inputs: { ...part.inputs } }));

export function toHistoryBody(history: TieHistory): TieHistoryBody {
  const { since, until, stepDays: step, points, model } = history;
  return {
    ...ends(history),
    since: toIso(since),
    until: toIso(until),
    step,
    points: points.map(({ at, days90, ...point }) => ({
      at: toIso(at),
      ...point,
      contactProbability: { days90 },
    })),
    model,
  };
}

export function toExplanationBody(explained: ExplainedTie): TieExplanationBody {
  const { tie, explanation, sentences } = explained;
  const { days90, ...contacted } = explanation.ifContact;
  return {
    ...ends(tie),
    strength: tie.measures.strength,
    band: tie.measures.band,
    sentences,
    evidence: evidenceBody(tie.measures.evidence),
    parts: toParts(explanation.parts),
    weighingDays: explanation.weighingDays.map(({ startsAt, interactions, ...day }) => ({
      day: toIso(startsAt).slice(0, 10),
      weight: day.weight,
      share: day.share,
      outbound: day.outbound,
      inbound: day.inbound,
      interactions: interactions.map(({ id, type, from, occurredAt }) => ({
        id: toId("interaction", id ?? ""),
        type,
        from: person(from),
        occurredAt: toIso(occurredAt),
      })),
    })),
    ifSilent: explanation.ifSilent.map(({ band, at }: BandDrop) => ({ band, at: toIso(at) })),
    ifContact: { ...contacted, contactProbability: { days90 } },
    at: toIso(explanation.at),
    model: explanation.model,
  };
}
