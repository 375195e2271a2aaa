import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { requirePerson } from "./person-refs.ts";
import { applyInput, type ProfileInput, type StoredPerson } from "./profile.ts";
import { findPersonIds, readPeople } from "./queries.ts";
import { refuseFaults } from "./refuse-faults.ts";
import { changePeople, externalIdTaken } from "./save-people.ts";

/** Changes the fields that are named; `null` empties one, a list replaces the list. */
export async function updatePerson(
  ctx: Context,
  {
    person,
    patch,
    ifMatch,
  }: {
    person: string;
    patch: ProfileInput & { externalId?: string | null };
    ifMatch: string | undefined;
  },
): Promise<StoredPerson> {
  refusePlatformFields(ctx, patch);
  const stored = await lockPerson(ctx, person);
  requireMatch(ifMatch, stored.revision);
  refuseFaults(patch);
  const { externalId = stored.externalId } = patch;
  return changePerson(ctx, stored, externalId, applyInput(stored, patch));
}

/** What the platform keeps on a person is not the member's to change. */
function refusePlatformFields({ actor }: Context, patch: object): void {
  if (actor.kind !== "member") return;
  const fields = ["externalId", "metadata"].filter((field) => field in patch);
  if (fields.length === 0) return;
  throw new Problem("invalid_request", "Some of these fields are your platform's to set.", {
    errors: fields.map((field) => ({ pointer: `/${field}`, detail: "leave it out" })),
  });
}

/** The person as they are now, held until the transaction ends. */
export async function lockPerson({ tx }: Context, ref: string): Promise<StoredPerson> {
  const id = await requirePerson(tx, ref, "/path/person");
  const [stored] = await readPeople(tx, [id], "change");
  if (!stored) throw notFound(); // erased between the two statements
  return stored;
}

export async function changePerson(
  ctx: Context,
  stored: StoredPerson,
  externalId: string | null,
  profile: Parameters<typeof changePeople>[1][number]["profile"],
): Promise<StoredPerson> {
  if (externalId !== null && externalId !== stored.externalId) {
    const found = await findPersonIds(ctx.tx, { ids: [], externalIds: [externalId] });
    const owner = found.byExternalId.get(externalId);
    // An id that leads here by a merge may become this person's own.
    if (owner !== undefined && owner !== stored.id) throw externalIdTaken();
  }
  try {
    const [person = stored] = await changePeople(ctx, [{ stored, externalId, profile }]);
    return person;
  } catch (error) {
    if ((error as { code?: unknown }).code === "23505") throw externalIdTaken(); // taken meanwhile
    throw error;
  }
}
