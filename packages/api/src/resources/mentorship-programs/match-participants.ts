import {
  foldTerm,
  type MentorMatches,
  type MentorshipParticipant,
  matchMentors,
  openMentorshipStates,
} from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { localClock } from "../../local-time.ts";
import { newMentorship } from "../mentorships/new-mentorship.ts";
import { insertMentorships, readOpenPairs, readPairsOfProgram } from "../mentorships/queries.ts";
import type { StoredPerson } from "../people/profile.ts";
import { readPeople } from "../people/queries.ts";
import { readReportingLines } from "../ties/queries/reporting-lines.ts";
import { holdProgram, requireOpen } from "./find-program.ts";
import { listParticipants, type StoredParticipant, type StoredProgram } from "./queries.ts";

export interface Proposals extends MentorMatches {
  /** Mentee -> the mentorship proposed; empty in a dry run. */
  mentorships: ReadonlyMap<string, string>;
}

/** More than this many are not matched in one call. */
const maxParticipants = 5000;

/** Matches who still seeks with who still has room, and proposes it to both. */
export async function matchParticipants(
  ctx: Context,
  { program, dryRun }: { program: string; dryRun: boolean },
): Promise<Proposals> {
  const held = await holdProgram(ctx, program);
  requireOpen(held);
  const found = matchMentors(await participantsOf(ctx, held), held);
  const mentorships = dryRun ? new Map() : await propose(ctx, held, found);
  return { ...found, mentorships };
}

async function participantsOf(
  ctx: Context,
  program: StoredProgram,
): Promise<MentorshipParticipant[]> {
  const { tx } = ctx;
  const joined = await listParticipants(tx, program.id, {
    after: null,
    limit: maxParticipants + 1,
  });
  if (joined.length > maxParticipants) throw tooMany();
  const ids = joined.map(({ personId }) => personId);
  const people = new Map((await readPeople(tx, ids)).map((person) => [person.id, person]));
  const pairs = await readPairsOfProgram(tx, program.id);
  const isOpen = ({ state }: { state: (typeof pairs)[number]["state"] }) =>
    openMentorshipStates.includes(state);
  const open = pairs.filter(isOpen);
  const taken = Map.groupBy(open, ({ mentorId }) => mentorId);
  const matched = new Set(open.map(({ menteeId }) => menteeId));
  const apart = [
    // Whoever did not take each other, or ended it, is not proposed to each other again.
    ...pairs.filter((pair) => !isOpen(pair)).map(({ mentorId, menteeId }) => [mentorId, menteeId]),
    ...(await readOpenPairs(tx, ids)).map(({ mentorId, menteeId }) => [mentorId, menteeId]),
    ...(await readReportingLines(tx, ids)).map(({ from, to }) => [from, to]),
  ];
  const notWith = Map.groupBy(apart, ([one]) => one);
  return joined.flatMap((participant) => {
    const { personId: id } = participant;
    const person = people.get(id);
    if (!person) return [];
    return {
      ...asParticipant(ctx, participant, person),
      seeks: participant.seeks && !matched.has(id),
      capacity: Math.max(0, participant.capacity - (taken.get(id)?.length ?? 0)),
      notWith: [...participant.notWith, ...(notWith.get(id) ?? []).map(([, other]) => other ?? "")],
    };
  });
}

const asParticipant = (
  { now }: Context,
  { wants, offers }: StoredParticipant,
  { id, positions, interests, values, timeZone }: StoredPerson,
) => ({
  id,
  wants: wants.map(foldTerm),
  offers: offers.map(foldTerm),
  organizations: positions
    .filter(({ to }) => !to || Date.parse(to) > now)
    .map(({ organization }) => foldTerm(organization)),
  interests: interests.map(foldTerm),
  values: values.map(foldTerm),
  utcOffsetMinutes: timeZone === null ? null : (localClock(timeZone, now) - now) / 60_000,
});

const tooMany = () =>
  new Problem(
    "conflict",
    `More than ${maxParticipants} people take part. Split the programme, by topic or by region.`,
  );

async function propose(ctx: Context, { id: programId }: StoredProgram, { matches }: MentorMatches) {
  const { tx, now } = ctx;
  const proposals = matches.map(({ mentor, mentee, topics, interests, values, hoursApart }) => {
    const fit = { topics: [...topics], interests: [...interests], values: [...values], hoursApart };
    const pair = { mentorId: mentor, menteeId: mentee, topics: fit.topics };
    return newMentorship({ programId, ...pair, fit }, null, now);
  });
  const added = await insertMentorships(tx, proposals);
  const proposed = new Map(
    proposals.filter(({ id }) => added.has(id)).map(({ id, menteeId }) => [menteeId, id]),
  );
  if (proposed.size === 0) return proposed;
  await recordChange(ctx, [
    ...[...proposed.values()].map((id) => ({
      type: "mentorship.proposed" as const,
      id,
      sequence: 1,
    })),
    { type: "mentorshipProgram.matched", id: programId, count: proposed.size },
  ]);
  return proposed;
}
