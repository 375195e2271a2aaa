import { permissionOf } from "@kith/core";
import type { Context } from "../context.ts";
import { notFound, Problem } from "../errors.ts";
import { requirePerson } from "../resources/people/person-refs.ts";

/**
 * Holds a member to their own side: who the operation speaks for must be themselves. Anybody else,
 * there or not, is answered as a person who never was.
 */
export async function requireOwnSide(
  { actor, tx }: Context,
  operation: string,
  { params, query, body }: { params: unknown; query: unknown; body: unknown },
): Promise<void> {
  if (actor.kind !== "member") return;
  const permission = permissionOf(operation);
  if (permission === "anyone") return;
  if (permission === "never") throw notFound(); // refused before, when the caller was found
  const { self } = permission;
  const [place, named] = find(self, { path: params, query, body });
  if (named === "") {
    throw new Problem("invalid_request", `A member names themselves as \`${self}\`.`, {
      errors: [{ pointer: place, detail: "is required of members" }],
    });
  }
  if ((await requirePerson(tx, named, place)) !== actor.personId) throw notFound();
}

/** Where the parameter stands, as errors name it, and what it says. */
function find(self: string, parts: { path: unknown; query: unknown; body: unknown }) {
  const valueIn = (part: unknown) => (part as Record<string, string> | undefined | null)?.[self];
  if (valueIn(parts.path) !== undefined)
    return [`/path/${self}`, valueIn(parts.path) ?? ""] as const;
  if (valueIn(parts.query) !== undefined) return [`?${self}`, valueIn(parts.query) ?? ""] as const;
  return [`/${self}`, valueIn(parts.body) ?? ""] as const;
}
