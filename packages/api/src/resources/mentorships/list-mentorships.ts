import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { requireId, toId } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import { type SeenMentorship, sideOf } from "./find-mentorship.ts";
import { listMentorships as readList } from "./queries.ts";
import type { MentorshipQuery } from "./schemas.ts";

/** Mentorships, newest first; of a person, as that person sees them. */
export async function listMentorships(
  ctx: Context,
  query: MentorshipQuery,
): Promise<{ seen: SeenMentorship[]; nextCursor: string | null }> {
  const name = listName("mentorships.list", query);
  const [last] = query.cursor ? decodeCursor(name, query.cursor, ["string"]) : [null];
  const personId = query.person ? await requirePerson(ctx.tx, query.person, "?person") : null;
  const { program, state = null } = query;
  const programId = program ? requireId("mentorshipProgram", program, "?program") : null;
  const rows = await readList(
    ctx.tx,
    { personId, programId, state },
    { before: last && idInCursor("mentorship", last), limit: query.limit + 1 },
  );
  const { data, nextCursor } = page(rows, query.limit, ({ id }) =>
    encodeCursor(name, [toId("mentorship", id)]),
  );
  const seen = data.map((mentorship) => ({
    mentorship,
    side: personId === null ? null : sideOf(mentorship, personId),
  }));
  return { seen, nextCursor };
}
