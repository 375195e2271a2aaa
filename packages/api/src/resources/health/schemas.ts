import { healthBands, healthDimensionNames, healthStepCodes, trendDirections } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, Nullable, Strict, Words } from "../../http/schemas.ts";
import { PersonBriefBody, PersonId } from "../ties/schemas.ts";

export const HealthQuery = Strict({
  at: Type.Optional(Instant("The moment to look at, up to now; now unless given.")),
});

const Value = (description: string) => Nullable(Type.Number({ minimum: 0 }), { description });

const NextStep = Strict(
  {
    code: Words(healthStepCodes, "Which step, for programs."),
    text: Type.String({ description: "The same for the person, in a sentence." }),
    person: Nullable(PersonBriefBody, {
      description: "Whom it is about; `null` for nobody alone.",
    }),
    operation: Type.String({ description: "The operation that helps with it." }),
    href: Type.String({ description: "What to GET, below the origin of the API." }),
  },
  { title: "HealthNextStep" },
);

const Trend = Strict(
  {
    direction: Words(
      trendDirections,
      "Where the value went since the older of the two moments. Whether up is better depends on the dimension.",
    ),
    quarterAgo: Value("The value 91 days before; `null` where too little was known."),
    yearAgo: Value("The value 364 days before; `null` where too little was known."),
  },
  { title: "HealthTrend" },
);

const band = Words(
  healthBands,
  "A gentle word for where it stands. `unknown`: there is too little on record to say.",
);

const Dimension = Strict(
  {
    value: Value("In the unit of the dimension; `null` where undefined or too little is known."),
    band,
    code: Type.String({ description: "Why it is that band, for programs." }),
    reason: Type.String({ description: "Why it is that band, for the person." }),
    figures: Type.Unsafe<Record<string, number>>(
      Type.Object(
        {},
        {
          additionalProperties: Type.Number(),
          description: "The counts that it was read from.",
        },
      ),
    ),
    trend: Nullable(Trend, {
      description: "Against the person's own past; `null` where too little of it is on record.",
    }),
    nextSteps: Type.Array(NextStep, { maxItems: 3, description: "What could come next." }),
  },
  { title: "HealthDimension" },
);

/** The unit of each dimension's value, in the words of the documentation. */
export const units = {
  quality: "Real ties: people with a reason and the means to help, on both sides.",
  reciprocity: "People whom this person helped within a year. What to give; never a balance.",
  freshness: "The part of the strong ties that are in use and not going cold, in [0, 1].",
  diversity: "Effective size of the ego network (Burt): to how many separate people the ties lead.",
  supportCoverage:
    "The part of six kinds of support with somebody for it, in [0, 1]: mentor, peers, sponsor, feedback, practical, emotional; as declared and as received.",
  gratitude: "The part of the help of the past year that had thanks or news since, in [0, 1].",
  attention: "People in contact in the past quarter, in times of this person's own usual number.",
  overlap: "The part of the ties with a declared context that are both professional and personal.",
} as const satisfies Record<(typeof healthDimensionNames)[number], string>;

/** One field of a schema for each dimension. */
export const perDimension = <T>(schema: T) =>
  Object.fromEntries(healthDimensionNames.map((name) => [name, schema])) as Record<
    (typeof healthDimensionNames)[number],
    T
  >;

const glossary = healthDimensionNames.map((name) => `- \`${name}\`: ${units[name]}`).join("\n");

export const HealthBody = Strict(
  {
    person: PersonId("Whose network it is."),
    dimensions: Strict(perDimension(Dimension), {
      title: "HealthDimensions",
      description: `What the value of each is:\n${glossary}`,
    }),
    at: Instant("The moment that was looked at."),
    model: Type.String({ description: "The model that ties were measured by." }),
  },
  { title: "Health" },
);
export type HealthBody = Static<typeof HealthBody>;

const Portion = Type.Number({ minimum: 0.05, maximum: 0.95 });
const OverviewDimension = Strict(
  {
    shares: Strict(
      Object.fromEntries(healthBands.map((name) => [name, Portion])) as Record<
        (typeof healthBands)[number],
        typeof Portion
      >,
      {
        description:
          "The part of the people in each band, in steps of 1/10 (1/20 from 40 people on). Never none or all of them, so the four need not add up to 1.",
      },
    ),
    median: Nullable(Type.Number({ minimum: 0 }), {
      description:
        "The middle of the known values, as a mean of the middle half, in steps of 1/4, or whole where people are counted (half of that from twenty values on). `null` with fewer than ten values.",
    }),
  },
  { title: "HealthOverviewDimension" },
);
const OverviewDimensions = Strict(perDimension(OverviewDimension), {
  title: "HealthOverviewDimensions",
  description: `What the value of each is:\n${glossary}`,
});

export const OverviewQuery = Strict({
  groupBy: Type.Optional(Words(["organization"], "Answer the figures of each group, too.")),
});

export const OverviewBody = Strict(
  {
    people: Type.Integer({ minimum: 0, description: "How many people the figures are of." }),
    sampled: Type.Boolean({
      description: "Whether these were drawn from more: always the same, by a hash of their ids.",
    }),
    floor: Type.Integer({ description: "No figure is about fewer people than this." }),
    dimensions: Nullable(OverviewDimensions, { description: "`null` with too few people." }),
    groups: Type.Array(
      Strict(
        {
          organization: Nullable(Type.String(), {
            description:
              "Where these people hold their first current position; `null` for everybody else: no position, or an organization of too few.",
          }),
          people: Type.Integer({ minimum: 10 }),
          dimensions: OverviewDimensions,
        },
        { title: "HealthOverviewGroup" },
      ),
      { description: "Empty unless asked for with `groupBy`." },
    ),
    at: Instant("The midnight (UTC) that the figures are of."),
    model: Type.String({ description: "The model that ties were measured by." }),
  },
  { title: "HealthOverview" },
);
export type OverviewBody = Static<typeof OverviewBody>;
