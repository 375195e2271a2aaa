import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { readParticipations } from "../mentorship-programs/queries.ts";
import { participantBody } from "../mentorship-programs/to-body.ts";
import { sideOf } from "./find-mentorship.ts";
import { listMentorships, listSessions } from "./queries.ts";
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
  const mentorships: ExportedMentorship[] = [];
  for (const [index, { id }] of rows.entries()) {
    const sessions = await listSessions(tx, id, { after: null, limit: most });
    const body = bodies[index];
    if (body) mentorships.push({ ...body, sessions: sessions.map(sessionBody) });
  }
  const participations = (await readParticipations(tx, personId)).map((participant) => {
    const { person: _, ...body } = participantBody(participant, new Map());
    return { program: toId("mentorshipProgram", participant.programId), ...body };
  });
  return { mentorships, participations };
}
