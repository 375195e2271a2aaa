import { type Static, Type } from "typebox";
import { CalendarDate, Instant, Nullable, Share, Strict } from "../../http/schemas.ts";
import { Amount, Band, Chance, Count, Evidence, PersonId, Strength, Trend } from "./schemas.ts";

export const TieHistoryQuery = Strict({
  since: Type.Optional(Instant("The first point; a year before `until` unless given.")),
  until: Type.Optional(Instant("No point is later; now unless given.")),
  step: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 3650, default: 7, description: "Days between points." }),
  ),
});

export const TieHistoryBody = Strict(
  {
    from: PersonId("Whose side it is."),
    to: PersonId("The other person."),
    since: Instant("The first point."),
    until: Instant("No point is later."),
    step: Type.Integer({ description: "Days between points." }),
    points: Type.Array(
      Strict(
        {
          at: Instant("The moment."),
          strength: Strength,
          band: Band,
          trend: Nullable(Trend),
          strained: Type.Boolean(),
          contactDays: Count("Contact days up to then."),
          contactProbability: Strict({ days90: Chance("As of then, within 90 days.") }),
        },
        { title: "TieHistoryPoint" },
      ),
    ),
    model: Type.String(),
  },
  { title: "TieHistory" },
);
export type TieHistoryBody = Static<typeof TieHistoryBody>;

const NamedNumbers = Type.Unsafe<Record<string, number | null>>(
  Type.Object({}, { additionalProperties: Nullable(Type.Number()) }),
);

export const ExplainedPartBody = Strict(
  {
    measure: Type.String({ description: "Which number, word or flag." }),
    formula: Type.String({
      description:
        "How it is made, in the names of `inputs`; `^` is to the power of, `ln` the natural logarithm.",
    }),
    inputs: NamedNumbers,
    value: Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Null()], {
      description: "What is answered; `null` if undefined.",
    }),
  },
  { title: "ExplainedPart" },
);

export const TieExplanationBody = Strict(
  {
    from: PersonId("Whose side it is."),
    to: PersonId("The other person."),
    strength: Strength,
    band: Band,
    sentences: Type.Array(Type.String(), { description: "The explanation in plain words." }),
    evidence: Evidence,
    parts: Type.Array(ExplainedPartBody, { description: "Every measure taken apart." }),
    weighingDays: Type.Array(
      Strict(
        {
          day: CalendarDate("The contact day, in UTC."),
          weight: Amount("What it weighs now; 1 when new."),
          share: Share("Its part of the whole weight."),
          outbound: Type.Boolean({ description: "This side reached out." }),
          inbound: Type.Boolean({ description: "The other reached out." }),
          interactions: Type.Array(
            Strict({
              id: Type.String(),
              type: Type.String(),
              from: PersonId("Who reached out."),
              occurredAt: Instant("When."),
            }),
            { description: "What happened; of each direction the first five." },
          ),
        },
        { title: "WeighingDay" },
      ),
      { description: "The contact days that weigh most, heaviest first, at most five." },
    ),
    ifSilent: Type.Array(Strict({ band: Band, at: Instant("When it falls into the band.") }), {
      description: "What becomes of the tie if both stay silent.",
    }),
    ifContact: Strict(
      {
        strength: Strength,
        band: Band,
        contactProbability: Strict({ days90: Chance("Within 90 days.") }),
      },
      { description: "What it would be right after one more contact." },
    ),
    at: Instant("The moment it was measured at."),
    model: Type.String(),
  },
  { title: "TieExplanation" },
);
export type TieExplanationBody = Static<typeof TieExplanationBody>;
