import { dayOf, type Instant } from "../instant.ts";
import { maskOf } from "../interaction/contact-days.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import type { Model } from "../model/model.ts";
import type { Pair } from "../pair.ts";
import { emptyEvidence, type PairEvidence } from "../tie/evidence.ts";
import { rebuildPair } from "../tie/rebuild-evidence.ts";
import { ContactDayTable } from "./contact-day-table.ts";
import { EvidenceTable } from "./evidence-table.ts";
import { InteractionLog } from "./interaction-log.ts";
import { PairTable } from "./pair-table.ts";

/** The log, the contact days and the evidence of every pair: a database's tables, in memory. */
export class PairStore {
  readonly #pairs = new PairTable();
  readonly #days = new ContactDayTable();
  readonly #log = new InteractionLog();
  readonly #evidence: EvidenceTable;
  readonly #model: Model;
  readonly #customTypes: CustomTypes | undefined;

  constructor(model: Model, customTypes?: CustomTypes) {
    this.#model = model;
    this.#customTypes = customTypes;
    this.#evidence = new EvidenceTable(model);
  }

  /** Adds a checked interaction; answers its row. */
  add(interaction: Interaction): number {
    const count = this.#pairs.count;
    const pair = this.#pairs.findOrAdd(interaction.from, interaction.to);
    if (pair === count) {
      this.#log.addPair(pair);
      this.#evidence.clear(pair);
    }
    this.#sum(pair, interaction);
    return this.#log.append(pair, interaction);
  }

  /** Takes a row back. A set does not know who put an element in: the pair is summed anew. */
  remove(row: number): void {
    const pair = this.#log.pairOfRow(row);
    const interactions = this.#read(pair);
    this.#log.remove(row);
    for (const { occurredAt } of interactions) this.#days.set(pair, dayOf(occurredAt), 0);
    this.#evidence.clear(pair);
    for (const kept of this.#read(pair)) this.#sum(pair, kept);
  }

  /** The evidence of two people as of a moment. */
  evidence(one: string, other: string, at: Instant): PairEvidence {
    const pair = this.#pairs.find(one, other);
    return pair === -1 ? emptyEvidence : this.evidenceOf(pair, at);
  }

  /** The same of a pair: what is summed, or rebuilt when interactions after `at` are known. */
  evidenceOf(pair: number, at: Instant): PairEvidence {
    if (this.#evidence.lastAt(pair) <= at) return this.#evidence.read(pair);
    return rebuildPair(this.#read(pair, at), this.#model, this.#customTypes);
  }

  interactions(one: string, other: string): Interaction[] {
    const pair = this.#pairs.find(one, other);
    return pair === -1 ? [] : this.#read(pair);
  }

  /** The moment of the last interaction of a pair up to `at`; -Infinity for none. */
  lastAt(pair: number, at: Instant): Instant {
    const stored = this.#evidence.lastAt(pair);
    if (stored <= at) return stored;
    let last = -Infinity;
    for (const moment of this.#log.moments(pair)) if (moment <= at) last = Math.max(last, moment);
    return last;
  }

  /** Every pair with an interaction, in no particular order. */
  *pairs(): Iterable<number> {
    for (let pair = 0; pair < this.#pairs.count; pair++) if (this.#log.hasAny(pair)) yield pair;
  }

  ends(pair: number): Pair {
    return { a: this.#pairs.a(pair), b: this.#pairs.b(pair) };
  }

  /** What orders pairs by strength, at `at` as at any later moment; -Infinity without a contact day. */
  log2Weight(pair: number, at: Instant): number {
    if (this.#evidence.lastAt(pair) <= at) return this.#evidence.log2Weight(pair);
    return this.evidenceOf(pair, at).log2Weight;
  }

  /** Calls back for each pair with an interaction of a person. */
  forEachOf(person: string, visit: (pair: number, other: string) => void): void {
    this.#pairs.forEachOf(person, (pair, other) => {
      if (this.#log.hasAny(pair)) visit(pair, other);
    });
  }

  /** Everybody with an interaction. */
  *people(): Iterable<string> {
    for (const person of this.#pairs.people()) {
      let isKnown = false;
      this.forEachOf(person, () => {
        isKnown = true;
      });
      if (isKnown) yield person;
    }
  }

  #read(pair: number, until: Instant = Infinity): Interaction[] {
    return this.#log.read(pair, this.#pairs.a(pair), this.#pairs.b(pair), until);
  }

  #sum(pair: number, interaction: Interaction): void {
    const { type, occurredAt } = interaction;
    const bits = maskOf(interaction, this.#customTypes);
    if (bits === 0) {
      this.#evidence.frictionAt(pair, occurredAt, type === "repair");
      return;
    }
    this.#evidence.contactAt(pair, occurredAt, bits);
    const day = dayOf(occurredAt);
    const before = this.#days.get(pair, day);
    const mask = before | bits;
    if (mask === before) return;
    this.#days.set(pair, day, mask);
    this.#evidence.addDay(pair, day, mask, mask & ~before);
  }
}
