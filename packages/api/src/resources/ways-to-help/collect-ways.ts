import { type AskKind, daysBetween, MS_PER_DAY, type Needs } from "@kith/core";
import type { Context } from "../../context.ts";
import { ahead } from "../../words/spans.ts";
import { listAsks } from "../asks/queries.ts";
import { addressed as addressedAsk } from "../asks/shown-asks.ts";
import { listGoals, type StoredGoal } from "../goals/queries.ts";
import { addressed as addressedGoal } from "../goals/shown-goals.ts";
import { addressedTo } from "../helping/addressed-to.ts";
import type { Circle } from "../helping/circle-of.ts";
import { seeIntroduction } from "../introductions/find-introduction.ts";
import { listIntroductions } from "../introductions/queries/introductions.ts";
import { milestonesToCongratulate } from "../milestones/to-congratulate.ts";
import type { FoundWay } from "./found-way.ts";
import type { ownMeans } from "./own-means.ts";

/** How many asks and goals are looked at, the newest; and how soon is soon. */
const most = 200;
const soonDays = 7;
const milestoneDays = { before: 7, after: 14 };

type Means = Awaited<ReturnType<typeof ownMeans>>;

interface For {
  person: string;
  circle: Circle;
  means: Means;
}

const nearness = ({ ties }: Circle, other: string) => {
  const tie = ties.get(other);
  return {
    evidence: tie?.evidence ?? null,
    reason: { code: tie ? ("inTouch" as const) : ("newTie" as const) },
  };
};

/** Open asks of others that are addressed to the person. */
export async function asksToAnswer(
  ctx: Context,
  { person, circle, means }: For,
): Promise<FoundWay[]> {
  const query = { reader: person, side: "others", state: "open", at: ctx.now } as const;
  const rows = await listAsks(ctx.tx, { ...query, before: null, limit: most });
  const asks = await addressedTo(
    ctx,
    person,
    rows
      .filter(({ personId }) => !circle.atRest.has(personId))
      .map((ask) => addressedAsk(ask, ctx.now)),
  );
  return asks.flatMap((ask): FoundWay[] => {
    const match = means(ask.kind, ask);
    const { evidence, reason } = nearness(circle, ask.personId);
    const named = ask.people.includes(person);
    // A stranger's ask, which nothing says that one can help with, is not for one's list.
    if (!evidence && !match.isKnown && !named) return [];
    const left = daysBetween(ctx.now, ask.expiresAt);
    return [
      {
        ...{ kind: "ask", id: ask.id, person: ask.personId, target: null, named, evidence },
        capability: match.value,
        key: "helping.way.ask",
        params: { title: ask.title },
        reasons: [
          ...(named ? [{ code: "named" as const }] : []),
          ...(match.covered.length > 0 ? [{ code: "youKnow" as const, terms: match.covered }] : []),
          ...(match.offers ? [{ code: "youOffer" as const }] : []),
          reason,
          ...(left <= soonDays ? [{ code: "soon" as const, params: { ahead: ahead(left) } }] : []),
        ],
      },
    ];
  });
}

/** What help with a goal of each kind is: what to match one's means with. */
const helpWith: Readonly<Record<Exclude<StoredGoal["kind"], "person">, AskKind>> = {
  skill: "mentoring",
  role: "advice",
  organization: "information",
};

export function needsOf({ kind, target }: Pick<StoredGoal, "kind" | "target">): Needs {
  const named = target === null ? [] : [target];
  return {
    skills: kind === "skill" ? named : [],
    topics: kind === "role" ? named : [],
    organization: kind === "organization" ? target : null,
  };
}

/** Open goals that others let the person know, where something says that they can help. */
export async function goalsToServe(
  ctx: Context,
  { person, circle, means }: For,
): Promise<FoundWay[]> {
  const query = { reader: person, side: "others", state: "open", at: ctx.now } as const;
  const rows = await listGoals(ctx.tx, { ...query, before: null, limit: most });
  const goals = await addressedTo(
    ctx,
    person,
    rows
      .filter(({ personId }) => !circle.atRest.has(personId))
      .map((goal) => addressedGoal(goal, ctx.now)),
  );
  return goals.flatMap((goal): FoundWay[] => {
    const { evidence, reason } = nearness(circle, goal.personId);
    const named = goal.people.includes(person);
    const way = { kind: "goal" as const, id: goal.id, person: goal.personId, named, evidence };
    if (goal.kind === "person") {
      const tie = goal.targetPersonId === null ? undefined : circle.ties.get(goal.targetPersonId);
      if (!tie) return [];
      const capability = tie.measures.contactProbability.days90 ?? 0;
      const reasons = [{ code: "youKnowThem" as const }, reason];
      const told = { key: "helping.way.goal.person" as const, params: {}, reasons };
      return [{ ...way, ...told, capability, target: tie.to }];
    }
    const match = means(helpWith[goal.kind], needsOf(goal));
    if (!match.isKnown) return [];
    return [
      {
        ...{ ...way, capability: match.value, target: null },
        key: `helping.way.goal.${goal.kind}`,
        params: { target: goal.target ?? "" },
        reasons: [
          ...(match.covered.length > 0 ? [{ code: "youKnow" as const, terms: match.covered }] : []),
          ...(match.offers ? [{ code: "youOffer" as const }] : []),
          reason,
        ],
      },
    ];
  });
}

/** What people of the circle let the person celebrate, about now. */
export async function milestonesToShare(
  ctx: Context,
  { person, circle }: For,
): Promise<FoundWay[]> {
  const today = Math.floor(ctx.now / MS_PER_DAY);
  const { before, after } = milestoneDays;
  const window = { since: today - before, until: today + after };
  const found = await milestonesToCongratulate(ctx, person, window);
  return found.flatMap(({ milestoneId: id, personId, kind, title }): FoundWay[] => {
    const { evidence, reason } = nearness(circle, personId);
    if (circle.atRest.has(personId) || !evidence) return [];
    return [
      {
        ...{ kind: "milestone", id, person: personId, target: null, named: false, evidence },
        capability: 1,
        key: "helping.way.milestone",
        params: { title: title ?? kind },
        reasons: [{ code: "celebrate" }, reason],
      },
    ];
  });
}

/** Introductions that wait for the person's own answer. */
export async function introductionsToAnswer(
  ctx: Context,
  { person, circle }: For,
): Promise<FoundWay[]> {
  const filter = { personId: person, role: null, seen: "requested", now: ctx.now } as const;
  const rows = await listIntroductions(ctx.tx, { ...filter, before: null, limit: most });
  return rows.flatMap((row): FoundWay[] => {
    const seen = seeIntroduction(row, person, ctx.now);
    if (seen?.seen !== "requested" || seen.role === "requester") return [];
    const isIntroducer = seen.role === "introducer";
    const { evidence } = nearness(circle, row.requesterId);
    return [
      {
        ...{ kind: "introduction", id: row.id, person: row.requesterId, named: true, evidence },
        target: isIntroducer ? row.targetId : row.introducerId,
        capability: 1,
        key: `helping.way.introduction.${isIntroducer ? "introducer" : "target"}`,
        params: {},
        reasons: [{ code: "waiting" }],
      },
    ];
  });
}
