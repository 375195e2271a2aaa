import { builtInRoles, interactionCategories, type Model, modelBounds } from "@kith/core";
import { type Static, type TSchema, Type } from "typebox";
import {
  cursor,
  Instant,
  limit,
  Nullable,
  Page,
  Share,
  Strict,
  Words,
} from "../../http/schemas.ts";
import { outcomes } from "./queries/calibrations.ts";

const names = Object.keys(modelBounds) as (keyof Model)[];

/** An object with a field for each constant of the model. */
const perConstant = <S extends TSchema>(schemaOf: (name: keyof Model) => S) =>
  Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Record<keyof Model, S>;

const ModelConstant = Strict(
  {
    value: Type.Number({ description: "What is in force." }),
    default: Type.Number(),
    min: Type.Number(),
    max: Type.Number(),
    source: Words(["default", "override", "calibration"], "Where the value comes from."),
    stored: Type.Boolean({
      description: "Worked into stored evidence: a change rewrites it for all of your pairs.",
    }),
    meaning: Type.String(),
  },
  { title: "ModelConstant" },
);

export const ModelBody = Strict(
  {
    model: Type.String({
      description:
        "As measured answers name it: the version of the formulas, `+c3` when your third calibration is in force, `o5` when constants are overridden, last in revision 5.",
    }),
    version: Type.String({ description: "Version of the formulas and their default constants." }),
    constants: Strict(perConstant(() => ModelConstant)),
    overrides: Strict(
      perConstant(() => Type.Optional(Type.Number())),
      { description: "The constants that you changed." },
    ),
    calibration: Nullable(
      Strict({
        number: Type.Integer({ description: "Which of your calibrations." }),
        kappaScale: Type.Number({ description: "The scale that it found." }),
      }),
      { description: "The calibration in force; `null` for none." },
    ),
    interactionTypes: Type.Array(
      Strict({ type: Type.String(), category: Words(interactionCategories, "Which evidence.") }),
      { description: "The built-in ones; your own stand in `/v1/tenant`." },
    ),
    roles: Type.Array(
      Strict({
        role: Words(builtInRoles, "What the other person is to the one who declares it."),
        inverse: Nullable(Words(builtInRoles, "What they are to the other, seen from there.")),
      }),
      { description: "The built-in ones; your own stand in `/v1/tenant`." },
    ),
    updatedAt: Nullable(Instant("When it was changed last; `null` for never.")),
  },
  { title: "Model" },
);
export type ModelBody = Static<typeof ModelBody>;

export const ModelPatch = Strict(
  {
    overrides: Strict(
      perConstant((name) => {
        const { min: minimum, max: maximum, meaning: description } = modelBounds[name];
        return Type.Optional(Nullable(Type.Number({ minimum, maximum }), { description }));
      }),
      { minProperties: 1, description: "Constants to change; `null` resets one." },
    ),
  },
  { title: "ModelPatch" },
);

export const CalibrationInput = Strict(
  {
    horizonDays: Type.Optional(
      Type.Integer({
        minimum: 7,
        maximum: 365,
        description: "How far ahead the forecasts look; 30 unless given.",
      }),
    ),
    windows: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 12,
        description: "Windows of that length to fit on, before the last; 3 unless given.",
      }),
    ),
    adopt: Type.Optional(
      Type.Boolean({
        description: "Put the scale in force if it is better; false unless given.",
      }),
    ),
  },
  { title: "CalibrationInput" },
);

const Count = (description: string) => Type.Integer({ minimum: 0, description });

const ForecastQuality = Strict(
  {
    auc: Nullable(Share("The chance that a pair in contact was ranked above one that was not.")),
    logLoss: Nullable(
      Type.Number({ minimum: 0, description: "In nats per pair: less is better." }),
    ),
    calibrationError: Nullable(Share("Mean gap between forecast and outcome over the table.")),
    calibrationTable: Type.Array(
      Strict({
        predicted: Share("Mean chance of contact that was forecast."),
        observed: Share("Part of the pairs that had contact."),
        count: Count("Pairs."),
      }),
      { description: "Ten parts of equally many pairs, by forecast." },
    ),
  },
  { title: "ForecastQuality" },
);

export const CalibrationBody = Strict(
  {
    id: Type.String(),
    number: Type.Integer({ minimum: 1, description: "Counts your calibrations." }),
    outcome: Words(
      outcomes,
      "`better`: lower log-loss on the later window. `tooLittleData`: the fit would be chance.",
    ),
    detail: Type.String({ description: "The outcome in a sentence. For people; may change." }),
    adopted: Type.Boolean({ description: "Whether it was put in force." }),
    horizonDays: Type.Integer(),
    windows: Type.Integer(),
    kappaScale: Strict({
      before: Type.Number({ description: "In force when it was asked for." }),
      after: Type.Number({ description: "What fits the earlier windows." }),
    }),
    before: ForecastQuality,
    after: ForecastQuality,
    fittedOn: Strict({
      pairs: Count("Pairs, once for each window."),
      contacts: Count("How many of them had contact."),
    }),
    judgedOn: Strict({
      since: Instant("What came later was not known to the forecasts."),
      until: Instant("The end of the window."),
      pairs: Count("Pairs."),
      contacts: Count("How many of them had contact."),
    }),
    at: Instant("When it was made."),
    model: Type.String({ description: "The model that was in force: `before` is its quality." }),
  },
  { title: "Calibration" },
);
export type CalibrationBody = Static<typeof CalibrationBody>;

export const CalibrationPage = Page(CalibrationBody, "CalibrationPage");
export const CalibrationQuery = Strict({ limit: Type.Optional(limit), cursor });
