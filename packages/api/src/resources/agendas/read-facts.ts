import {
  type AgendaFacts,
  commonTerms,
  courtesiesOwed,
  dayOf,
  isStrained,
  type Named,
  pairOf,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { readOpenAsks, type StoredAsk } from "../asks/queries.ts";
import { addressed as addressedAsk } from "../asks/shown-asks.ts";
import { viewOfPerson } from "../frames/view.ts";
import { readOpenGoals, type StoredGoal } from "../goals/queries.ts";
import { addressed as addressedGoal } from "../goals/shown-goals.ts";
import { type Addressed, addressedTo } from "../helping/addressed-to.ts";
import { milestonesToCongratulate } from "../milestones/to-congratulate.ts";
import { readExchanges } from "../nudges/queries/exchanges.ts";
import { readPeople } from "../people/queries.ts";
import { evidenceAt } from "../ties/evidence-at.ts";
import { readDeclaration } from "../ties/queries/declarations.ts";
import type { TieEnds } from "../ties/tie-ends.ts";
import { agreedBetween } from "./agreed-between.ts";

/** What the one knows, or may know, that is worth talking about with the other. */
export async function readFacts(ctx: Context, ends: TieEnds): Promise<AgendaFacts> {
  const { from, to } = ends;
  const { tx, now } = ctx;
  const { context } = await readDeclaration(tx, from, to);
  const evidence = await evidenceAt(ctx, pairOf(from, to), now);
  const exchanges = await readExchanges(tx, { person: from, until: now });
  const between = exchanges.filter((one) => one.from === to || one.to === to);
  const owed = courtesiesOwed(between, from, now);
  const asks = (await readOpenAsks(tx, [from, to], now)).map((ask) => addressedAsk(ask, now));
  const goals = (await readOpenGoals(tx, [from, to], now)).map((goal) => addressedGoal(goal, now));
  return {
    context,
    strained: isStrained(evidence),
    lastContactAt: evidence.lastContactAt,
    courtesies: [...new Set(owed.map(({ kind }) => kind))],
    milestones: await tellableMilestones(ctx, ends),
    ownAsks: (await tellable(ctx, asks, from, to)).map(namedAsk),
    theirAsks: (await tellable(ctx, asks, to, from)).map(namedAsk),
    ownGoals: (await tellable(ctx, goals, from, to)).flatMap(namedGoal),
    theirGoals: (await tellable(ctx, goals, to, from)).flatMap(namedGoal),
    ...(await agreedBetween(tx, ends)),
    ...(await sharedBetween(ctx, ends)),
  };
}

/** Of some open asks or goals, those of one person that another may know of. */
const tellable = <T extends Addressed>(
  ctx: Context,
  things: readonly T[],
  of: string,
  reader: string,
): Promise<T[]> =>
  addressedTo(
    ctx,
    reader,
    things.filter(({ personId }) => personId === of),
  );

const namedAsk = ({ id, title }: StoredAsk): Named => ({ id: toId("ask", id), name: title });

/** A goal by its name; one to get to know somebody goes unsaid. */
function namedGoal({ id, title, target }: StoredGoal): Named[] {
  const name = title ?? target;
  return name === null ? [] : [{ id: toId("goal", id), name }];
}

/** For so many days a milestone is news. */
const newsDays = 30;

/** What the other lately had to celebrate and lets the one know. */
async function tellableMilestones(ctx: Context, { from, to }: TieEnds) {
  const today = dayOf(ctx.now);
  const days = { since: today - newsDays, until: today };
  const occasions = await milestonesToCongratulate(ctx, from, days);
  return occasions
    .filter(({ personId }) => personId === to)
    .map(({ milestoneId, kind, title }) => ({
      id: toId("milestone", milestoneId),
      name: title ?? kind,
    }));
}

/** What both are good at or like, as far as the other shows it. */
async function sharedBetween(ctx: Context, { from, to }: TieEnds) {
  const people = await readPeople(ctx.tx, [from, to]);
  const view = await viewOfPerson(ctx, from, [to]);
  const own = people.find(({ id }) => id === from);
  const stored = people.find(({ id }) => id === to);
  const other = stored && view.show(stored);
  const shared = (field: "skills" | "interests") =>
    commonTerms(other?.[field] ?? [], own?.[field] ?? []);
  return { sharedSkills: shared("skills"), sharedInterests: shared("interests") };
}
