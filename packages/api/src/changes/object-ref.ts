import { type Static, Type } from "typebox";
import { Problem } from "../errors.ts";
import { type IdKind, parseId, prefixes, toId } from "../http/ids.ts";
import { Nullable, Strict, Words } from "../http/schemas.ts";
import { type ObjectKind, objectIdKinds, objectKinds } from "./change-types.ts";

/** What a change was of, as events and audit entries show it. */
export const ObjectRef = Strict(
  {
    kind: Words(objectKinds, "What kind of thing it is."),
    id: Nullable(Type.String(), {
      description:
        "Its id. Of a tie, the person whose side it is; of what a tenant has one of, the tenant. `null` when it stands for many.",
    }),
    relatedId: Nullable(Type.String(), {
      description:
        "Of a tie, the other person; of somebody who was merged, who stays; of a token, for whom it speaks.",
    }),
  },
  { title: "ObjectRef" },
);
export type ObjectRef = Static<typeof ObjectRef>;

export function toObjectRef(row: {
  objectKind: string;
  objectId: string | null;
  relatedId: string | null;
}): ObjectRef {
  const kind = row.objectKind as ObjectKind;
  const idKind = objectIdKinds[kind];
  const { objectId, relatedId } = row;
  return {
    kind,
    id: objectId === null || idKind === null ? objectId : toId(idKind, objectId),
    relatedId: relatedId === null ? null : toId("person", relatedId),
  };
}

/** The filter `object`: an id of whatever kind. It may name what is there no more. */
export const objectFilter = Type.Optional(
  Type.String({
    "x-id": "person",
    minLength: 5,
    maxLength: 64,
    description:
      "Only of this object, by its id (`per_…`, `int_…`, `key_…`, `ten_…`), also when it is there no more. Ties go by the person whose side it is.",
    examples: ["per_01h455vb4pex5vsknk084sn02q"],
  }),
);

export function parseObject(text: string): string {
  for (const kind of Object.keys(prefixes) as IdKind[]) {
    const uuid = parseId(kind, text);
    if (uuid !== null) return uuid;
  }
  throw new Problem("invalid_id", `"${text}" is not an id.`, {
    errors: [{ pointer: "?object", detail: "must be an id as answers have it, e.g. per_…" }],
  });
}
