import type { HelpAudience } from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireFoundBy, viewOfPerson } from "../frames/view.ts";
import { parsePersonRef, requirePerson, resolvePeople } from "../people/person-refs.ts";
import type { AudienceInput } from "./schemas.ts";

const invalid = (detail: string, pointer: string, todo: string) =>
  new Problem("invalid_request", detail, { errors: [{ pointer, detail: todo }] });

/** Whom the owner means. Named people are looked up as the owner would find them. */
export async function readAudience(
  ctx: Context,
  owner: string,
  { to, circles, people }: AudienceInput,
): Promise<HelpAudience> {
  requireOnlyWith(to, "circles", circles);
  requireOnlyWith(to, "people", people);
  const named = await findAsSeenBy(
    ctx,
    owner,
    people ?? [],
    (index) => `/audience/people/${index}`,
  );
  return { audience: to, circles: [...new Set(circles ?? [])], people: named };
}

function requireOnlyWith(to: string, field: "circles" | "people", given: unknown): void {
  if (to === field && given === undefined) {
    throw invalid(`This audience needs \`${field}\`.`, `/audience/${field}`, "name at least one");
  }
  if (to !== field && given !== undefined) {
    const detail = `leave it out, or let \`to\` be "${field}"`;
    throw invalid(`\`${field}\` belongs to another audience.`, `/audience/${field}`, detail);
  }
}

/** The ids of people other than the owner, whom the owner can find; each once. */
export async function findAsSeenBy(
  ctx: Context,
  owner: string,
  refs: readonly string[],
  placeOf: (index: number) => string,
): Promise<string[]> {
  if (refs.length === 0) return [];
  for (const [index, ref] of refs.entries()) {
    // Throws, naming the place: it is no reference at all.
    if (!parsePersonRef(ref)) await requirePerson(ctx.tx, ref, placeOf(index));
  }
  const found = await resolvePeople(ctx.tx, refs);
  const view = await viewOfPerson(ctx, owner, found.values());
  const ids = refs.map((ref, index) => {
    const id = found.get(ref);
    if (id === undefined) throw notFound();
    requireFoundBy(view, id, ref);
    if (id !== owner) return id;
    const todo = "must be somebody else than `by`";
    throw invalid("Nobody is their own other side here.", placeOf(index), todo);
  });
  return [...new Set(ids)].sort();
}
