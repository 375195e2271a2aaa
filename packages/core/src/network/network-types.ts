import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import type { Model } from "../model/model.ts";
import type { Pair } from "../pair.ts";
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

/** A person's surroundings, weighted by strength; null where undefined. */
export interface PersonMeasures {
  readonly degree: number;
  readonly effectiveSize: number | null;
  readonly efficiency: number | null;
  readonly constraint: number | null;
  readonly clustering: number | null;
  /** Of contact weight, not of strength: where the attention goes. */
  readonly concentration: number | null;
}
