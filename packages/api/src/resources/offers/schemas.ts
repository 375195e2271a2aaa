import { type Static, Type } from "typebox";
import {
  cursor,
  IdRef,
  Instant,
  limit,
  Nullable,
  Page,
  PersonRef,
  Strict,
  Words,
} from "../../http/schemas.ts";
import {
  AudienceInput,
  createdAt,
  Kind,
  ownAudience,
  side,
  Terms,
  text,
  title,
  updatedAt,
} from "../helping/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const kinds = Type.Array(Kind, {
  minItems: 1,
  maxItems: 9,
  uniqueItems: true,
  description: "The kinds of help that are offered.",
});
const skills = Terms("Skills that one can help with.");
const topics = Terms("Topics, industries and interests that one can help with.");
const capacity = Nullable(Type.Integer({ minimum: 1, maximum: 1000 }), {
  description:
    "With how many asks of these kinds one wants to help in thirty days. Once they are that many, the offer rests by itself. `null` for no limit.",
});
const expiresAt = Nullable(Instant("Until when it stands, at most a year ahead."), {
  description: "Until when it stands, at most a year ahead; `null` until it is withdrawn.",
});
const state = Words(["open", "expired"], "Whether it stands.");

const fields = {
  text: Type.Optional(text),
  skills: Type.Optional(skills),
  topics: Type.Optional(topics),
  capacity: Type.Optional(capacity),
  audience: Type.Optional(AudienceInput),
  expiresAt: Type.Optional(expiresAt),
};

export const OfferInput = Strict(
  { by: PersonRef, kinds, title, ...fields },
  { title: "OfferInput" },
);
export type OfferInput = Static<typeof OfferInput>;

export const OfferPatch = Strict(
  { by: PersonRef, kinds: Type.Optional(kinds), title: Type.Optional(title), ...fields },
  { title: "OfferPatch", minProperties: 2, description: "Whose it is, and the fields to change." },
);
export type OfferPatch = Static<typeof OfferPatch>;

export const OfferBody = Strict(
  {
    id: Type.String({ description: "`off_…`" }),
    person: PersonBriefBody,
    kinds,
    title,
    text,
    skills,
    topics,
    capacity: Nullable(Type.Integer(), {
      description: "As above; `null` also to everybody but its owner.",
    }),
    taken: Nullable(Type.Integer({ minimum: 0 }), {
      description:
        "With how many asks of these kinds they helped in the last thirty days, as the askers said; `null` to everybody but its owner.",
    }),
    audience: ownAudience,
    state,
    expiresAt,
    createdAt,
    updatedAt,
  },
  { title: "Offer" },
);
export type OfferBody = Static<typeof OfferBody>;

export const OfferPage = Page(OfferBody, "OfferPage");
export const OfferParams = Strict({ id: IdRef("offer", "An offer: `off_…`.") });
export const OfferQuery = Strict({
  person: Type.Optional(PersonRef),
  side: Type.Optional(side),
  state: Type.Optional(state),
  kind: Type.Optional(Kind),
  limit,
  cursor,
});
export const ByQuery = Strict({ by: PersonRef });
