import type { Instant } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { interactionCategory } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { type Pair, pairOf, sideOf } from "../pair.ts";
import { bestPaths } from "../path/best-paths.ts";
import type { PathGraph, PathOptions, RankedPath } from "../path/path-graph.ts";
import { contactProbability } from "../tie/contact-probability.ts";
import { emptyEvidence, type PairEvidence } from "../tie/evidence.ts";
import { type ExplainOptions, explainTie, type TieExplanation } from "../tie/explain-tie.ts";
import { type DeclaredFacets, measureTie, type TieMeasures } from "../tie/measure-tie.ts";
import { isStrained } from "../tie/strain.ts";
import { strength } from "../tie/strength.ts";
import { type TieHistoryOptions, type TieHistoryPoint, tieHistory } from "../tie/tie-history.ts";
import { PairLog } from "./pair-log.ts";

/** An event as a library user gives it: `to` may name several people, each of whom it reaches. */
export interface ObservedInteraction extends Omit<Interaction, "to"> {
  readonly to: string | readonly string[];
}

export interface NetworkOptions {
  readonly model?: Model;
  readonly customTypes?: CustomTypes;
}

/** A measured tie and whose it is. */
export interface NetworkTie extends TieMeasures {
  readonly from: string;
  readonly to: string;
}

export interface NetworkPair extends Pair {
  readonly strength: number;
}

/**
 * A network in memory: takes interactions in any order and measures with the same functions as the
 * service. It keeps the log, so that any past moment can be asked for and interactions be voided.
 */
export class Network {
  readonly #model: Model;
  readonly #customTypes: CustomTypes | undefined;
  readonly #people = new Map<string, Map<string, PairLog>>();
  readonly #byId = new Map<string, Interaction[]>();
  readonly #declared = new Map<string, Map<string, DeclaredFacets>>();
  readonly #closed = new Set<string>();

  constructor({ model = defaultModel, customTypes }: NetworkOptions = {}) {
    this.#model = model;
    this.#customTypes = customTypes;
  }

  /**
   * Adds interactions. One whose `id` is known already is a duplicate and changes nothing. A bad
   * one (unknown type, oneself, no time) throws; those before it are kept.
   */
  observe(interactions: Iterable<ObservedInteraction>): { created: number; duplicates: number } {
    let created = 0;
    let duplicates = 0;
    for (const { to, ...event } of interactions) {
      if (event.id !== undefined && this.#byId.has(event.id)) {
        duplicates += 1;
        continue;
      }
      const recipients = typeof to === "string" ? [to] : [...new Set(to)];
      const parts = recipients.map((recipient): Interaction => ({ ...event, to: recipient }));
      for (const part of parts) this.#check(part);
      for (const part of parts) this.#logOf(part.from, part.to).add(part);
      if (event.id !== undefined) this.#byId.set(event.id, parts);
      created += 1;
    }
    return { created, duplicates };
  }

  /** Takes an interaction back, as if it had never been observed; false when the id is unknown. */
  void(id: string): boolean {
    const parts = this.#byId.get(id);
    if (!parts) return false;
    this.#byId.delete(id);
    for (const part of parts) {
      const log = this.#logOf(part.from, part.to);
      log.remove(part);
      if (log.isEmpty) {
        this.#forget(part.from, part.to);
        this.#forget(part.to, part.from);
      }
    }
    return true;
  }

  /** What `from` declares about the tie to `to`: replaces what it declared before. */
  declare(from: string, to: string, facets: DeclaredFacets): void {
    pairOf(from, to);
    const own = this.#declared.get(from) ?? new Map<string, DeclaredFacets>();
    this.#declared.set(from, own);
    own.set(to, facets);
  }

  /** Whether paths may lead through a person; everybody is open until said otherwise. */
  setOpenToIntroduce(person: string, isOpen: boolean): void {
    if (isOpen) this.#closed.delete(person);
    else this.#closed.add(person);
  }

  /** Everybody who occurs in an interaction. */
  people(): Iterable<string> {
    return this.#people.keys();
  }

  /** The evidence of a pair as of a moment, or all of it. */
  evidence(one: string, other: string, at: Instant = Infinity): PairEvidence {
    pairOf(one, other);
    return this.#people.get(one)?.get(other)?.evidence(at) ?? emptyEvidence;
  }

  /** When a person was last in an interaction with anyone, up to `at`; null for never. */
  lastSeenAt(person: string, at: Instant = Infinity): Instant | null {
    let seen = -Infinity;
    for (const log of this.#people.get(person)?.values() ?? []) {
      seen = Math.max(seen, log.lastBefore(at));
    }
    return seen === -Infinity ? null : seen;
  }

