import { pairOf } from "@kith/core";
import type { TenantTx } from "@kith/db";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { toId } from "../../http/ids.ts";
import { check } from "../../http/validation.ts";
import { mergeFrames } from "../frames/merge-frames.ts";
import { repointAttendees } from "../gatherings/queries/attendees.ts";
import { repointHelping } from "../helping/queries/repoint.ts";
import { rebuildPairs } from "../interactions/rebuild-pairs.ts";
import { repointIntroductions } from "../introductions/queries/repoint.ts";
import { repointMentorships } from "../mentorships/queries/repoint.ts";
import { repointMilestones } from "../milestones/queries.ts";
import { repointNudges } from "../nudges/queries/repoint.ts";
import { holdWithAlters } from "./hold-with-alters.ts";
import { mergeProfiles } from "./merge-profiles.ts";
import { parsePersonRef, requirePerson, resolvePeople } from "./person-refs.ts";
import type { Profile, StoredPerson } from "./profile.ts";
import {
  repointAliases,
  repointDeclarations,
  repointLog,
  repointPerceptionChecks,
} from "./queries/repoint.ts";
import { deletePeople, readPeople } from "./queries.ts";
import { changePeople } from "./save-people.ts";
import { ProfileInput } from "./schemas.ts";

export interface Merged {
  person: StoredPerson;
  mergedId: string;
  moved: { interactions: number; declarations: number };
  dropped: { selfInteractions: number; declarations: number };
}

/** Makes two people one: as if everything had named the one who stays from the beginning. */
export async function mergePeople(
  ctx: Context,
  { person, into }: { person: string; into: string },
): Promise<Merged> {
  const { tx } = ctx;
  const [fromId, intoId] = [
    await requirePerson(tx, person, "/path/person"),
    await requirePerson(tx, into, "/into"),
  ];
  const alters = await holdWithAlters(tx, fromId, [intoId]);
  const held = await readPeople(tx, [fromId, intoId]);
  const goes = held.find(({ id }) => id === fromId);
  const stays = held.find(({ id }) => id === intoId);
  if (!goes || !stays) throw await goneMeanwhile(tx, person);
  refuseFormerName(person, goes);
  if (goes === stays) throw conflict("/into", "The two are the same person already.");
  const profile = mergeProfiles(stays, goes);
  refuseTooMuch(profile);

  const merge = { from: goes.id, into: stays.id, alters };
  const log = await repointLog(tx, merge);
  const declared = await repointDeclarations(tx, merge);
  await repointPerceptionChecks(tx, merge);
  await mergeFrames(ctx, merge);
  await repointHelping(tx, merge);
  await repointIntroductions(tx, merge);
  await repointMentorships(tx, merge);
  await repointMilestones(tx, merge);
  await repointAttendees(tx, merge);
  await repointNudges(tx, merge);
  const adopts = stays.externalId === null;
  const aliases = [`id:${goes.id}`];
  if (goes.externalId !== null && !adopts) aliases.push(`ext:${goes.externalId}`);
  await repointAliases(tx, merge, aliases);
  const others = alters.filter((alter) => alter !== stays.id);
  await rebuildPairs(tx, [
    pairOf(goes.id, stays.id),
    ...others.flatMap((alter) => [pairOf(goes.id, alter), pairOf(stays.id, alter)]),
  ]);
  await deletePeople(tx, [goes.id]);
  await recordChange(ctx, {
    type: "person.merged",
    id: goes.id,
    relatedId: stays.id,
    sequence: goes.revision + 1,
  });
  const externalId = adopts ? goes.externalId : stays.externalId;
  const [survivor = stays] = await changePeople(ctx, [{ stored: stays, externalId, profile }]);
  return {
    person: survivor,
    mergedId: goes.id,
    moved: { interactions: log.interactions, declarations: declared.declarations },
    dropped: {
      selfInteractions: log.selfInteractions,
      declarations: declared.declarationsDropped,
    },
  };
}

/** An old name leads to who stayed: merging *that one* away is hardly what was meant. */
function refuseFormerName(text: string, { id, externalId }: StoredPerson): void {
  const ref = parsePersonRef(text);
  if (ref && ("id" in ref ? ref.id === id : ref.externalId === externalId)) return;
  throw mergedAlready(id);
}

const mergedAlready = (id: string) =>
  conflict("/path/person", `This person was merged already, into ${toId("person", id)}.`);

/** Of two merges at once the second finds nobody where it waited; the old name leads to who stayed. */
async function goneMeanwhile(tx: TenantTx, person: string): Promise<Problem> {
  const id = (await resolvePeople(tx, [person])).get(person);
  return id === undefined ? notFound() : mergedAlready(id);
}

function refuseTooMuch(profile: Profile): void {
  const errors = check(ProfileInput, profile);
  if (errors.length === 0) return;
  throw new Problem(
    "conflict",
    "Both profiles together hold too much: shorten one of them first.",
    {
      errors,
    },
  );
}

const conflict = (pointer: string, detail: string) =>
  new Problem("conflict", detail, { errors: [{ pointer, detail }] });
