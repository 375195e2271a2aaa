import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { coverGoal } from "./cover-goal.ts";
import { createGoal } from "./create-goal.ts";
import * as examples from "./examples.ts";
import { getGoal } from "./get-goal.ts";
import { listGoals } from "./list-goals.ts";
import type { StoredGoal } from "./queries.ts";
import {
  GoalBody,
  GoalClosing,
  GoalCoverageBody,
  GoalInput,
  GoalPage,
  GoalParams,
  GoalPatch,
  GoalQuery,
} from "./schemas.ts";
import { showGoals } from "./shown-goals.ts";
import { toBody } from "./to-body.ts";
import { closeGoal, updateGoal } from "./update-goal.ts";

type Ctx = Parameters<typeof showGoals>[0];

const shown = async (ctx: Ctx, goal: StoredGoal) => {
  const [body] = (await showGoals(ctx, readerOf(ctx), [goal])).map(toBody);
  return body;
};

export function goalRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/goals",
      id: "goals.create",
      summary: "Set a goal",
      description:
        "What somebody works towards: a skill, a role, an organization or a person. It is their own until `audience` says for whom else it is. A person can have 25 open goals.",
      scope: "help:write",
      body: GoalInput,
      changes: ["goal.created"],
      answers: { 201: GoalBody },
      problems: ["invalid_id", "not_found", "invalid_state"],
      example: { body: examples.input, answer: examples.goal },
    },
    async (ctx, { body }) => {
      const goal = await createGoal(ctx, body);
      const location = `/v1/goals/${toId("goal", goal.id)}`;
      return created(await shown(ctx, goal), location, etagOf(goal.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/goals",
      id: "goals.list",
      summary: "List goals",
      description:
        "The newest first. With `person` what that person may know of: their own goals, and open ones that others let them know. Without it, all of the tenant.",
      scope: "help:read",
      query: GoalQuery,
      answers: { 200: GoalPage },
      problems: ["invalid_id", "not_found"],
      example: { answer: { data: [examples.goal], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listGoals(ctx, query);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/goals/:id",
      id: "goals.get",
      summary: "Read a goal",
      description:
        "A member reads their own goals and those that others let them know. For anybody else it is as one that never was.",
      scope: "help:read",
      params: GoalParams,
      answers: { 200: GoalBody },
      example: { answer: examples.goal },
    },
    async (ctx, { params }) => {
      const goal = await getGoal(ctx, params.id);
      return ok(await shown(ctx, goal), etagOf(goal.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/goals/:id",
      id: "goals.update",
      summary: "Change a goal",
      description:
        "Its owner sharpens it, tells others of it, or gives it more time. What is closed stays as it is.",
      scope: "help:write",
      params: GoalParams,
      body: GoalPatch,
      changes: ["goal.updated"],
      conditional: true,
      answers: { 200: GoalBody },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada", target: { skill: "Statistics" } },
        answer: { ...examples.goal, target: "Statistics" },
      },
    },
    async (ctx, { params, body, ifMatch }) => {
      const goal = await updateGoal(ctx, { id: params.id, change: body, ifMatch });
      return ok(await shown(ctx, goal), etagOf(goal.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/goals/:id/close",
      id: "goals.close",
      summary: "Close a goal",
      description: "Its owner reached it, or let it go. It is no longer shown to others.",
      scope: "help:write",
      params: GoalParams,
      body: GoalClosing,
      changes: ["goal.closed"],
      answers: { 200: GoalBody },
      problems: ["invalid_state"],
      example: { body: { by: "ext:ada", outcome: "reached" }, answer: examples.closed },
    },
    async (ctx, { params, body }) => {
      const goal = await closeGoal(ctx, { id: params.id, closing: body });
      return ok(await shown(ctx, goal), etagOf(goal.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/goals/:id/coverage",
      id: "goals.coverage",
      summary: "Who helps with a goal, and what it lacks",
      description:
        "For its owner: who of their circle can help, whom beyond it to meet and over whom, what is lacking, and what to ask of whom. Everything is what the owner may see; whoever put the tie to rest is left out without a word. Of a closed goal nothing is listed.",
      scope: "help:read",
      params: GoalParams,
      answers: { 200: GoalCoverageBody },
      example: { answer: examples.coverage },
    },
    async (ctx, { params }) => ok(await coverGoal(ctx, params.id)),
  );
}
