import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import type { Profile, StoredPerson } from "./profile.ts";
import { findPersonIds, readPeople } from "./queries.ts";
import { addPeople, type Change, changePeople } from "./save-people.ts";

export interface Upserted {
  person: StoredPerson;
  /** `repeated`: another external id of the same call leads to the same person; nothing was done. */
  outcome: "created" | "updated" | "unchanged" | "repeated";
}

/**
 * Creates the people that are missing and gives the others the profile. Concurrent upserts of one
 * external id wait for each other: one creates, the rest update.
 */
export async function upsertPeople(
  ctx: Pick<Context, "tx" | "now">,
  profiles: ReadonlyMap<string, Readonly<Profile>>,
  judge: (stored: StoredPerson) => void = () => {},
): Promise<Map<string, Upserted>> {
  const done = new Map<string, Upserted>();
  const { stored, added } = await findOrAdd(ctx, profiles, "change");
  for (const [externalId, person] of added) done.set(externalId, { person, outcome: "created" });
  const changes = new Map<string, Change>();
  for (const [externalId, person] of stored) {
    judge(person);
    if (changes.has(person.id)) done.set(externalId, { person, outcome: "repeated" });
    else {
      const profile = profiles.get(externalId) ?? person;
      changes.set(person.id, { stored: person, externalId: person.externalId, profile });
    }
  }
  const changed = new Map(
    (await changePeople(ctx, [...changes.values()])).map((person) => [person.id, person]),
  );
  for (const [externalId, before] of stored) {
    if (done.has(externalId)) continue;
    const person = changed.get(before.id) ?? before;
    const outcome = person.revision === before.revision ? "unchanged" : "updated";
    done.set(externalId, { person, outcome });
  }
  return done;
}

const maxRounds = 5;

/**
 * The people behind external ids, adding who is missing. Somebody may add, merge or erase one of
 * them between looking and inserting: then that one is looked up again.
 */
export async function findOrAdd(
  ctx: Pick<Context, "tx" | "now">,
  profiles: ReadonlyMap<string, Readonly<Profile>>,
  hold?: "change",
): Promise<{ stored: Map<string, StoredPerson>; added: Map<string, StoredPerson> }> {
  const stored = new Map<string, StoredPerson>();
  const added = new Map<string, StoredPerson>();
  let missing = [...profiles.keys()];
  for (let round = 0; missing.length > 0; round++) {
    if (round === maxRounds) {
      throw new Problem("unavailable", "Others write the same people at this moment. Try again.", {
        headers: { "retry-after": "1" },
      });
    }
    const { byExternalId } = await findPersonIds(ctx.tx, { ids: [], externalIds: missing });
    const people = await readPeople(ctx.tx, [...new Set(byExternalId.values())], hold);
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const [externalId, id] of byExternalId) {
      const person = byId.get(id);
      if (person) stored.set(externalId, person);
    }
    const wanted = missing.filter((externalId) => !byExternalId.has(externalId));
    const rows = wanted.map((externalId) => ({
      externalId,
      profile: profiles.get(externalId) as Profile,
    }));
    for (const person of await addPeople(ctx, rows)) added.set(person.externalId ?? "", person);
    missing = missing.filter((externalId) => !stored.has(externalId) && !added.has(externalId));
  }
  return { stored, added };
}
