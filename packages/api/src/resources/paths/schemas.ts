import { pathReasonCodes } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, Nullable, PersonRef, Share, Strict, Text, Words } from "../../http/schemas.ts";
import { ExplainedPartBody } from "../ties/history-schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const Words200 = (description: string) => Text(200, { description });

const Target = Type.Union(
  [
    Strict({ person: PersonRef }),
    Strict(
      {
        organization: Type.Optional(Words200("Anybody who holds a position there.")),
        role: Type.Optional(
          Words200("Anybody who holds a position with the title; with `organization`, there."),
        ),
        skill: Type.Optional(Words200("Anybody with the skill.")),
      },
      { minProperties: 1 },
    ),
  ],
  {
    description:
      "Whom to reach: one person, or whoever fits all that is named. Positions are those held at the moment.",
  },
);

export const PathSearchBody = Strict(
  {
    from: PersonRef,
    to: Target,
    maxIntroducers: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 3,
        default: 2,
        description: "How many people may stand between, at most.",
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, default: 5, description: "Paths at most." }),
    ),
    at: Type.Optional(
      Instant(
        "The moment to look at, now unless given. Ties are measured as of then; pauses, openness and profiles are of today.",
      ),
    ),
    distinct: Type.Optional(
      Type.Boolean({ default: true, description: "At most one path for each first introducer." }),
    ),
  },
  { title: "PathSearch" },
);

const PersonId = (description: string) => Type.String({ description });
const p90 = "Chance of contact of the two within 90 days.";
const P90 = Nullable(Share(p90), { description: p90 });
const toMembers = "`null` where a member asks and it is not their own tie.";

const PathReason = Strict(
  {
    code: Words(
      pathReasonCodes,
      "What it says, for programs. What to do first: `write` and `resume` to a person they know, `ask` for an introduction.",
    ),
    text: Type.String({ description: "The same for people." }),
  },
  { title: "PathReason" },
);

export const PathBody = Strict(
  {
    direct: Type.Boolean({ description: "A tie of your own: no introducer is needed." }),
    people: Type.Array(PersonBriefBody, { description: "The requester first, the target last." }),
    willingness: Nullable(Type.Number({ minimum: 0 }), {
      description: `What paths are ranked by: the chances of all hops, times each introducer's willingness, damped by how many ties they have. For comparing only. ${toMembers}`,
    }),
    strength: Nullable(Share("The least strength among its ties."), {
      description: `The least strength among its ties. ${toMembers}`,
    }),
    weakestTie: Nullable(
      Strict({ from: PersonId("One end."), to: PersonId("The other end."), p: Share(p90) }),
      { description: `The tie over which it is likeliest to fail. ${toMembers}` },
    ),
    hops: Type.Array(
      Strict(
        {
          from: PersonId("Who asks."),
          to: PersonId("Who is asked, or met."),
          strength: Nullable(Share("How much contact has been built up."), {
            description: `How much contact has been built up. ${toMembers}`,
          }),
          p90: P90,
          band: Nullable(
            Words(["core", "active", "fading", "dormant", "none"], "How the tie is in use."),
            {
              description: `How the tie is in use. ${toMembers}`,
            },
          ),
          lastContactAt: Nullable(Instant("The last contact up to the moment."), {
            description: `The last contact up to the moment. ${toMembers}`,
          }),
          reason: Type.String({ description: "What is known of the tie, in plain words." }),
          reasons: Type.Array(PathReason, { description: "The same, one by one." }),
        },
        { title: "PathHop" },
      ),
    ),
    advice: PathReason,
    parts: Type.Array(ExplainedPartBody, {
      description:
        "`willingness` taken apart: the chance over all hops, how ready each introducer is, and the damping by their number of ties. Numbered from the requester on. Empty to a member, but for a direct path.",
    }),
  },
  { title: "Path" },
);
export type PathBody = Static<typeof PathBody>;

export const PathList = Strict(
  {
    data: Type.Array(PathBody),
    nearest: Type.Optional(
      Strict(
        {
          lacking: Words(
            ["target", "moreIntroducers", "resume", "repair", "openIntroducer", "connection"],
            "What it takes: somebody who fits; more introducers; resuming or mending a tie of your own; somebody on the way who introduces; or a new connection.",
          ),
          detail: Type.String({ description: "The same in a sentence." }),
          people: Type.Array(PersonBriefBody, {
            description: "The chain that would do; empty where it would tell on others.",
          }),
        },
        { title: "PathMiss", description: "The closest miss, when there is no path." },
      ),
    ),
    at: Instant("The moment of all measures."),
    model: Type.String({
      description: "The model it was measured by: version, and a mark for what you changed.",
    }),
  },
  { title: "PathList" },
);
export type PathList = Static<typeof PathList>;
