import type { Context } from "../../context.ts";
import { applyInput, emptyProfile, type ProfileInput, type StoredPerson } from "./profile.ts";
import { refuseFaults } from "./refuse-faults.ts";
import { addPeople, externalIdTaken } from "./save-people.ts";

/** A new person; a problem when the external id leads to somebody already. */
export async function createPerson(
  ctx: Context,
  input: ProfileInput & { externalId?: string | null },
): Promise<StoredPerson> {
  refuseFaults(input);
  const profile = applyInput(emptyProfile, input);
  const [person] = await addPeople(ctx, [{ externalId: input.externalId ?? null, profile }]);
  if (!person) throw externalIdTaken();
  return person;
}
