import { bands, builtInRoles, realReasonCodes, standings, trends } from "@kith/core";
import { type Static, Type } from "typebox";
import {
  cursor,
  Instant,
  limit,
  Nullable,
  Page,
  PersonRef,
  Share,
  Strict,
  Text,
  Words,
} from "../../http/schemas.ts";

const Moment = (description: string) => Nullable(Instant(description));
export const Amount = (description: string) => Type.Number({ minimum: 0, description });
export const Count = (description: string) => Type.Integer({ minimum: 0, description });
export const Chance = (description: string) => Nullable(Share(description), { description });
const Signed = (description: string) =>
  Nullable(Type.Number({ minimum: -1, maximum: 1 }), { description });

export const TieParams = Strict({ from: PersonRef, to: PersonRef });

const at = Instant("The moment to measure at; now unless given.");
export const TieQuery = Strict({ at: Type.Optional(at) });

export const Band = Words(
  bands,
  "How much the tie is in use, by the chance of contact within 90 days. `none`: no contact on record.",
);
export const Trend = Words(
  trends,
  "Where it is going: the recent rate of contact against the long-run one.",
);
export const Strength = Chance("How much contact has been built up; `null` without any.");
const RoleName = Type.String({ pattern: "^[a-z][a-zA-Z0-9_-]{0,39}$" });

export const proximities = [
  "same-team",
  "same-office",
  "same-city",
  "same-region",
  "remote",
] as const;

const roles = Type.Array(RoleName, {
  maxItems: 20,
  uniqueItems: true,
  description: `What the other person is to this side: ${builtInRoles.join(", ")}, or the tenant's own.`,
});
const context = Words(["professional", "personal", "both"], "Which part of life they share.");
const proximity = Words(proximities, "How near to each other they usually are.");
const horizon = Words(["project", "long-term"], "Whether it is meant to last beyond a project.");
const circle = Text(100, { description: "The circle into which this side puts the other." });
const paused = Type.Boolean({
  description: "Put to rest: no reminders, no introductions over it.",
});
const note = Text(5000, { description: "This side's own note. The other side never sees it." });
const Days = Type.Number({ minimum: 1, maximum: 3650 });

export const Declared = Strict(
  {
    roles,
    context: Nullable(context),
    proximity: Nullable(proximity),
    horizon: Nullable(horizon),
    circle: Nullable(circle),
    cadenceDays: Nullable(Strict({ ideal: Nullable(Days), max: Nullable(Days) }), {
      description: "The rhythm that this side wants: an ideal, and the longest silence it accepts.",
    }),
    paused,
    note: Nullable(note),
    updatedAt: Moment("When it was last declared; `null` for never."),
  },
  { title: "TieDeclaration", description: "What this side declared. Of today, at whatever `at`." },
);

export const TiePatch = Strict(
  {
    roles: Type.Optional(Nullable(roles)),
    context: Type.Optional(Nullable(context)),
    proximity: Type.Optional(Nullable(proximity)),
    horizon: Type.Optional(Nullable(horizon)),
    circle: Type.Optional(Nullable(circle)),
    cadenceDays: Type.Optional(
      Nullable(
        Strict(
          { ideal: Type.Optional(Nullable(Days)), max: Type.Optional(Nullable(Days)) },
          { minProperties: 1 },
        ),
        { description: "Replaced as a whole." },
      ),
    ),
    paused: Type.Optional(Nullable(paused)),
    note: Type.Optional(Nullable(note)),
  },
  { title: "TiePatch", minProperties: 1, description: "Facets to change; `null` clears one." },
);

export const PersonId = (description: string) => Type.String({ description });

