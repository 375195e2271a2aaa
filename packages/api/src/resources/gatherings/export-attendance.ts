import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { readAttendanceOf } from "./queries/attendees.ts";
import type { ExportedAttendance } from "./schemas.ts";

/** On which lists a person is, and what they answered. */
export async function exportAttendance(
  { tx }: Context,
  person: string,
): Promise<ExportedAttendance[]> {
  const rows = await readAttendanceOf(tx, person);
  return rows.map(({ gatheringId, response, updatedAt }) => ({
    gathering: toId("gathering", gatheringId),
    response,
    updatedAt: toIso(updatedAt),
  }));
}
