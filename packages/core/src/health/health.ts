import { type Instant, MS_PER_DAY } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { attention } from "./attention.ts";
import type { HealthDimension, HealthReading } from "./dimension.ts";
import { diversity } from "./diversity.ts";
import type { HealthFacts } from "./facts.ts";
import { freshness } from "./freshness.ts";
import { gratitude } from "./gratitude.ts";
import { momentsOf } from "./moment.ts";
import { overlap } from "./overlap.ts";
import { quality } from "./quality.ts";
import { reciprocity } from "./reciprocity.ts";
import { limitOf } from "./rules.ts";
import { support } from "./support.ts";
import { type HealthTrend, healthTrend } from "./trend.ts";

/** Every dimension of the health of a network, one a file. */
export const healthDimensions = {
  quality,
  reciprocity,
  freshness,
  diversity,
  supportCoverage: support,
  gratitude,
  attention,
  overlap,
} as const satisfies Record<string, HealthDimension>;

export type HealthDimensionName = keyof typeof healthDimensions;

export const healthDimensionNames = Object.keys(healthDimensions) as HealthDimensionName[];

export interface MeasuredDimension extends HealthReading {
  /** Null where too little of the past is known. */
  readonly trend: HealthTrend | null;
}

export type Health = Readonly<Record<HealthDimensionName, MeasuredDimension>>;

/** The moments that a health at `at` looks at: now, a quarter ago and a year ago. */
export const healthMoments = (at: Instant): Instant[] =>
  [0, limitOf("quarterDays"), limitOf("yearDays")].map((days) => at - days * MS_PER_DAY);

/**
 * The reality check of a person's network: each dimension at `at`, and where it is going against the
 * same person's own past. Pure: the past is rebuilt from the facts.
 */
export function healthOf(facts: HealthFacts, at: Instant, model: Model = defaultModel): Health {
  const [now, quarterAgo, yearAgo] = momentsOf(facts, healthMoments(at), model).map((moment) =>
    readingsOf((dimension) => dimension.measure(moment, model)),
  ) as [Readings, Readings, Readings];
  return Object.fromEntries(
    healthDimensionNames.map((name) => {
      const { change } = healthDimensions[name];
      const hasPast = name !== "overlap";
      const trend = hasPast
        ? healthTrend(now[name], quarterAgo[name], yearAgo[name], change)
        : null;
      return [name, { ...now[name], trend }];
    }),
  ) as unknown as Health;
}

export type Readings = Readonly<Record<HealthDimensionName, HealthReading>>;

/** The dimensions at one moment, without their past: what an overview of many is made of. */
export function healthReadings(
  facts: HealthFacts,
  at: Instant,
  model: Model = defaultModel,
): Readings {
  const [moment] = momentsOf(facts, [at], model);
  return readingsOf((dimension) => dimension.measure(moment as never, model));
}

const readingsOf = (measure: (dimension: HealthDimension) => HealthReading): Readings =>
  Object.fromEntries(
    healthDimensionNames.map((name) => [name, measure(healthDimensions[name])]),
  ) as unknown as Readings;
