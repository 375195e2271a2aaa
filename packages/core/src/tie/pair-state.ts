import { type Day, dayOf } from "../instant.ts";
import { instantsOf, maskOf, mergeInstants, noInstants } from "../interaction/contact-days.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model } from "../model/model.ts";
import {
  emptyEvidence,
  evidenceOfDays,
  type NewContactDay,
  type PairEvidence,
} from "./evidence.ts";
import { mergeEvidence } from "./merge-evidence.ts";

/** A pair's contact days and the evidence summed from them: what a database keeps in two tables. */
export class PairState {
  readonly #days = new Map<Day, number>();
  readonly #model: Model;
  readonly #customTypes: CustomTypes | undefined;
  evidence: PairEvidence = emptyEvidence;

  constructor(model: Model = defaultModel, customTypes?: CustomTypes) {
    this.#model = model;
    this.#customTypes = customTypes;
  }

  /** Adds interactions of this pair, in any order; what is already known adds nothing. */
  observe(interactions: Iterable<Interaction>): void {
    const days: NewContactDay[] = [];
    let instants = noInstants;
    for (const interaction of interactions) {
      instants = mergeInstants(instants, instantsOf(interaction, this.#customTypes));
      const day = dayOf(interaction.occurredAt);
      const before = this.#days.get(day) ?? 0;
      const mask = before | maskOf(interaction, this.#customTypes);
      if (mask === before) continue;
      this.#days.set(day, mask);
      days.push({ day, mask, added: mask & ~before });
    }
    this.evidence = mergeEvidence(this.evidence, evidenceOfDays(days, instants, this.#model));
  }
}
