import type { Context } from "../../context.ts";
import { type FieldError, Problem } from "../../errors.ts";
import { checkValue } from "../../http/json.ts";
import { check } from "../../http/validation.ts";
import { checkProfile } from "./check-profile.ts";
import { applyInput, emptyProfile, type Profile } from "./profile.ts";
import { maxBatch, PersonBatchItem } from "./schemas.ts";
import { suppressedProfiles } from "./suppressed-profiles.ts";
import { upsertPeople } from "./upsert-people.ts";

export interface BatchResult {
  created: number;
  updated: number;
  unchanged: number;
  rejected: { index: number; errors: FieldError[] }[];
}

/** Upserts what is valid, in one transaction, and says of the rest what is wrong with it. */
export async function upsertBatch(ctx: Context, body: unknown): Promise<BatchResult> {
  const result: BatchResult = { created: 0, updated: 0, unchanged: 0, rejected: [] };
  const profiles = new Map<string, Profile>();
  const indexOf = new Map<string, number>();
  for (const [index, item] of readItems(body).entries()) {
    const errors = faultsOf(item);
    const person = item as PersonBatchItem;
    const first = errors.length === 0 ? indexOf.get(person.externalId) : undefined;
    if (first !== undefined) {
      const detail = `is the same as that of item ${first}: send each person once`;
      errors.push({ pointer: "/externalId", detail });
    }
    if (errors.length > 0) {
      result.rejected.push({ index, errors });
      continue;
    }
    indexOf.set(person.externalId, index);
    profiles.set(person.externalId, applyInput(emptyProfile, person));
  }
  for (const [externalId, errors] of await suppressedProfiles(ctx.tx, profiles)) {
    profiles.delete(externalId);
    result.rejected.push({ index: indexOf.get(externalId) ?? 0, errors });
  }
  for (const [externalId, { outcome }] of await upsertPeople(ctx, profiles)) {
    if (outcome !== "repeated") {
      result[outcome] += 1;
      continue;
    }
    const index = indexOf.get(externalId) ?? 0;
    const detail = "leads to the same person as another item: the two were merged";
    result.rejected.push({ index, errors: [{ pointer: "/externalId", detail }] });
  }
  result.rejected.sort((x, y) => x.index - y.index);
  return result;
}

function readItems(body: unknown): unknown[] {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  const { people, ...others } = isObject ? (body as Record<string, unknown>) : { people: body };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw refuse("", `unknown field "${unknown.slice(0, 100)}"`);
  const pointer = isObject ? "/people" : "";
  if (!Array.isArray(people)) throw refuse(pointer, "must be an array of people");
  if (people.length <= maxBatch) return people;
  throw refuse(pointer, `holds ${people.length} people: send at most ${maxBatch} at once`);
}

const refuse = (pointer: string, detail: string) =>
  new Problem("invalid_request", "The batch can't be read: see `errors`.", {
    errors: [{ pointer, detail }],
  });

/** The body was parsed unchecked, so that one bad text refuses one item and not all of them. */
function faultsOf(item: unknown): FieldError[] {
  try {
    checkValue(item);
  } catch (error) {
    if (error instanceof Problem) return [...error.errors];
    throw error;
  }
  const errors = check(PersonBatchItem, item);
  return errors.length > 0 ? errors : checkProfile(item as PersonBatchItem);
}
