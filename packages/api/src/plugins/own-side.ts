import { permissionOf } from "@kith/core";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { requirePerson } from "../resources/people/person-refs.ts";

/**
 * Holds a member to their own side: who the operation speaks for must be themselves. Anybody else,
 * there or not, is answered as a person who never was.
 */
export async function requireOwnSide(
  { actor, tx }: Context,
  operation: string,
  { params, body }: { params: unknown; body: unknown },
): Promise<void> {
  if (actor.kind !== "member") return;
  const permission = permissionOf(operation);
  if (permission === "anyone") return;
  if (permission === "never") throw notFound(); // refused before, when the caller was found
  const { self } = permission;
  const inPath = (params as Record<string, string> | undefined)?.[self];
  const named = inPath ?? (body as Record<string, string> | undefined)?.[self] ?? "";
  const place = inPath === undefined ? `/${self}` : `/path/${self}`;
  if ((await requirePerson(tx, named, place)) !== actor.personId) throw notFound();
}
