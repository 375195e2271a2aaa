import {
  favoursSince,
  hasPlace,
  introductionAsSeenBy,
  isStrained,
  mayAskAgain,
  needsNoIntroduction,
  pairOf,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { toId } from "../../http/ids.ts";
import { type MessageKey, say } from "../../words/say.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readPausedTies } from "../paths/queries/people.ts";
import { readPeople } from "../people/queries.ts";
import { evidenceAt } from "../ties/evidence-at.ts";
import { countOpenIntroductions, longestMs } from "./queries/count-open.ts";
import { countHelpDays } from "./queries/favours.ts";
import { readRequestsBy } from "./queries/introductions.ts";
import type { Three } from "./request-introduction.ts";

/**
 * Refuses a request that can't be passed on. First what who asks knows themselves, in plain words.
 * Then, in one and the same sentence whichever it is, what is others' to know: that the introducer
 * does not introduce, has enough to do, put the tie to rest, is at odds with one of the two, or
 * does not know the target. A search for paths leaves out the same chains without a word.
 */
export async function refuseIfNotOffered(ctx: Context, three: Three): Promise<void> {
  const { requesterId, introducerId, targetId } = three;
  const { constants } = modelOf(ctx.tenant);
  const own = await evidenceAt(ctx, pairOf(requesterId, targetId), ctx.now);
  if (needsNoIntroduction(own, ctx.now, constants)) {
    throw refusal("inContact", "/target", tieOf(requesterId, targetId));
  }
  const near = await evidenceAt(ctx, pairOf(requesterId, introducerId), ctx.now);
  if (near.contactDays === 0) {
    throw refusal(
      "notYetInContact",
      "/introducer",
      "must be somebody with whom `by` was in contact",
    );
  }
  await refuseByOwnRequests(ctx, three);
  const far = await evidenceAt(ctx, pairOf(introducerId, targetId), ctx.now);
  const isOffered =
    far.contactDays > 0 &&
    !isStrained(near) &&
    !isStrained(far) &&
    (await isWilling(ctx, three)) &&
    !(await hasPause(ctx, three));
  if (!isOffered) throw refusal("notOffered", "/introducer", "is not offered for this target");
}

/** Of their own requests everybody knows: those may be named. */
async function refuseByOwnRequests(
  { tx, now }: Context,
  { requesterId, introducerId, targetId }: Three,
): Promise<void> {
  const requests = await readRequestsBy(tx, requesterId, now - longestMs);
  const isOpen = requests.some((request) => {
    const seen = introductionAsSeenBy("requester", request, now);
    return request.targetId === targetId && (seen === "pending" || seen === "agreed");
  });
  if (isOpen) throw refusal("alreadyAsked", "/target", "has an open request of `by`");
  const since = favoursSince(now);
  const asked = requests.filter(
    (request) => request.introducerId === introducerId && request.requestedAt >= since,
  ).length;
  const helpDays = await countHelpDays(tx, { from: requesterId, to: introducerId, since });
  if (!mayAskAgain({ asked, helpDays })) {
    throw refusal("giveFirst", "/introducer", "was asked lately: ask somebody else");
  }
}

async function isWilling({ tx, now }: Context, { introducerId }: Three): Promise<boolean> {
  const [introducer] = await readPeople(tx, [introducerId]);
  const open = await countOpenIntroductions(tx, [introducerId], now);
  return introducer?.openToIntroduce === true && hasPlace(open.get(introducerId) ?? 0);
}

/** Whether one of the chain put a tie of it to rest. */
async function hasPause(
  { tx }: Context,
  { requesterId, introducerId, targetId }: Three,
): Promise<boolean> {
  const paused = await readPausedTies(tx, [requesterId, introducerId, targetId]);
  return paused.some(({ from, to }) => from === introducerId || to === introducerId);
}

const tieOf = (from: string, to: string) =>
  `GET /v1/ties/${toId("person", from)}/${toId("person", to)}`;

type Refusal = MessageKey extends infer K
  ? K extends `introductions.refused.${infer R}`
    ? R
    : never
  : never;

const refusal = (why: Exclude<Refusal, "notNow" | "over">, pointer: string, detail: string) =>
  new Problem("invalid_state", say({ key: `introductions.refused.${why}` }), {
    errors: [{ pointer, detail }],
  });
