import { type Change, recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { identifiersOf } from "../suppressions/identifiers.ts";
import { refuseSuppressed } from "../suppressions/refuse-suppressed.ts";
import {
  changedFields,
  emptyProfile,
  type Profile,
  type StoredPerson,
  sameProfile,
} from "./profile.ts";
import {
  deletePeople,
  findAliasedExternalIds,
  insertPeople,
  replaceSearchKeys,
  updatePeople,
} from "./queries.ts";
import { type SearchKey, searchKeys } from "./search-keys.ts";

export const externalIdTaken = (): Problem =>
  new Problem("external_id_taken", "Another person has this external id.", {
    errors: [
      {
        pointer: "/externalId",
        detail: "belongs to another person: merge the two, or choose another",
      },
    ],
  });

/** Adds people with their search keys. Those whose external id is taken are left out. */
export async function addPeople(
  ctx: Context,
  profiles: readonly { externalId: string | null; profile: Readonly<Profile> }[],
): Promise<StoredPerson[]> {
  const { tx, now } = ctx;
  const wanted = profiles.map(
    ({ externalId, profile }): StoredPerson => ({
      ...emptyProfile,
      ...profile,
      id: newUuid(now),
      externalId,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    }),
  );
  const addedIds = await insertPeople(tx, wanted);
  let added = wanted.filter(({ id }) => addedIds.has(id));
  // Asked after inserting: a merge that ended meanwhile may have freed the id and made it an alias.
  const externalIds = added.flatMap(({ externalId }) => externalId ?? []);
  const aliased = await findAliasedExternalIds(tx, externalIds);
  if (aliased.size > 0) {
    const isAliased = ({ externalId }: StoredPerson) => aliased.has(externalId ?? "");
    await deletePeople(
      tx,
      added.filter(isAliased).map(({ id }) => id),
    );
    added = added.filter((person) => !isAliased(person));
  }
  // Asked after inserting as well: who was erased meanwhile must not come back by it.
  await refuseSuppressed(
    tx,
    added.flatMap((person) => identifiersOf(person)),
  );
  const keysOf = new Map(added.map((person) => [person.id, searchKeys(person)]));
  await replaceSearchKeys(tx, keysOf, { isNew: true });
  await recordChange(
    ctx,
    added.map(({ id }) => ({ type: "person.created", id, sequence: 1 })),
  );
  return added;
}

export interface PersonChange {
  stored: StoredPerson;
  externalId: string | null;
  profile: Readonly<Profile>;
}

/** Writes what differs of people who are locked; who does not differ keeps revision and date. */
export async function changePeople(
  ctx: Context,
  changes: readonly PersonChange[],
): Promise<StoredPerson[]> {
  const { tx, now } = ctx;
  const rekeyed = new Map<string, SearchKey[]>();
  const changed: StoredPerson[] = [];
  const recorded: Change[] = [];
  const people = changes.map(({ stored, externalId, profile }) => {
    if (stored.externalId === externalId && sameProfile(stored, profile)) return stored;
    const next = {
      ...stored,
      ...profile,
      externalId,
      revision: stored.revision + 1,
      updatedAt: now,
    };
    changed.push(next);
    const data = { fields: changedFields(stored, next) };
    recorded.push({ type: "person.updated", id: next.id, sequence: next.revision, data });
    const keys = searchKeys(next);
    if (!isSame(keys, searchKeys(stored))) rekeyed.set(next.id, keys);
    return next;
  });
  await refuseSuppressed(
    tx,
    changes.flatMap(({ stored, externalId, profile }) =>
      identifiersOf({ ...profile, externalId }, stored),
    ),
  );
  await updatePeople(tx, changed);
  await replaceSearchKeys(tx, rekeyed);
  await recordChange(ctx, recorded);
  return people;
}

const isSame = (x: readonly SearchKey[], y: readonly SearchKey[]): boolean =>
  x.length === y.length &&
  x.every(({ kind, key, held }, index) => {
    const other = y[index];
    return other?.kind === kind && other.key === key && other.held === held;
  });
