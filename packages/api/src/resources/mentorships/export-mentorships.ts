import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { readParticipations } from "../mentorship-programs/queries.ts";
import { participantBody } from "../mentorship-programs/to-body.ts";
import { sideOf } from "./find-mentorship.ts";
import { listMentorships, readSessionsOf } from "./queries.ts";
import type { ExportedMentorship, ExportedParticipation } from "./schemas.ts";
import { mentorshipBodies, sessionBody } from "./to-body.ts";

const most = 1000;

/** What is held on a person's mentoring, as that person sees it. */
export async function exportMentoring(
  ctx: Context,
  personId: string,
): Promise<{ mentorships: ExportedMentorship[]; participations: ExportedParticipation[] }> {
  const { tx } = ctx;
  const filters = { personId, programId: null, state: null };
  const rows = await listMentorships(tx, filters, { before: null, limit: most });
  const bodies = await mentorshipBodies(
    ctx,
    rows.map((mentorship) => ({ mentorship, side: sideOf(mentorship, personId) })),
  );
  const sessions = Map.groupBy(
    await readSessionsOf(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ mentorshipId }) => toId("mentorship", mentorshipId),
  );
  const mentorships = bodies.map((body) => ({
    ...body,
    sessions: (sessions.get(body.id) ?? []).slice(0, most).map(sessionBody),
  }));
  const participations = (await readParticipations(tx, personId)).map((participant) => {
    const { person: _, ...body } = participantBody(participant, new Map());
    return { program: toId("mentorshipProgram", participant.programId), ...body };
  });
  return { mentorships, participations };
}
