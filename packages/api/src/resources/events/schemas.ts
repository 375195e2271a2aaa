import { type Static, Type } from "typebox";
import { eventTypes } from "../../changes/change-types.ts";
import { ObjectRef, objectFilter } from "../../changes/object-ref.ts";
import { cursor, Instant, limit, Nullable, Page, Strict, Words } from "../../http/schemas.ts";

export const EventBody = Strict(
  {
    id: Type.String(),
    type: Words(eventTypes, "What happened."),
    object: ObjectRef,
    sequence: Nullable(Type.Integer(), {
      description:
        "Counts the changes of this object (of a tie: of this side of it): of two events of one object, the higher happened later. `null` when it stands for many.",
    }),
    occurredAt: Instant("When, on the tenant's clock."),
    data: Type.Object(
      {},
      {
        additionalProperties: Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
        description:
          "Ids, counts and names of changed fields (`fields`), never their values: read the object for those.",
      },
    ),
    cursor: Type.String({
      description: "The place of this event: pass it as `cursor` to go on after it, at any time.",
    }),
  },
  { title: "Event" },
);
export type EventBody = Static<typeof EventBody>;

export const EventQuery = Strict({
  types: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      description: "Only these types, with commas between.",
      examples: ["person.created,person.updated"],
    }),
  ),
  object: objectFilter,
  limit,
  cursor,
});
export type EventQuery = Static<typeof EventQuery>;

export const EventPage = Page(EventBody, "EventPage");
