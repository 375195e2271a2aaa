import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { toId } from "../../http/ids.ts";
import { findAsSeenBy } from "../helping/read-audience.ts";
import { recordInteractions } from "../interactions/record-interactions.ts";
import { requirePerson } from "../people/person-refs.ts";
import { notBegun } from "./attendees.ts";
import { findGathering } from "./find-gathering.ts";
import { readMet, readOnList } from "./queries/attendees.ts";
import type { EncounterInput } from "./schemas.ts";

/**
 * Records with whom somebody spoke at a gathering, each pair once. Being at the same gathering is no
 * contact: of a hundred people that would be 4,950 ties that nobody has.
 */
export async function recordEncounters(
  ctx: Context,
  { id, by, with: refs }: { id: string } & EncounterInput,
): Promise<{ recorded: number; known: number }> {
  const { tx, now } = ctx;
  // Held, so that two who report the same talk at once report it once.
  const gathering = await findGathering(ctx, id, { hold: "change" });
  const person = await requirePerson(tx, by, "/by");
  if (now < gathering.startsAt) throw notBegun(gathering.startsAt);
  const others = await findAsSeenBy(ctx, person, refs, (index) => `/with/${index}`);
  const all = [person, ...others];
  const onList = await readOnList(tx, gathering.id, all);
  const refused = all.filter((one) => !onList.has(one));
  if (refused.length > 0) throw notThere(refused, person);
  const aboutId = toId("gathering", gathering.id);
  const met = await readMet(tx, aboutId, person, others);
  const fresh = others.filter((other) => !met.has(other));
  if (fresh.length > 0) {
    const item = {
      type: "gathering",
      category: "contact" as const,
      from: toId("person", person),
      to: fresh.map((other) => toId("person", other)),
      occurredAt: gathering.startsAt,
      externalId: null,
      durationMinutes: null,
      effort: null,
      aboutKind: "gathering" as const,
      aboutId,
      metadata: null,
    };
    const { rejected } = await recordInteractions(ctx, [{ index: 0, item }], false);
    if (rejected.length > 0) throw notFound(); // somebody was erased meanwhile
  }
  return { recorded: fresh.length, known: met.size };
}

function notThere(people: readonly string[], by: string): Problem {
  const errors = people.map((person) => ({
    pointer: person === by ? "/by" : "/with",
    detail: `${toId("person", person)} is not on the list of this gathering`,
  }));
  return new Problem("invalid_request", "Only people on its list can have spoken there.", {
    errors,
  });
}
