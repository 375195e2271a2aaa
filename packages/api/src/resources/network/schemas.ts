import { type Static, Type } from "typebox";
import { Instant, Nullable, Share, Strict } from "../../http/schemas.ts";
import { Band, Count, PersonBriefBody, Strength, Trend } from "../ties/schemas.ts";

/** People in one answer at each distance. */
export const mostPeople = 2_000;

export const NetworkQuery = Strict({
  depth: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 2,
      default: 1,
      description:
        "1: the person and everybody they have a tie with. 2: also people beyond, whom those know.",
    }),
  ),
  minStrength: Type.Optional(Share("Only ties of at least this strength.")),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: mostPeople,
      default: 150,
      description:
        "The strongest ties, at most so many; at depth 2 also at most so many people beyond, the likeliest to be reached first.",
    }),
  ),
});

const PersonId = (description: string) => Type.String({ description });
const Measure = (description: string) => Nullable(Type.Number({ minimum: 0 }), { description });
const toMembers = "`null` to a member where the tie is not their own.";

const Node = Strict(
  {
    person: PersonBriefBody,
    distance: Type.Integer({
      minimum: 0,
      maximum: 2,
      description: "0: the person; 1: somebody they have a tie with; 2: somebody beyond.",
    }),
  },
  { title: "NetworkNode" },
);

const Edge = Strict(
  {
    from: PersonId("One end; of the person's own ties, the person."),
    to: PersonId("The other end."),
    strength: Strength,
    band: Nullable(Band, { description: `How much it is in use. ${toMembers}` }),
    trend: Nullable(Trend, { description: "Where it is going; only of the person's own ties." }),
    strained: Nullable(Type.Boolean(), {
      description: "Friction without a repair after it; only of the person's own ties.",
    }),
    paused: Nullable(Type.Boolean(), {
      description: "Put to rest by the person; only of the person's own ties.",
    }),
  },
  {
    title: "NetworkEdge",
    description: `A tie. Of ties between others a member learns only that there is one in use: its measures are \`null\`, and those out of use are left out.`,
  },
);

const Measures = Strict(
  {
    alters: Count("People with a tie to the person."),
    effectiveSize: Measure("Alters, less what they overlap with each other (Burt 1992)."),
    efficiency: Measure("The part of the alters that is not redundant."),
    constraint: Measure("How much the alters are invested in each other (Burt 1992)."),
    clustering: Measure("How much the alters know each other."),
    concentration: Measure("The part of all strength that the five strongest ties hold."),
  },
  { title: "NetworkMeasures" },
);

export const NetworkBody = Strict(
  {
    person: PersonBriefBody,
    nodes: Type.Array(Node, {
      description: "The person, then the strongest ties first, then people beyond.",
    }),
    edges: Type.Array(Edge, {
      description: "The person's own ties, the strongest first; then at most 5,000 between others.",
    }),
    measures: Nullable(Measures, {
      description:
        "Of the person and the alters of this answer, weighted by strength; `null` measures: undefined without alters. `null` as a whole to a member: it would tell how strong ties of others are.",
    }),
    isComplete: Type.Boolean({
      description: "Whether the person has no more ties than these, whatever their strength.",
    }),
    at: Instant("The moment of all measures."),
    model: Type.String({ description: "The version of the model that measured." }),
  },
  { title: "Network" },
);
export type NetworkBody = Static<typeof NetworkBody>;

export const NetworkDrawing = Type.String({
  description:
    "The same network drawn: the person in the middle, strong ties near and thick, people who know each other side by side. Names of up to 60 people; of more, the strongest ties have names and the others are dots in rings. For light and dark, without scripts.",
});
