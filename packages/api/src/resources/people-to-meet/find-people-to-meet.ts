import {
  type GroundFacts,
  type Instant,
  type PersonToMeet,
  type SharedGround,
  sharedGround,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { type View, viewOfPerson } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { readGround, readKnown } from "./queries.ts";
import { rankStrangers } from "./rank-strangers.ts";

export interface Meeting {
  person: PersonBrief;
  score: number;
  through: PersonBrief[];
  throughCount: number;
  shared: SharedGround[];
}

export interface PeopleFound {
  data: Meeting[];
  /** Why there is nobody; null where there is somebody. */
  none: "noTies" | "nobodyNew" | null;
  at: Instant;
  model: string;
}

/** How many of the best strangers are looked at for who is new and can be found. */
const lookedAt = 200;
const throughShown = 3;
const nothing: GroundFacts = { organizations: [], interests: [], skills: [], values: [] };

/**
 * New people to meet, by all who could introduce them. Shown is what the person may see, also when
 * their platform asks for them: hidden fields of others enter nothing here.
 */
export async function findPeopleToMeet(
  ctx: Context,
  { person: ref, limit }: { person: string; limit: number },
): Promise<PeopleFound> {
  const person = await requirePerson(ctx.tx, ref, "/path/person");
  const { strangers, hasTies } = await rankStrangers(ctx, person, lookedAt);
  const ids = strangers.map(({ person }) => person);
  const known = await readKnown(ctx.tx, person, ids);
  const between = strangers.flatMap(({ through }) => through.map(({ person }) => person));
  const view = await viewOfPerson(ctx, person, [...ids, ...between]);
  const chosen = strangers
    .filter(({ person: id }) => !known.has(id) && view.finds(id))
    .slice(0, limit);
  const data = await describe(ctx, person, chosen, view);
  const none = hasTies ? "nobodyNew" : "noTies";
  const { name: model } = modelOf(ctx.tenant);
  return { data, none: data.length > 0 ? null : none, at: ctx.now, model };
}

async function describe(
  ctx: Context,
  person: string,
  chosen: readonly PersonToMeet[],
  view: View,
): Promise<Meeting[]> {
  const shown = chosen.map((met) => ({
    ...met,
    throughCount: met.through.length,
    through: met.through.slice(0, throughShown).map(({ person }) => person),
  }));
  const ids = shown.map(({ person }) => person);
  const [briefs, ground] = await Promise.all([
    showBriefs(ctx, [...new Set([...ids, ...shown.flatMap(({ through }) => through)])], view),
    readGround(ctx.tx, [person, ...ids], view.showFields),
  ]);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  const own = ground.get(person) ?? nothing;
  return shown.map(({ person: id, score, through, throughCount }) => ({
    person: brief(id),
    score,
    through: through.map(brief),
    throughCount,
    shared: sharedGround(own, ground.get(id) ?? nothing),
  }));
}
