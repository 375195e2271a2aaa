import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireFoundBy, viewOfPerson } from "../frames/view.ts";
import { requirePerson, resolvePeople } from "../people/person-refs.ts";
import { lockPerson } from "../people/update-person.ts";
import { holdProgram, requireOpen } from "./find-program.ts";
import {
  deleteParticipant,
  readParticipant,
  type StoredParticipant,
  writeParticipant,
} from "./queries.ts";
import type { ParticipantInput } from "./schemas.ts";

interface Place {
  program: string;
  person: string;
}

/** Takes part in a programme, or changes with what. */
export async function joinProgram(
  ctx: Context,
  { program, person }: Place,
  input: ParticipantInput,
): Promise<{ participant: StoredParticipant; isNew: boolean }> {
  requireSense(input);
  const { id: personId } = await lockPerson(ctx, person);
  const found = await holdProgram(ctx, program);
  requireOpen(found);
  const before = await readParticipant(ctx.tx, found.id, personId);
  const participant = {
    ...input,
    programId: found.id,
    personId,
    notWith: await findOthers(ctx, personId, input.notWith ?? []),
    createdAt: before?.createdAt ?? ctx.now,
    updatedAt: ctx.now,
  };
  await writeParticipant(ctx.tx, participant);
  await recordChange(ctx, {
    type: before ? "mentorshipProgram.participantUpdated" : "mentorshipProgram.joined",
    id: found.id,
    relatedId: personId,
  });
  return { participant, isNew: before === null };
}

/** Leaves a programme; mentorships that began there go on. */
export async function leaveProgram(ctx: Context, { program, person }: Place): Promise<void> {
  const personId = await requirePerson(ctx.tx, person, "/path/person");
  const { id } = await holdProgram(ctx, program);
  if (!(await deleteParticipant(ctx.tx, id, personId))) throw notFound();
  await recordChange(ctx, { type: "mentorshipProgram.left", id, relatedId: personId });
}

function requireSense({ seeks, capacity, wants, offers }: ParticipantInput): void {
  const errors = [];
  if (!seeks && capacity === 0) {
    errors.push({ pointer: "/capacity", detail: "must be at least 1 for who seeks no mentor" });
  }
  if (seeks && wants.length === 0) {
    errors.push({ pointer: "/wants", detail: "name what to learn, to be matched by it" });
  }
  if (capacity > 0 && offers.length === 0) {
    errors.push({ pointer: "/offers", detail: "name what to pass on, to be matched by it" });
  }
  if (errors.length === 0) return;
  throw new Problem("invalid_request", "Nobody could be matched by this.", { errors });
}

async function findOthers({ tx, ...ctx }: Context, personId: string, refs: readonly string[]) {
  const found = await resolvePeople(tx, refs);
  const ids = new Set<string>();
  const view = await viewOfPerson({ tx, ...ctx }, personId, found.values());
  for (const [index, ref] of refs.entries()) {
    // Throws, naming the place: it is no reference at all.
    const id = found.get(ref) ?? (await requirePerson(tx, ref, `/notWith/${index}`));
    if (ctx.actor.kind === "member") requireFoundBy(view, id, ref);
    if (id !== personId) ids.add(id);
  }
  return [...ids].sort();
}
