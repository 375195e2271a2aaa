import type { AgainstOwnPast } from "../ego/own-past.ts";
import { networkReciprocity } from "../graph/network-reciprocity.ts";
import type { WeightedGraph } from "../graph/weighted-graph.ts";
import type { Instant } from "../instant.ts";
import { type Interaction, interactionCategory } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { pairOf, sideOf } from "../pair.ts";
import { bestPaths } from "../path/best-paths.ts";
import { commonGround } from "../path/common-ground.ts";
import type { PathGraph, PathOptions, RankedPath } from "../path/path-graph.ts";
import { type PersonToMeet, peopleToMeet } from "../path/people-to-meet.ts";
import { type Facets, type RealTieMeasures, realTie } from "../relationship/real-tie.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { type ExplainOptions, explainTie, type TieExplanation } from "../tie/explain-tie.ts";
import { type DeclaredFacets, measureTie, type TieMeasures } from "../tie/measure-tie.ts";
import { type TieHistoryOptions, type TieHistoryPoint, tieHistory } from "../tie/tie-history.ts";
import { contactFlows, degreeOf, egoNetworkOf, pathGraph } from "./network-graphs.ts";
import type {
  NetworkOptions,
  NetworkPair,
  NetworkTie,
  ObservedInteraction,
  PastOptions,
  PersonFacets,
  PersonMeasures,
} from "./network-types.ts";
import { PairStore } from "./pair-store.ts";
import { concentrationAgainstPast, personMeasures, tieWeightsOf } from "./person-measures.ts";
import { strongestPairs } from "./strongest-pairs.ts";

/**
 * A network in memory: takes interactions in any order and measures with the same functions as the
 * service. It keeps the log, so that any past moment can be asked for and interactions be voided.
 */
export class Network {
  readonly #model: Model;
  readonly #customTypes: CustomTypes | undefined;
  readonly #store: PairStore;
  /** The rows of every event that has an id. */
  readonly #rows = new Map<string, number | readonly number[]>();
  readonly #declared = new Map<string, Map<string, DeclaredFacets>>();
  readonly #closed = new Set<string>();
  readonly #described = new Map<string, PersonFacets>();

  constructor({ model = defaultModel, customTypes }: NetworkOptions = {}) {
    this.#model = model;
    this.#customTypes = customTypes;
    this.#store = new PairStore(model, customTypes);
  }

  /**
   * Adds interactions. One whose `id` is known already is a duplicate and changes nothing. A bad
   * one (unknown type, oneself, no time) throws; those before it are kept.
   */
  observe(interactions: Iterable<ObservedInteraction>): { created: number; duplicates: number } {
    let created = 0;
    let duplicates = 0;
    for (const event of interactions) {
      if (event.id !== undefined && this.#rows.has(event.id)) {
        duplicates += 1;
        continue;
      }
      this.#add(event);
      created += 1;
    }
    return { created, duplicates };
  }

  /** Takes an interaction back, as if it had never been observed; false when the id is unknown. */
  void(id: string): boolean {
    const rows = this.#rows.get(id);
    if (rows === undefined) return false;
    this.#rows.delete(id);
    for (const row of typeof rows === "number" ? [rows] : rows) this.#store.remove(row);
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

  /** What a person gives, could use and belongs to: replaces what was described before. */
  describe(person: string, facets: PersonFacets): void {
    this.#described.set(person, facets);
  }

  /** Everybody who occurs in an interaction. */
  people(): Iterable<string> {
    return this.#store.people();
  }

  /** The evidence of a pair as of a moment, or all of it. */
  evidence(one: string, other: string, at: Instant = Infinity): PairEvidence {
    pairOf(one, other);
    return this.#store.evidence(one, other, at);
  }

  /** When a person was last in an interaction with anyone, up to `at`; null for never. */
  lastSeenAt(person: string, at: Instant = Infinity): Instant | null {
    let seen = -Infinity;
    this.#store.forEachOf(person, (pair) => {
      seen = Math.max(seen, this.#store.lastAt(pair, at));
    });
    return seen === -Infinity ? null : seen;
  }

  /** The tie of one person to another at any moment, past or to come. */
  tie(from: string, to: string, at: Instant): TieMeasures {
    return this.#measure(this.evidence(from, to, at), from, to, at);
  }

