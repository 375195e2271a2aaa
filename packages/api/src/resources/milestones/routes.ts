import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, noContent, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { createMilestone } from "./create-milestone.ts";
import * as examples from "./examples.ts";
import { getMilestone, listMilestones, showMilestones } from "./list-milestones.ts";
import type { StoredMilestone } from "./queries.ts";
import {
  ByQuery,
  MilestoneBody,
  MilestoneInput,
  MilestonePage,
  MilestoneParams,
  MilestonePatch,
  MilestoneQuery,
} from "./schemas.ts";
import { toBody } from "./to-body.ts";
import { deleteMilestone, updateMilestone } from "./update-milestone.ts";

type Ctx = Parameters<typeof showMilestones>[0];

const shown = async (ctx: Ctx, milestone: StoredMilestone) => {
  const [found] = await showMilestones(ctx, readerOf(ctx), [milestone]);
  return found && toBody(found, ctx.now);
};

export function milestoneRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/milestones",
      id: "milestones.create",
      summary: "Tell of a milestone",
      description:
        "A new job, a promotion, a birthday, a publication, an award or whatever your platform celebrates. Those of the person's audience who are in touch with them are reminded to congratulate. It is for the person's `network` unless `audience` says otherwise.",
      scope: "help:write",
      body: MilestoneInput,
      changes: ["milestone.created"],
      answers: { 201: MilestoneBody },
      problems: ["invalid_id", "not_found"],
      example: { body: examples.input, answer: examples.milestone },
    },
    async (ctx, { body }) => {
      const milestone = await createMilestone(ctx, body);
      const location = `/v1/milestones/${toId("milestone", milestone.id)}`;
      return created(await shown(ctx, milestone), location, etagOf(milestone.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/milestones",
      id: "milestones.list",
      summary: "List milestones",
      description:
        "The last told first. With `person` what that person may know of: their own milestones, and those that others let them know. Without it, all of the tenant. `since` and `until` ask for what is in these days, yearly ones included: a calendar.",
      scope: "help:read",
      query: MilestoneQuery,
      answers: { 200: MilestonePage },
      problems: ["invalid_id", "not_found"],
      example: { answer: { data: [examples.milestone], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listMilestones(ctx, query);
      return ok({ data: data.map((milestone) => toBody(milestone, ctx.now)), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/milestones/:id",
      id: "milestones.get",
      summary: "Read a milestone",
      description: "One that is not for who asks is answered as one that never was.",
      scope: "help:read",
      params: MilestoneParams,
      answers: { 200: MilestoneBody },
      example: { answer: examples.milestone },
    },
    async (ctx, { params }) => {
      const milestone = await getMilestone(ctx, params.id);
      return ok(await shown(ctx, milestone), etagOf(milestone.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/milestones/:id",
      id: "milestones.update",
      summary: "Change a milestone",
      description:
        "Its owner words it anew, moves it, or tells others of it. With a new date or kind, whether it comes back follows from those unless `yearly` says.",
      scope: "help:write",
      params: MilestoneParams,
      body: MilestonePatch,
      changes: ["milestone.updated"],
      conditional: true,
      answers: { 200: MilestoneBody },
      example: {
        body: { by: "ext:ada", audience: "public" },
        answer: { ...examples.milestone, audience: "public" },
      },
    },
    async (ctx, { params, body, ifMatch }) => {
      const milestone = await updateMilestone(ctx, { id: params.id, change: body, ifMatch });
      return ok(await shown(ctx, milestone), etagOf(milestone.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/milestones/:id",
      id: "milestones.delete",
      summary: "Take a milestone back",
      description: "It is forgotten, and nobody is reminded of it any more.",
      scope: "help:write",
      params: MilestoneParams,
      query: ByQuery,
      changes: ["milestone.deleted"],
      conditional: true,
      answers: { 204: null },
      example: {},
    },
    async (ctx, { params, query, ifMatch }) => {
      await deleteMilestone(ctx, { id: params.id, by: query.by, ifMatch });
      return noContent();
    },
  );
}
