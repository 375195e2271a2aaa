/**
 * Names this model in every measured answer: the formulas and their default constants. Change it
 * with either, so that nobody compares numbers that were made in different ways.
 */
export const modelVersion = "kith-2026.1";

/** The constants of the model. Each has bounds and a meaning in `modelBounds`. */
export interface Model {
  readonly halfLifeDays: number;
  readonly recentHalfLifeDays: number;
  readonly kappaExponent: number;
  readonly kappaDivisor: number;
  readonly kappaScale: number;
  readonly silenceOffsetDays: number;
  readonly personScale: number;
  readonly personExponent: number;
  readonly personSeenDays: number;
  readonly bandHorizonDays: number;
  readonly bandCore: number;
  readonly bandActive: number;
  readonly bandFading: number;
  readonly trendNewDays: number;
  readonly trendNewContactDays: number;
  readonly trendGrowing: number;
  readonly trendCooling: number;
  readonly cadencePriorDays: number;
  readonly initiativePrior: number;
  readonly balancePrior: number;
  readonly standingEvidence: number;
  readonly standingBalance: number;
  readonly realIncentive: number;
  readonly confidenceContactDays: number;
  readonly confidenceSpanDays: number;
}

export interface ModelBound {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly meaning: string;
  /** Stored evidence was summed with it: changing it means rebuilding every pair from the log. */
  readonly rebuilds?: true;
}

/** The one place of every constant: default, bounds, meaning. */
export const modelBounds: Readonly<Record<keyof Model, ModelBound>> = {
  halfLifeDays: {
    min: 30,
    max: 3650,
    default: 365,
    meaning: "Days in which the weight of a contact day halves.",
    rebuilds: true,
  },
  recentHalfLifeDays: {
    min: 7,
    max: 365,
    default: 90,
    meaning: "Half-life of the recent weight, against which the trend compares the long run.",
    rebuilds: true,
  },
  kappaExponent: {
    min: 0.25,
    max: 1.5,
    default: 0.75,
    meaning: "How much a further contact day still adds: below 1, less and less.",
  },
  kappaDivisor: {
    min: 1,
    max: 60,
    default: 6,
    meaning: "Weight scale of strength: a tie with kappa 1 has strength one half.",
  },
  kappaScale: {
    min: 0.1,
    max: 10,
    default: 1,
    meaning: "A tenant's calibration: multiplies kappa, so keeps every order.",
  },
  silenceOffsetDays: {
    min: 1,
    max: 60,
    default: 10,
    meaning: "Days of silence that say little yet: the offset of the waiting time.",
  },
  personScale: {
    min: 0.01,
    max: 2,
    default: 0.25,
    meaning: "Scale of kappa with the person term.",
  },
  personExponent: {
    min: 0.25,
    max: 1.5,
    default: 0.7,
    meaning: "Exponent of the weight with the person term.",
  },
  personSeenDays: {
    min: 1,
    max: 365,
    default: 30,
    meaning: "Days unseen with anyone after which the person term halves kappa.",
  },
  bandHorizonDays: {
    min: 7,
    max: 365,
    default: 90,
    meaning: "Days ahead of the chance of contact that the bands read.",
  },
  bandCore: { min: 0.5, max: 0.999, default: 0.9, meaning: "Least chance of contact of `core`." },
  bandActive: { min: 0.1, max: 0.9, default: 0.4, meaning: "Least chance of contact of `active`." },
  bandFading: {
    min: 0.001,
    max: 0.5,
    default: 0.1,
    meaning: "Least chance of contact of `fading`; below it, `dormant`.",
  },
  trendNewDays: {
    min: 1,
    max: 365,
    default: 30,
    meaning: "Days since the first contact during which a tie is `new`.",
  },
  trendNewContactDays: {
    min: 1,
    max: 30,
    default: 3,
    meaning: "Contact days below which a tie is `new`.",
  },
  trendGrowing: {
    min: 1.01,
    max: 4,
    default: 1.25,
    meaning: "Recent rate over long-run rate above which a tie is `growing`.",
  },
  trendCooling: {
    min: 0.1,
    max: 0.99,
    default: 0.8,
    meaning: "Recent rate over long-run rate below which a tie is `cooling`.",
  },
  cadencePriorDays: {
    min: 1,
    max: 365,
    default: 14,
    meaning: "The gap between contacts that is expected before there is evidence.",
  },
  initiativePrior: {
    min: 0.01,
    max: 10,
    default: 0.5,
    meaning: "Weight added to each direction before their shares are taken.",
  },
  balancePrior: {
    min: 0.01,
    max: 10,
    default: 1,
    meaning: "Weight that pulls a balance with little evidence towards 0.",
  },
  standingEvidence: {
    min: 0,
    max: 20,
    default: 1,
    meaning: "Weight of help, both ways, that must be exceeded before a standing is said.",
  },
  standingBalance: {
    min: 0.05,
    max: 0.95,
    default: 1 / 3,
    meaning: "Balance of help beyond which a side is mostly giving or receiving.",
  },
  realIncentive: {
    min: 0.05,
    max: 0.9,
    default: 0.3,
    meaning: "Least incentive of both sides of a real tie.",
  },
  confidenceContactDays: {
    min: 0.5,
    max: 50,
    default: 4,
    meaning: "Contact days at which half of the confidence from counting is reached.",
  },
  confidenceSpanDays: {
    min: 1,
    max: 365,
    default: 30,
    meaning: "Days of common history at which half of the confidence from span is reached.",
  },
};

export const defaultModel: Model = Object.freeze(
  Object.fromEntries(Object.entries(modelBounds).map(([name, bound]) => [name, bound.default])),
) as unknown as Model;
