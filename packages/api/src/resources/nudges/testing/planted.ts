import type { Simulation } from "../../../../../../examples/alumni-association/simulation/simulate.ts";

/** Until when an occasion has to be said. */
export type InTime =
  /** It has a date of its own: by then. */
  | { by: number }
  /**
   * It has none: in the week in which it comes, or, where all places of that week are taken or one is
   * about the same person, in one of the next. `soon` may not wait for that.
   */
  | "week"
  | "soon";

/** An occasion that was planted: one of `sides` is to hear of it. */
export interface Planted {
  readonly what: string;
  readonly kind: string;
  readonly sides: readonly (readonly [person: string, about: string])[];
  /** About anybody who was at this gathering, whoever `about` says. */
  readonly gathering?: string;
  readonly from: number;
  readonly inTime: InTime;
}

type Pair = readonly [string, string];

/**
 * What the simulation planted and what a week of nudges is to say of it, from a moment on. With a
 * strained tie nothing is due but its repair: help among those two is left out.
 */
export function plantedBefore({ truth }: Simulation, from: number): Planted[] {
  const both = ([one, other]: Pair): Pair[] => [
    [one, other],
    [other, one],
  ];
  const strained = new Set(truth.strainedPairs.flatMap(({ pair }) => both(pair).map(String)));
  const thanks = new Map(
    truth.unthankedHelp.map(({ receiver, giver }) => [`${receiver},${giver}`, [receiver, giver]]),
  );
  const ties = (what: string, kind: string, pairs: { pair: Pair }[], inTime: InTime): Planted[] =>
    pairs.map(({ pair }) => ({ what, kind, sides: both(pair), from, inTime }));
  return [
    ...[...thanks]
      .filter(([key]) => !strained.has(key))
      .map(
        ([, pair]): Planted => ({
          ...{ what: "help not thanked for", kind: "thank", from, inTime: "week" },
          sides: [pair as unknown as Pair],
        }),
      ),
    ...ties("strong ties fading", "reconnect", truth.fadingStrongTies, "soon"),
    ...ties("strong ties dormant", "reconnect", truth.dormantStrongTies, "week"),
    ...ties("strained ties", "repair", truth.strainedPairs, "week"),
  ];
}

/** Alike in what should not matter: nothing is to be said of them. */
export function controlsOf({ truth, interactions }: Simulation): Planted[] {
  const byId = new Map(interactions.map((one) => [one.externalId, one]));
  const common = { from: 0, inTime: "week" } as const;
  return [
    ...truth.unthankedHelp.flatMap(({ control }): Planted[] => {
      const help = control === null ? undefined : byId.get(control);
      const sides: Pair[] = help ? [[help.to[0] ?? "", help.from]] : [];
      return help ? [{ what: "help not thanked for", kind: "thank", sides, ...common }] : [];
    }),
    ...truth.fadingStrongTies.flatMap(({ control }): Planted[] =>
      control
        ? [
            {
              ...{ what: "strong ties fading", kind: "reconnect", ...common },
              sides: [control, [control[1], control[0]]],
            },
          ]
        : [],
    ),
  ];
}