  /** Whether two people have a reason and the means to help each other, as described so far. */
  realTie(from: string, to: string, at: Instant): RealTieMeasures {
    const { own, other } = this.#facets(from, to);
    const evidence = this.evidence(from, to, at);
    return realTie(evidence, sideOf(from, to), own, other, at, this.#model);
  }

  /** A person's ties, strongest first; those without a contact day last. */
  ties(person: string, at: Instant): NetworkTie[] {
    const ties: NetworkTie[] = [];
    this.#store.forEachOf(person, (pair, to) => {
      if (this.#store.lastAt(pair, at) === -Infinity) return;
      const evidence = this.#store.evidenceOf(pair, at);
      ties.push({ from: person, to, ...this.#measure(evidence, person, to, at) });
    });
    return ties.sort((x, y) => (y.strength ?? -1) - (x.strength ?? -1) || (x.to < y.to ? -1 : 1));
  }

  /** The strongest pairs of the whole network. */
  strongest(at: Instant, limit = 10): NetworkPair[] {
    return strongestPairs(this.#store, at, limit, this.#model);
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
  explain(
    from: string,
    to: string,
    at: Instant,
    { limit }: Pick<ExplainOptions, "limit"> = {},
  ): TieExplanation {
    const evidence = this.evidence(from, to, at);
    return explainTie(evidence, sideOf(from, to), this.interactions(from, to), at, {
      ...this.#measuring(),
      declared: this.#declared.get(from)?.get(to) ?? {},
      facets: this.#facets(from, to),
      ...(limit === undefined ? {} : { limit }),
    });
  }

  /** What was observed between two people, in order of time. */
  interactions(one: string, other: string): readonly Interaction[] {
    return this.#store.interactions(one, other);
  }

  /** The best warm paths from a person to any of the targets. */
  paths(from: string, targets: Iterable<string>, at: Instant, options?: PathOptions): RankedPath[] {
    return bestPaths(this.#pathGraph(from, at), from, targets, options);
  }

  /** New people to meet, and through whom. */
  peopleToMeet(person: string, at: Instant, limit?: number): PersonToMeet[] {
    return peopleToMeet(this.#pathGraph(person, at), person, limit);
  }

  /** How warmly two people are joined through others, whether or not they have a tie. */
  commonGround(one: string, other: string, at: Instant): number {
    return commonGround(this.#pathGraph(null, at), one, other);
  }

  /** A person, everybody they have a tie with, and the ties among all of them, by strength. */
  egoNetwork(person: string, at: Instant): WeightedGraph {
    return egoNetworkOf(this.#store, person, at, this.#model);
  }

  /** With how many people a person has been in contact. */
  degree(person: string, at: Instant): number {
    return degreeOf(this.#store, person, at);
  }

  /** All of a person's contact: the sum of the weights of their ties. */
  totalWeight(person: string, at: Instant): number {
    let total = 0;
    for (const weight of tieWeightsOf(this.#store, person, at, this.#model).values())
      total += weight;
    return total;
  }

  /** The measures of a person's surroundings. */
  person(person: string, at: Instant): PersonMeasures {
    return personMeasures(this.#store, person, at, this.#model, this.#described);
  }

  /** The concentration of a person's contact beside their own past. */
  concentration(person: string, at: Instant, options?: PastOptions): AgainstOwnPast {
    return concentrationAgainstPast(this.#store, person, at, this.#model, options);
  }

  /** The part of all contact in the network that is returned; null without contact. */
  reciprocity(at: Instant): number | null {
    return networkReciprocity(contactFlows(this.#store, at, this.#model));
  }

  #facets(from: string, to: string): { own: Facets; other: Facets } {
    return { own: this.#described.get(from) ?? {}, other: this.#described.get(to) ?? {} };
  }

  #pathGraph(requester: string | null, at: Instant): PathGraph {
    const isPaused = (from: string, to: string) =>
      this.#declared.get(from)?.get(to)?.paused ?? false;
    return pathGraph(this.#store, at, this.#model, requester, {
      isPaused: (one, other) => isPaused(one, other) || isPaused(other, one),
      isClosed: (person) => this.#closed.has(person),
    });
  }

  #measure(evidence: PairEvidence, from: string, to: string, at: Instant): TieMeasures {
    const declared = this.#declared.get(from)?.get(to) ?? {};
    return measureTie(evidence, sideOf(from, to), at, { declared, model: this.#model });
  }

  #add(event: ObservedInteraction): void {
    const { id, to } = event;
    if (typeof to === "string") {
      const part = event as Interaction;
      this.#check(part);
      const row = this.#store.add(part);
      if (id !== undefined) this.#rows.set(id, row);
      return;
    }
    // All recipients are checked before the first is stored: an event is kept whole or not at all.
    const parts = Array.from(
      new Set(to),
      (recipient): Interaction => ({ ...event, to: recipient }),
    );
    if (parts.length === 0) {
      throw new RangeError(`An interaction from "${event.from}" reaches nobody. Name a recipient.`);
    }
    for (const part of parts) this.#check(part);
    const rows = parts.map((part) => this.#store.add(part));
    if (id !== undefined) this.#rows.set(id, rows);
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

  #measuring(): { model: Model; customTypes?: CustomTypes } {
    return this.#customTypes
      ? { model: this.#model, customTypes: this.#customTypes }
      : { model: this.#model };
  }
}
