import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { fitReasons } from "./fit-reasons.ts";
import type { Proposals } from "./match-participants.ts";
import type { StoredParticipant, StoredProgram } from "./queries.ts";
import type { MatchBody, ParticipantBody, ProgramBody } from "./schemas.ts";

export const briefBody = (id: string, briefs: ReadonlyMap<string, PersonBrief>) => ({
  ...(briefs.get(id) ?? { externalId: null, name: null }),
  id: toId("person", id),
});

export const programBody = ({ id, revision: _, ...program }: StoredProgram): ProgramBody => ({
  id: toId("mentorshipProgram", id),
  ...program,
  closedAt: toIsoOrNull(program.closedAt),
  createdAt: toIso(program.createdAt),
  updatedAt: toIso(program.updatedAt),
});

export const participantBody = (
  { personId, seeks, capacity, wants, offers, notWith, createdAt, updatedAt }: StoredParticipant,
  briefs: ReadonlyMap<string, PersonBrief>,
): ParticipantBody => ({
  person: briefBody(personId, briefs),
  seeks,
  capacity,
  wants,
  offers,
  notWith: notWith.map((id) => toId("person", id)),
  createdAt: toIso(createdAt),
  updatedAt: toIso(updatedAt),
});

export function matchBody(
  { matches, unmatched, openPlaces, mentorships }: Proposals,
  briefs: ReadonlyMap<string, PersonBrief>,
): MatchBody {
  return {
    matches: matches.map(({ mentor, mentee, fit, ...reasons }) => {
      const id = mentorships.get(mentee);
      return {
        mentorship: id === undefined ? null : toId("mentorship", id),
        mentor: briefBody(mentor, briefs),
        mentee: briefBody(mentee, briefs),
        fit,
        reasons: fitReasons(reasons),
      };
    }),
    unmatched: unmatched.map(({ mentee, reason }) => ({
      person: briefBody(mentee, briefs),
      reason,
    })),
    openPlaces: openPlaces.map(({ mentor, places }) => ({
      person: briefBody(mentor, briefs),
      places,
    })),
  };
}
