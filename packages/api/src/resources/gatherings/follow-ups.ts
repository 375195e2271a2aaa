import type { Instant } from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { rankAt } from "./people-to-meet.ts";
import { readAttendees, readMet } from "./queries/attendees.ts";
import { readAttended } from "./queries/gatherings.ts";

/** Somebody whom a person might write to after a gathering. */
export interface FollowUp {
  personId: string;
  gatheringId: string;
  /** When it ended. */
  at: Instant;
  /** On record as having spoken; otherwise both were there, and have something in common. */
  hasMet: boolean;
}

/** Gatherings that are looked back on, people of each that are read, and followed up. */
const most = { gatherings: 5, attendees: 500, people: 5 };

/**
 * Whom a person might follow up with after gatherings that ended since a moment: those they are on
 * record as having spoken with there, and then, up to five of a gathering, those whom they had most
 * reason to meet. However large it was, it never becomes a list of everybody.
 */
export async function followUpsOf(
  ctx: Context,
  person: string,
  since: Instant,
): Promise<FollowUp[]> {
  const attended = await readAttended(ctx.tx, person, { since, until: ctx.now });
  const found: FollowUp[] = [];
  for (const gathering of attended.slice(-most.gatherings)) {
    const { id: gatheringId, endsAt: at } = gathering;
    const attendees = await readAttendees(ctx.tx, gatheringId, {
      ...{ after: null, limit: most.attendees },
    });
    const others = attendees.map(({ personId }) => personId).filter((id) => id !== person);
    const met = await readMet(ctx.tx, toId("gathering", gatheringId), person, others);
    const spoken = others.filter((id) => met.has(id));
    const ranked = await rankAt(ctx, gathering, person, most.people);
    const likely = ranked
      .filter(({ person: { id }, response }) => !met.has(id) && response !== "maybe")
      .map(({ person: { id } }) => id);
    const chosen = [...spoken, ...likely.slice(0, Math.max(0, most.people - spoken.length))];
    found.push(
      ...chosen.map((personId) => ({ personId, gatheringId, at, hasMet: met.has(personId) })),
    );
  }
  return found;
}