const Real = Strict(
  {
    incentive: Chance(
      "The reasons of both to help each other: the weaker side's mean of strength, being in touch (chance of contact within 90 days) and help received. `null` without contact.",
    ),
    capability: Chance(
      "The means of both to help each other: the part of what the other looks for that one can give, of the weaker side. `null` where the profiles don't say.",
    ),
    isReal: Nullable(Type.Boolean(), {
      description:
        "An incentive of at least 0.3 (`realIncentive` of your model) and some capability, on both sides; `null` where either is unknown.",
    }),
    reasons: Type.Array(
      Strict(
        {
          code: Words(realReasonCodes, "Which reason."),
          of: Words(["incentive", "capability"], "What it is a reason of."),
          speaksFor: Nullable(Type.Boolean(), {
            description: "Whether it makes the tie more real; `null` where something isn't known.",
          }),
          words: Type.Array(Type.String(), {
            description: "What the one looks for and the other can give.",
          }),
          detail: Type.String({ description: "The same in a sentence." }),
        },
        { title: "RealTieReason" },
      ),
      { description: "Why, from this side." },
    ),
  },
  {
    title: "RealTie",
    description:
      "Whether both have a reason and the means to help each other. A rule for what to suggest, no prediction and no judgement of a friendship.",
  },
);

export const Evidence = Strict(
  {
    contactDays: Count("Days on which they were in contact."),
    firstContactAt: Moment("The first contact."),
    lastContactAt: Moment("The last contact in either direction."),
    lastOutboundAt: Moment("When this side last reached out."),
    lastInboundAt: Moment("When the other last reached out."),
    given: Amount("Help given by this side: days, the recent counting more."),
    received: Amount("Help received by this side, likewise."),
    helpDaysGiven: Count("Days on which this side helped."),
    helpDaysReceived: Count("Days on which the other helped."),
    lastConflictAt: Moment("The last friction."),
    lastRepairAt: Moment("The last repair."),
  },
  { title: "TieEvidence" },
);

const tie = {
  from: PersonId("Whose side it is."),
  to: PersonId("The other person."),
  strength: Strength,
  band: Band,
  trend: Nullable(Trend),
  strained: Type.Boolean({ description: "There was friction, and no repair since." }),
  paused,
  confidence: Share("How much evidence there is, by contact days and their span."),
  contactProbability: Strict({
    days30: Chance("The chance of at least one contact within 30 days."),
    days90: Chance("The same within 90 days: what `band` reads."),
    days365: Chance("The same within a year."),
  }),
  reciprocity: Strict({
    contact: Chance("How even it is who reaches out; `null` when nobody did."),
    help: Chance("How even help flows; `null` when none did."),
    balance: Strict({
      contact: Signed("Who reaches out more, this side above 0; near 0 with little evidence."),
      help: Signed("Who gives more help, this side above 0; near 0 with little evidence."),
    }),
    initiativeShare: Chance("The part of their contact that this side starts."),
    standing: Words(standings, "The flow of help in a word, to see what to do next."),
  }),
  cadence: Strict({
    expectedDays: Nullable(Amount("Measured mean gap between contacts.")),
    declaredDays: Nullable(
      Amount("The rhythm that this side declared; it overrides the measured."),
    ),
    lastContactAt: Moment("The last contact in either direction."),
    dueAt: Moment("When the next contact is due."),
    overdueDays: Nullable(Amount("Days past `dueAt`; 0 until then.")),
  }),
  real: Real,
  declared: Declared,
  evidence: Evidence,
  at: Instant("The moment it was measured at."),
  model: Type.String({
    description: "The model it was measured by: version, and a mark for what you changed.",
  }),
};

export const TieBody = Strict(tie, { title: "Tie" });
export type TieBody = Static<typeof TieBody>;

export const PersonBriefBody = Strict(
  {
    id: PersonId("The person."),
    externalId: Nullable(Type.String(), { description: "Your own id of the person." }),
    name: Nullable(Type.String()),
  },
  { title: "PersonBrief" },
);

export const TieListItemBody = Strict(
  { ...tie, person: PersonBriefBody },
  { title: "TieListItem" },
);
export const TiePage = Page(TieListItemBody, "TiePage");
export type TieListItemBody = Static<typeof TieListItemBody>;

export const TieListQuery = Strict({
  sort: Type.Optional(
    Type.Unsafe<"strength" | "dueAt" | "lastContactAt">(
      Type.String({
        enum: ["strength", "dueAt", "lastContactAt"],
        default: "strength",
        description: "Strongest first; soonest due first; or last in contact first.",
      }),
    ),
  ),
  band: Type.Optional(Band),
  trend: Type.Optional(Trend),
  role: Type.Optional(RoleName),
  circle: Type.Optional(circle),
  minStrength: Type.Optional(Share("Only ties of at least this strength.")),
  limit: Type.Optional(limit),
  cursor,
});
