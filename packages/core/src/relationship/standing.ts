import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { helpFlow } from "../tie/tie-weight.ts";
import { helpBalance } from "./balance.ts";

export type Standing = "balanced" | "mostlyGiving" | "mostlyReceiving" | "unknown";

export const standings: readonly Standing[] = [
  "balanced",
  "mostlyGiving",
  "mostlyReceiving",
  "unknown",
];

/**
 * Standing: the balance of help in a word, as one side sees it.
 *
 *   unknown            given + received <= 1: one day of help, or old help, says too little
 *   mostlyGiving       balance > 1/3        mostlyReceiving    balance < -1/3
 *   balanced           between
 *
 * Never undefined. It serves to show what to do next; it is not a debt.
 */
export function standing(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): Standing {
  const { given, received } = helpFlow(evidence, side, at, model);
  const balance = helpBalance(evidence, side, at, model);
  if (balance === null || given + received <= model.standingEvidence) return "unknown";
  if (balance > model.standingBalance) return "mostlyGiving";
  return balance < -model.standingBalance ? "mostlyReceiving" : "balanced";
}
