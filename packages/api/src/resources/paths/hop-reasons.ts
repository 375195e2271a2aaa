import {
  type Band,
  daysBetween,
  expectedDays,
  type Instant,
  type Model,
  type PairEvidence,
  type PathReasonCode,
} from "@kith/core";
import { type MessageKey, say } from "../../words/say.ts";
import { roughlyAgo } from "../../words/spans.ts";

/** One thing that speaks for a step: what it says, for programs and for people. */
export interface Reason {
  code: PathReasonCode;
  text: string;
}

/** What a step of a path rests on. */
export interface HopFacts {
  band: Band;
  lastContactAt: Instant;
  evidence: PairEvidence;
  /** The tie of who asks: then it is spoken of as "you". */
  isOwn: boolean;
  /** Who is asked there is an introducer, not the target. */
  introduces: boolean;
  /** How often they introduced who asks them to somebody. */
  introduced: number;
  /** Whether they are open to introduce, as far as who asks may see it. */
  isOpen: boolean;
}

const reason = (code: PathReasonCode, key: MessageKey, params = {}): Reason => ({
  code,
  text: say({ key, params }),
});

/** To a member of a tie between others: no more than that there is one. */
export const others: readonly Reason[] = [reason("inContact", "paths.hop.known")];

export function hopReasons(facts: HopFacts, at: Instant, model: Model): Reason[] {
  const { isOwn, introduces, introduced, isOpen } = facts;
  const band = facts.band === "none" ? "dormant" : facts.band;
  const ago = roughlyAgo(daysBetween(facts.lastContactAt, at));
  const rhythm = rhythmOf(expectedDays(facts.evidence, model));
  return [
    isOwn
      ? reason(band, `paths.own.${band}`, { ago, rhythm })
      : reason(band, `paths.hop.${band}`, { ago }),
    ...(introduces && introduced > 0
      ? [
          reason("introduced", "paths.introduced", {
            count: introduced,
            whose: isOwn ? "you" : "other",
          }),
        ]
      : []),
    ...(introduces && isOpen ? [reason("openToIntroduce", "paths.open")] : []),
  ];
}

function rhythmOf(days: number | null): string {
  if (days === null) return "other";
  const words = [
    [3, "days"],
    [10, "week"],
    [20, "fortnight"],
    [45, "month"],
    [120, "season"],
  ] as const;
  return words.find(([most]) => days <= most)?.[1] ?? "other";
}
