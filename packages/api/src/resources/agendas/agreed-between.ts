import type { TenantTx } from "@kith/db";
import { toId } from "../../http/ids.ts";
import { sideOf } from "../mentorships/find-mentorship.ts";
import { readLatestSessions } from "../mentorships/queries.ts";
import type { TieEnds } from "../ties/tie-ends.ts";

/** What the two agreed on in their latest sessions and did not do yet, and noted for the next one. */
export async function agreedBetween(tx: TenantTx, { from, to }: TieEnds) {
  const latest = await readLatestSessions(tx, from, to);
  const openActions = latest.flatMap(({ mentorship, session }) =>
    session.actions
      .filter(({ done }) => !done)
      .map(({ text, by }) => ({
        id: toId("session", session.id),
        name: text,
        own: by === sideOf(mentorship, from),
      })),
  );
  const openQuestions = latest
    .filter(({ session }) => session.state === "planned")
    .flatMap(({ session }) =>
      session.questions.map((name) => ({ id: toId("session", session.id), name })),
    );
  return { openActions, openQuestions };
}
