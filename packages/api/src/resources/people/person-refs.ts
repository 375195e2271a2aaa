import type { TenantTx } from "@kith/db";
import { notFound, Problem } from "../../errors.ts";
import { parseId } from "../../http/ids.ts";
import { findPersonIds } from "./queries.ts";

export type PersonRef = { id: string } | { externalId: string };

const externalPrefix = "ext:";

/** `per_…` or `ext:…` as a reference; null when the text is neither. */
export function parsePersonRef(text: string): PersonRef | null {
  if (text.startsWith(externalPrefix)) {
    const externalId = text.slice(externalPrefix.length);
    const characters = Array.from(externalId).length; // as JSON Schema counts them
    return characters > 0 && characters <= 255 ? { externalId } : null;
  }
  const id = parseId("person", text);
  return id === null ? null : { id };
}

const invalid = (text: string, pointer: string) =>
  new Problem("invalid_id", `"${text}" names no person.`, {
    errors: [{ pointer, detail: "must be `per_…`, or `ext:` and your own id" }],
  });

/**
 * References -> ids of the people there are now (a merged person's old names lead to the survivor).
 * Those that are missing are absent from the map. One statement, however many.
 */
export async function resolvePeople(
  tx: TenantTx,
  texts: Iterable<string>,
): Promise<Map<string, string>> {
  const byText = new Map<string, PersonRef>();
  for (const text of texts) {
    const ref = parsePersonRef(text);
    if (ref) byText.set(text, ref);
  }
  const refs = [...byText.values()];
  const found = await findPersonIds(tx, {
    ids: refs.flatMap((ref) => ("id" in ref ? [ref.id] : [])),
    externalIds: refs.flatMap((ref) => ("externalId" in ref ? [ref.externalId] : [])),
  });
  const resolved = new Map<string, string>();
  for (const [text, ref] of byText) {
    const id = "id" in ref ? found.byId.get(ref.id) : found.byExternalId.get(ref.externalId);
    if (id !== undefined) resolved.set(text, id);
  }
  return resolved;
}

/** The id of one person; 400 when the text is no reference, 404 when there is no such person. */
export async function requirePerson(tx: TenantTx, text: string, pointer: string): Promise<string> {
  if (!parsePersonRef(text)) throw invalid(text, pointer);
  const id = (await resolvePeople(tx, [text])).get(text);
  if (id === undefined) throw notFound();
  return id;
}
