import { type FieldError, Problem } from "../../errors.ts";
import { escapePointer } from "../../http/json.ts";
import { maxItems } from "./schemas.ts";

/** An item of a batch, or the line that is no JSON. */
export type BatchEntry = { index: number; value: unknown } | { index: number; error: FieldError };

export interface BatchInput {
  entries: BatchEntry[];
  createPeople: boolean;
}

const refuse = (pointer: string, detail: string) =>
  new Problem("invalid_request", "The batch can't be read: see `errors`.", {
    errors: [{ pointer, detail }],
  });

/** A batch as a bare array, as an object with options, or as lines of text. */
export function readBatch(
  body: unknown,
  mediaType: string,
  query: { createPeople?: boolean },
): BatchInput {
  const wanted = query.createPeople ?? false;
  if (/ndjson/i.test(mediaType) && typeof body === "string") {
    return { entries: readLines(body), createPeople: wanted };
  }
  if (Array.isArray(body)) return { entries: readArray(body, ""), createPeople: wanted };
  if (typeof body !== "object" || body === null) {
    throw refuse("", "must be an array of interactions, or an object with `interactions`");
  }
  const { interactions, createPeople, ...unknown } = body as Record<string, unknown>;
  const [field] = Object.keys(unknown);
  if (field !== undefined) {
    const name = field.slice(0, 100);
    throw refuse(`/${escapePointer(name)}`, `unknown field "${name}"`);
  }
  if (!Array.isArray(interactions)) throw refuse("/interactions", "must be an array");
  if (createPeople !== undefined && typeof createPeople !== "boolean") {
    throw refuse("/createPeople", "must be true or false");
  }
  return {
    entries: readArray(interactions, "/interactions"),
    createPeople: createPeople ?? wanted,
  };
}

function readArray(values: unknown[], pointer: string): BatchEntry[] {
  if (values.length > maxItems) throw tooMany(pointer, values.length);
  return values.map((value, index) => ({ index, value }));
}

function readLines(text: string): BatchEntry[] {
  const entries: BatchEntry[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    if (entries.length === maxItems) throw tooMany("", `more than ${maxItems}`);
    try {
      entries.push({ index, value: JSON.parse(line) });
    } catch (error) {
      const detail = `the line is not JSON: ${(error as Error).message}`;
      entries.push({ index, error: { pointer: "", detail } });
    }
  }
  return entries;
}

const tooMany = (pointer: string, count: number | string) =>
  refuse(pointer, `holds ${count} interactions: send at most ${maxItems} at once`);
