import type { BrokerageRoles } from "../ego/brokerage-roles.ts";
import type { Diversity } from "../ego/diversity.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import type { Model } from "../model/model.ts";
import type { Pair } from "../pair.ts";
import type { Facets } from "../relationship/real-tie.ts";
import type { TieMeasures } from "../tie/measure-tie.ts";

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

/** What is known of a person besides interactions. */
export interface PersonFacets extends Facets {
  /** Where they belong now; the first is their main one. */
  readonly organizations?: readonly string[];
}

/** Earlier moments to compare with: `moments` of them, `everyDays` apart, back from `at`. */
export interface PastOptions {
  /** 30 unless given. */
  readonly everyDays?: number;
  /** 12 unless given. */
  readonly moments?: number;
}

/** A person's surroundings, weighted by strength; null where undefined. */
export interface PersonMeasures {
  readonly degree: number;
  readonly effectiveSize: number | null;
  readonly efficiency: number | null;
  readonly constraint: number | null;
  /** The part of the constraint that each alter brings; empty without alters. */
  readonly localConstraint: ReadonlyMap<string, number>;
  readonly clustering: number | null;
  /** Of contact weight, not of strength: where the attention goes. */
  readonly concentration: number | null;
  /** Over the organizations of the alters, by contact weight; null when none is described. */
  readonly diversity: Diversity | null;
  /** Between main organizations; null when the person's own is not described. */
  readonly brokerageRoles: BrokerageRoles | null;
}
