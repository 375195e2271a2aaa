import { daysBetween, introducerAnswersBy, introductionClosesAt } from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { type MessageKey, say } from "../../words/say.ts";
import { ahead } from "../../words/spans.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { type View, viewOf, viewOfPerson } from "../frames/view.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import { actionsOf, personOf } from "./act-on-introduction.ts";
import type { SeenIntroduction } from "./find-introduction.ts";
import type { IntroductionBody } from "./schemas.ts";
import { readSharedContacts, type SharedContact } from "./shared-contact.ts";

/** Introductions as they are answered: each through the eyes, and the frames, of who looks. */
export async function introductionBodies(
  ctx: Context,
  all: readonly SeenIntroduction[],
): Promise<IntroductionBody[]> {
  const ids = all.flatMap(({ introduction: { requesterId, introducerId, targetId } }) => [
    requesterId,
    introducerId,
    targetId,
  ]);
  const briefs = await showBriefs(ctx, [...new Set(ids)], await viewFor(ctx, all, ids));
  const contacts = await readSharedContacts(ctx, all);
  return all.map((seen) => toBody(ctx, seen, briefs, contacts.get(seen.introduction.id) ?? null));
}

export async function introductionBody(
  ctx: Context,
  seen: SeenIntroduction,
): Promise<IntroductionBody> {
  const [body] = await introductionBodies(ctx, [seen]);
  return body as IntroductionBody;
}

/** What is for one of the three is shown as that person sees it, also when a server asks. */
function viewFor(ctx: Context, all: readonly SeenIntroduction[], ids: string[]): Promise<View> {
  const [first] = all;
  if (!first?.role) return viewOf(ctx, ids);
  return viewOfPerson(ctx, personOf(first.introduction, first.role), ids);
}

function toBody(
  { now }: Context,
  given: SeenIntroduction,
  briefs: ReadonlyMap<string, PersonBrief>,
  contact: SharedContact | null,
): IntroductionBody {
  const { introduction, role, seen } = given;
  const brief = (id: string) =>
    toPersonBrief(briefs.get(id) ?? { id, externalId: null, name: null });
  const forIntroducer = role !== "target";
  return {
    id: toId("introduction", introduction.id),
    state: seen,
    role,
    requester: brief(introduction.requesterId),
    introducer: brief(introduction.introducerId),
    target: brief(introduction.targetId),
    purpose: introduction.purpose,
    blurb: introduction.blurb,
    note: forIntroducer ? introduction.note : null,
    requestedAt: toIso(introduction.requestedAt),
    closesAt: toIso(introductionClosesAt(introduction)),
    answerBy: toIsoOrNull(answerBy(given)),
    agreedAt: toIsoOrNull(introduction.targetAgreedAt),
    madeAt: toIsoOrNull(introduction.madeAt),
    thankedAt: toIsoOrNull(introduction.thankedAt),
    reportedAt: toIsoOrNull(introduction.reportedAt),
    report: forIntroducer ? introduction.report : null,
    reason: seen === "declined" ? ownReason(given) : null,
    contact: contact && { email: contact.email, until: toIso(contact.until) },
    actions: actionsOf(given, now),
    text: textOf(given, now),
  };
}

function answerBy({ introduction, role, seen }: SeenIntroduction): number | null {
  if (seen !== "requested") return null;
  return role === "introducer"
    ? introducerAnswersBy(introduction)
    : introductionClosesAt(introduction);
}

const ownReason = ({ introduction, role }: SeenIntroduction): string | null =>
  role === "introducer" ? introduction.introducerReason : introduction.targetReason;

function textOf({ introduction, role, seen }: SeenIntroduction, now: number): string | null {
  if (role === null) return null;
  const left = daysBetween(now, introductionClosesAt(introduction));
  // Which role sees which state is core's table; a test says that each has its text.
  const key = `introductions.${role}.${seen}` as MessageKey;
  return say({ key, params: { ahead: ahead(left) } });
}
