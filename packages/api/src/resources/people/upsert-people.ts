import type { TenantTx } from "@kith/db";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import type { Profile, StoredPerson } from "./profile.ts";
import { findPersonIds, readPeople } from "./queries.ts";
import { addPeople, changePeople, type PersonChange } from "./save-people.ts";

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
  ctx: Context,
  profiles: ReadonlyMap<string, Readonly<Profile>>,
  judge: (stored: StoredPerson) => void = () => {},
): Promise<Map<string, Upserted>> {
  const done = new Map<string, Upserted>();
  const { stored, added } = await findOrAdd(ctx, profiles);
  for (const [externalId, person] of added) done.set(externalId, { person, outcome: "created" });
  const changes = new Map<string, PersonChange>();
  for (const [externalId, profile] of profiles) {
    const person = stored.get(externalId);
    if (!person) continue;
    judge(person);
    if (changes.has(person.id)) done.set(externalId, { person, outcome: "repeated" });
    else changes.set(person.id, { stored: person, externalId: person.externalId, profile });
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
async function findOrAdd(
  ctx: Context,
  profiles: ReadonlyMap<string, Readonly<Profile>>,
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
    const found = await hold(ctx.tx, missing);
    for (const [externalId, person] of found) stored.set(externalId, person);
    const wanted = missing.filter((externalId) => !found.has(externalId));
    const rows = wanted.map((externalId) => ({
      externalId,
      profile: profiles.get(externalId) as Profile,
    }));
    for (const person of await addPeople(ctx, rows)) added.set(person.externalId ?? "", person);
    missing = missing.filter((externalId) => !stored.has(externalId) && !added.has(externalId));
  }
  return { stored, added };
}

/** Finds and locks people; who was given another external id before the lock was had is left out. */
async function hold(tx: TenantTx, externalIds: string[]): Promise<Map<string, StoredPerson>> {
  const { byExternalId } = await findPersonIds(tx, { ids: [], externalIds });
  const people = await readPeople(tx, [...new Set(byExternalId.values())], "change");
  const byId = new Map(people.map((person) => [person.id, person]));
  const held = new Map<string, StoredPerson>();
  const doubtful: string[] = [];
  for (const [externalId, id] of byExternalId) {
    const person = byId.get(id);
    if (person?.externalId === externalId) held.set(externalId, person);
    else if (person) doubtful.push(externalId); // an old name, or renamed meanwhile
  }
  const again = await findPersonIds(tx, { ids: [], externalIds: doubtful });
  for (const [externalId, id] of again.byExternalId) {
    const person = byId.get(id);
    if (person) held.set(externalId, person);
  }
  return held;
}