  /** The tie of one person to another at any moment, past or to come. */
  tie(from: string, to: string, at: Instant): TieMeasures {
    const declared = this.#declared.get(from)?.get(to) ?? {};
    const evidence = this.evidence(from, to, at);
    return measureTie(evidence, sideOf(from, to), at, { declared, model: this.#model });
  }

  /** A person's ties, strongest first; those without a contact day last. */
  ties(person: string, at: Instant): NetworkTie[] {
    const ties: NetworkTie[] = [];
    for (const [to, log] of this.#people.get(person) ?? []) {
      if (log.firstAt > at) continue;
      ties.push({ from: person, to, ...this.tie(person, to, at) });
    }
    return ties.sort((x, y) => (y.strength ?? -1) - (x.strength ?? -1) || order(x.to, y.to));
  }

  /** The strongest pairs of the whole network. */
  strongest(at: Instant, limit = 10): NetworkPair[] {
    const found: NetworkPair[] = [];
    for (const [a, others] of this.#people) {
      for (const [b, log] of others) {
        if (a > b) continue;
        const value = strength(log.evidence(at), at, this.#model);
        if (value !== null) found.push({ a, b, strength: value });
      }
    }
    found.sort((x, y) => y.strength - x.strength || order(x.a, y.a) || order(x.b, y.b));
    return found.slice(0, limit);
  }

  /** A tie through its past. */
  history(
    from: string,
    to: string,
    options: Omit<TieHistoryOptions, "model" | "customTypes">,
  ): TieHistoryPoint[] {
    return tieHistory(this.interactions(from, to), { ...options, ...this.#measuring() });
  }

  /** A tie taken apart. */
  explain(from: string, to: string, at: Instant, { limit }: ExplainOptions = {}): TieExplanation {
    const evidence = this.evidence(from, to, at);
    return explainTie(evidence, sideOf(from, to), this.interactions(from, to), at, {
      ...this.#measuring(),
      ...(limit === undefined ? {} : { limit }),
    });
  }

  /** What was observed between two people, in order of time. */
  interactions(one: string, other: string): readonly Interaction[] {
    return this.#people.get(one)?.get(other)?.interactions() ?? [];
  }

  /** The best warm paths from a person to any of the targets. */
  paths(from: string, targets: Iterable<string>, at: Instant, options?: PathOptions): RankedPath[] {
    return bestPaths(this.#graphAt(at), from, targets, options);
  }

  #graphAt(at: Instant): PathGraph {
    const model = this.#model;
    const isPaused = (from: string, to: string) =>
      this.#declared.get(from)?.get(to)?.paused ?? false;
    return {
      ties: (person) =>
        Array.from(this.#people.get(person) ?? [], ([to, log]) => {
          const evidence = log.evidence(at);
          return {
            to,
            probability: contactProbability(evidence, at, model.bandHorizonDays, model) ?? 0,
            strained: isStrained(evidence),
            paused: isPaused(person, to) || isPaused(to, person),
          };
        }),
      person: (id) => {
        const ties = this.#people.get(id);
        if (!ties) return undefined;
        let degree = 0;
        for (const log of ties.values()) if (log.evidence(at).contactDays > 0) degree += 1;
        return { degree, openToIntroduce: !this.#closed.has(id) };
      },
    };
  }

  #check(interaction: Interaction): void {
    pairOf(interaction.from, interaction.to);
    interactionCategory(interaction, this.#customTypes);
    if (!Number.isFinite(interaction.occurredAt)) {
      throw new RangeError(
        `An interaction from "${interaction.from}" to "${interaction.to}" has occurredAt ${interaction.occurredAt}. Give milliseconds since 1970.`,
      );
    }
  }

  #logOf(one: string, other: string): PairLog {
    let log = this.#people.get(one)?.get(other);
    if (!log) {
      log = new PairLog(this.#model, this.#customTypes);
      this.#tiesOf(one).set(other, log);
      this.#tiesOf(other).set(one, log);
    }
    return log;
  }

  #forget(person: string, other: string): void {
    const ties = this.#people.get(person);
    ties?.delete(other);
    if (ties?.size === 0) this.#people.delete(person);
  }

  #tiesOf(person: string): Map<string, PairLog> {
    const ties = this.#people.get(person) ?? new Map<string, PairLog>();
    this.#people.set(person, ties);
    return ties;
  }

  #measuring(): { model: Model; customTypes?: CustomTypes } {
    return this.#customTypes
      ? { model: this.#model, customTypes: this.#customTypes }
      : { model: this.#model };
  }
}

function order(x: string, y: string): number {
  return x < y ? -1 : Number(x > y);
}
