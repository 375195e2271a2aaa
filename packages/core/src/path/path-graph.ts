import type { IntroducerFacts } from "./willingness.ts";

/** A tie as a path search sees it, from one person. */
export interface PathTie {
  readonly to: string;
  /** Chance of contact within 90 days, in [0, 1]: the tie as it is in use now. */
  readonly probability: number;
  /** Friction without a repair: no path leads over it. */
  readonly strained?: boolean;
  /** Put to rest by one of the two: no path leads over it. */
  readonly paused?: boolean;
}

/** What a path search knows of a person who might introduce. */
export interface PathPerson {
  /** Number of people that the person has ties with. */
  readonly degree: number;
  readonly openToIntroduce: boolean;
  /** In [0, 1], see `introducerWillingness`; 1 when absent. */
  readonly willingness?: number;
  /** What the willingness was made of, to be explained. */
  readonly facts?: IntroducerFacts;
}

/**
 * Where a search reads the network. A tie must read the same from both ends. A person that the graph
 * does not know can be a target, not an introducer.
 */
export interface PathGraph {
  ties(person: string): Iterable<PathTie>;
  person(id: string): PathPerson | undefined;
}

export interface PathOptions {
  /** At most so many people between, 0 to 3; 2 unless given. */
  readonly maxIntroducers?: number;
  /** At most so many paths; 10 unless given. */
  readonly limit?: number;
}

/** A person asked to introduce, and the factor by which they enter the score. */
export interface PathIntroducer {
  readonly person: string;
  readonly degree: number;
  readonly willingness: number;
  /** willingness / ln(degree). */
  readonly factor: number;
  readonly facts?: IntroducerFacts;
}

export interface PathHop {
  readonly from: string;
  readonly to: string;
  readonly probability: number;
}

/** A way to a target. `score` is the product of the hops' probabilities and introducers' factors. */
export interface RankedPath {
  readonly target: string;
  /** Everybody on the way, requester first, target last. */
  readonly people: readonly string[];
  readonly hops: readonly PathHop[];
  readonly introducers: readonly PathIntroducer[];
  /** Product of the hops' probabilities. */
  readonly probability: number;
  /** For ranking only: it is no probability and may exceed 1. */
  readonly score: number;
  readonly weakestTie: PathHop;
}
