import { requestedIntroduction } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { requireFoundBy, viewOfPerson } from "../frames/view.ts";
import { requirePerson } from "../people/person-refs.ts";
import { type SeenIntroduction, seeIntroduction } from "./find-introduction.ts";
import { holdForRequest } from "./queries/favours.ts";
import { insertIntroduction, type StoredIntroduction } from "./queries/introductions.ts";
import { refuseIfNotOffered } from "./refuse-request.ts";
import type { IntroductionInput } from "./schemas.ts";
import { chooseEmail } from "./shared-contact.ts";

/** Somebody asks to be introduced. Nobody but the introducer learns of it yet. */
export async function requestIntroduction(
  ctx: Context,
  input: IntroductionInput,
): Promise<SeenIntroduction> {
  const { tx, now } = ctx;
  const three = await findThree(ctx, input);
  const { requesterId, introducerId } = three;
  if (!(await holdForRequest(tx, [requesterId, introducerId]))) throw notFound();
  await refuseIfNotOffered(ctx, three);
  const introduction: StoredIntroduction = {
    ...requestedIntroduction(now),
    ...three,
    id: newUuid(now),
    purpose: input.purpose ?? "information",
    blurb: input.blurb,
    note: input.note ?? null,
    requesterEmail: await chooseEmail(ctx, requesterId, input.email),
    introducerReason: null,
    targetReason: null,
    targetEmail: null,
    report: null,
  };
  await insertIntroduction(tx, introduction);
  await recordChange(ctx, { type: "introduction.requested", id: introduction.id });
  return seeIntroduction(introduction, requesterId, now) as SeenIntroduction;
}

export interface Three {
  requesterId: string;
  introducerId: string;
  targetId: string;
}

/** The three, all different; who asked has to be able to find the two others, also by a key. */
async function findThree(ctx: Context, { by, introducer, target }: IntroductionInput) {
  const requesterId = await requirePerson(ctx.tx, by, "/by");
  const introducerId = await requirePerson(ctx.tx, introducer, "/introducer");
  const targetId = await requirePerson(ctx.tx, target, "/target");
  const view = await viewOfPerson(ctx, requesterId, [introducerId, targetId]);
  for (const [id, ref] of [
    [introducerId, introducer],
    [targetId, target],
  ] as const) {
    if (ctx.actor.kind === "member") requireFoundBy(view, id, ref);
    else if (!view.finds(id)) throw notFound();
  }
  if (introducerId === requesterId) throw same("/introducer", "somebody else than `by`");
  if (targetId === requesterId) throw same("/target", "somebody else than `by`");
  if (targetId === introducerId) throw same("/target", "somebody else than `introducer`");
  return { requesterId, introducerId, targetId } satisfies Three;
}

const same = (pointer: string, who: string) =>
  new Problem(
    "invalid_request",
    "An introduction has three people: who asks, who introduces, and to whom.",
    {
      errors: [{ pointer, detail: `must be ${who}` }],
    },
  );
