import { type Static, Type } from "typebox";
import { changeTypes } from "../../changes/change-types.ts";
import { ObjectRef, objectFilter } from "../../changes/object-ref.ts";
import { cursor, Instant, limit, Nullable, Page, Strict, Words } from "../../http/schemas.ts";

export const actorKinds = ["apiKey", "member", "operator"] as const;

export const AuditEntryBody = Strict(
  {
    id: Type.String(),
    recordedAt: Instant("When, in real time, whatever the test clock says."),
    actor: Strict(
      {
        kind: Words(actorKinds, "An API key, a member, or who runs the service."),
        id: Nullable(Type.String(), { description: "Of a member, the person." }),
      },
      { title: "AuditActor" },
    ),
    operation: Type.String({ description: "What was asked for: an operation id of this API." }),
    outcome: Words(changeTypes, "What became of it."),
    object: ObjectRef,
    objectCount: Type.Integer({ description: "How many objects the entry stands for." }),
    requestId: Nullable(Type.String(), { description: "`X-Request-Id` of the request." }),
  },
  { title: "AuditEntry" },
);
export type AuditEntryBody = Static<typeof AuditEntryBody>;

export const AuditEntryQuery = Strict({
  object: objectFilter,
  actor: Type.Optional(
    Type.String({
      "x-id": "apiKey",
      minLength: 5,
      maxLength: 64,
      description: "Only what this key (`key_…`) or member (`per_…`) did.",
    }),
  ),
  limit,
  cursor,
});
export type AuditEntryQuery = Static<typeof AuditEntryQuery>;

export const AuditEntryPage = Page(AuditEntryBody, "AuditEntryPage");
