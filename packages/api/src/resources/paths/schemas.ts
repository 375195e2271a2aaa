import { type Static, Type } from "typebox";
import { Instant, Nullable, PersonRef, Share, Strict, Text, Words } from "../../http/schemas.ts";
import { ExplainedPartBody } from "../ties/history-schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const Words200 = (description: string) => Text(200, { description });

const Target = Type.Union(
  [
    Strict({ person: PersonRef }),
    Strict({ organization: Words200("Anybody with a position there.") }),
    Strict({ skill: Words200("Anybody with the skill.") }),
    Strict({ role: Words200("Anybody with the title in a position.") }),
  ],
  { description: "Whom to reach: one of the four." },
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
          reason: Type.String({ description: "What is known of the tie, in plain words." }),
        },
        { title: "PathHop" },
      ),
    ),
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
