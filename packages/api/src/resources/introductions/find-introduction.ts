import {
  type IntroductionRole,
  introductionAsSeenBy,
  type SeenIntroductionState,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import {
  lockIntroductions,
  readIntroductions,
  type StoredIntroduction,
} from "./queries/introductions.ts";

/** An introduction with the eyes of one of its people. */
export interface SeenIntroduction {
  introduction: StoredIntroduction;
  /** Whose eyes: null for the platform's own, which are shown what who asked is shown. */
  role: IntroductionRole | null;
  /** What they see it as. */
  seen: SeenIntroductionState;
}

export function roleOf(
  { requesterId, introducerId, targetId }: StoredIntroduction,
  personId: string,
): IntroductionRole | null {
  if (personId === requesterId) return "requester";
  if (personId === introducerId) return "introducer";
  return personId === targetId ? "target" : null;
}

/** How a person sees an introduction, `null` for the platform; null where it is not there for them. */
export function seeIntroduction(
  introduction: StoredIntroduction,
  personId: string | null,
  now: number,
): SeenIntroduction | null {
  const role = personId === null ? null : roleOf(introduction, personId);
  if (personId !== null && role === null) return null;
  const seen = introductionAsSeenBy(role ?? "requester", introduction, now);
  return seen && { introduction, role, seen };
}

/** One introduction; a 404 for whom it is not there. */
export async function findIntroduction(
  ctx: Context,
  id: string,
  person: { ref: string; pointer: string } | null,
  { hold = false } = {},
): Promise<SeenIntroduction> {
  const uuid = requireId("introduction", id, "/path/introduction");
  const personId = person && (await requirePerson(ctx.tx, person.ref, person.pointer));
  const [stored] = await (hold ? lockIntroductions : readIntroductions)(ctx.tx, [uuid]);
  const seen = stored && seeIntroduction(stored, personId, ctx.now);
  if (!seen) throw notFound();
  return seen;
}
