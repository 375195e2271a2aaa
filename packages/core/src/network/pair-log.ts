import type { Instant } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import type { Model } from "../model/model.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { PairState } from "../tie/pair-state.ts";
import { rebuildPair } from "../tie/rebuild-evidence.ts";

/** The interactions of one pair and the evidence that they sum to. */
export class PairLog {
  readonly #model: Model;
  readonly #customTypes: CustomTypes | undefined;
  #state: PairState;
  #log: Interaction[] = [];
  firstAt: Instant = Infinity;
  lastAt: Instant = -Infinity;

  constructor(model: Model, customTypes?: CustomTypes) {
    this.#model = model;
    this.#customTypes = customTypes;
    this.#state = new PairState(model, customTypes);
  }

  get isEmpty(): boolean {
    return this.#log.length === 0;
  }

  add(interaction: Interaction): void {
    this.#state.observe([interaction]);
    this.#log.push(interaction);
    this.firstAt = Math.min(this.firstAt, interaction.occurredAt);
    this.lastAt = Math.max(this.lastAt, interaction.occurredAt);
  }

  // A set cannot give back an element that others may also have put in: rebuild from the rest.
  remove(interaction: Interaction): void {
    const rest = this.#log.filter((known) => known !== interaction);
    this.#state = new PairState(this.#model, this.#customTypes);
    this.#log = [];
    this.firstAt = Infinity;
    this.lastAt = -Infinity;
    for (const kept of rest) this.add(kept);
  }

  /** The evidence as of a moment: what is stored, or rebuilt when later interactions are known. */
  evidence(at: Instant): PairEvidence {
    if (this.lastAt <= at) return this.#state.evidence;
    const until = this.#log.filter(({ occurredAt }) => occurredAt <= at);
    return rebuildPair(until, this.#model, this.#customTypes);
  }

  /** The last interaction up to a moment; -Infinity for none. */
  lastBefore(at: Instant): Instant {
    if (this.lastAt <= at) return this.lastAt;
    return this.#log.reduce(
      (last, { occurredAt }) => (occurredAt <= at ? Math.max(last, occurredAt) : last),
      -Infinity,
    );
  }

  interactions(): Interaction[] {
    return [...this.#log].sort((x, y) => x.occurredAt - y.occurredAt);
  }
}
