import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { type FieldError, Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { faultOfTimeZone } from "../people/check-profile.ts";
import { lockPerson } from "../people/update-person.ts";
import {
  noPreferences,
  readPreferences,
  type StoredPreferences,
  writePreferences,
} from "./queries/preferences.ts";

export type PreferencesInput = Partial<Omit<StoredPreferences, "revision" | "updatedAt">>;

/** Sets how a person wants to be nudged; what is not named is as by default again. */
export async function updatePreferences(
  ctx: Context,
  {
    person,
    input,
    ifMatch,
  }: { person: string; input: PreferencesInput; ifMatch: string | undefined },
): Promise<{ person: string; preferences: StoredPreferences }> {
  refuseFaults(input);
  const { id } = await lockPerson(ctx, person);
  const stored = await readPreferences(ctx.tx, id);
  requireMatch(ifMatch, stored.revision);
  const next = {
    ...noPreferences,
    ...input,
    revision: stored.revision + 1,
    updatedAt: ctx.now,
  };
  await writePreferences(ctx.tx, id, next);
  await recordChange(ctx, {
    type: "nudgePreferences.updated",
    id,
    sequence: next.revision,
    data: { fields: Object.keys(input) },
  });
  return { person: id, preferences: next };
}

function refuseFaults({ timeZone, quietHours, cadences = [] }: PreferencesInput): void {
  const errors: FieldError[] = [];
  const zoneFault = timeZone ? faultOfTimeZone(timeZone) : null;
  if (zoneFault) errors.push({ pointer: "/timeZone", detail: zoneFault });
  if (quietHours && quietHours.from === quietHours.to) {
    errors.push({ pointer: "/quietHours/to", detail: "must differ from `from`" });
  }
  const seen = new Map<string, number>();
  for (const [index, { of, name, ideal, max }] of cadences.entries()) {
    const pointer = `/cadences/${index}`;
    const first = seen.get(`${of} ${name}`);
    if (first !== undefined) {
      errors.push({ pointer, detail: `is for the same ${of} as /cadences/${first}` });
    } else seen.set(`${of} ${name}`, index);
    if (ideal === null && max === null) {
      errors.push({ pointer, detail: "name at least one of `idealDays` and `maxDays`" });
    } else if (ideal !== null && max !== null && max < ideal) {
      errors.push({ pointer: `${pointer}/maxDays`, detail: "must not be below `idealDays`" });
    }
  }
  if (errors.length > 0)
    throw new Problem("invalid_request", "The preferences don't fit.", { errors });
}
