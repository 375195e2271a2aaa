import { goalCoverage, type SuggestedAsk } from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { say } from "../../words/say.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { isOwnSide, readerOf } from "../helping/addressed-to.ts";
import { asPerson } from "../helping/circle-of.ts";
import { nameOf, showHelpers } from "../helping/show-helpers.ts";
import { modelOf } from "../model/tenant-model.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import { needsOf } from "../ways-to-help/collect-ways.ts";
import { findSupport, type GoalSupport } from "./find-support.ts";
import { readGoal, type StoredGoal } from "./queries.ts";
import type { GoalCoverageBody } from "./schemas.ts";

const nothing: GoalSupport = { helpers: [], beyond: [] };

/** Who can help with a goal, and what it lacks: for its owner, and the platform on their behalf. */
export async function coverGoal(ctx: Context, id: string): Promise<GoalCoverageBody> {
  const goal = await readGoal(ctx.tx, requireId("goal", id, "/path/id"));
  if (!goal || !isOwnSide(readerOf(ctx), goal.personId)) throw notFound();
  const isOver = goal.closedAt !== null;
  const { helpers, beyond } = isOver ? nothing : await findSupport(ctx, goal);
  const contacts = beyond.flatMap(({ person, through: [introducer] }) =>
    introducer === undefined ? [] : [{ person, introducer }],
  );
  const { gaps, suggestedAsks } = isOver
    ? { gaps: [], suggestedAsks: [] }
    : goalCoverage(goal.kind, goal.audience !== "private", helpers.map(bandOf), contacts);
  const named = beyond.flatMap(({ person, through }) => [person, ...through]);
  const asked = suggestedAsks.flatMap(({ to, about }) => (about ? [to, about] : [to]));
  const target = goal.targetPersonId ?? [];
  const briefs = await showBriefs(asPerson(ctx, goal.personId), [
    ...new Set([...named, ...asked, target].flat()),
  ]);
  const brief = (of: string): PersonBrief =>
    briefs.get(of) ?? { id: of, externalId: null, name: null };
  return {
    helpers: await showHelpers(ctx, goal.personId, helpers),
    toMeet: beyond.map(({ person, through }) => ({
      person: toPersonBrief(brief(person)),
      path: { direct: false, through: through.map(brief).map(toPersonBrief) },
    })),
    gaps: gaps.map((code) => ({ code, text: say({ key: `helping.gap.${code}` }) })),
    suggestedAsks: suggestedAsks.map((ask) => toSuggestion(ask, goal, brief)),
    at: toIso(ctx.now),
    model: modelOf(ctx.tenant).name,
  };
}

const bandOf = ({ person, reasons }: GoalSupport["helpers"][number]) => {
  const inTouch = reasons.find(({ code }) => code === "inTouch");
  return { person, band: inTouch?.code === "inTouch" ? inTouch.band : ("none" as const) };
};

function toSuggestion(
  { code, kind, to, about }: SuggestedAsk,
  goal: StoredGoal,
  brief: (id: string) => PersonBrief,
): GoalCoverageBody["suggestedAsks"][number] {
  const target = about === null ? (goal.target ?? "") : nameOf(brief(about));
  const name = nameOf(brief(to));
  const { skills, topics } = needsOf(goal);
  return {
    code,
    text: say({ key: `helping.suggest.${code}`, params: { name, target } }),
    to: toPersonBrief(brief(to)),
    about: about === null ? null : toPersonBrief(brief(about)),
    href: code === "introduction" ? "/v1/introductions" : "/v1/asks",
    ask: {
      kind,
      title: say({ key: `helping.title.${code}`, params: { target } }).slice(0, 200),
      skills: [...skills, ...topics],
    },
  };
}
