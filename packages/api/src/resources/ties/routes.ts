import type { FastifyInstance } from "fastify";
import { listName } from "../../http/cursor.ts";
import { etagOf } from "../../http/etag.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { fromIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import * as examples from "./examples.ts";
import { explainTie } from "./explain-tie.ts";
import { getHistory } from "./get-history.ts";
import { getTie } from "./get-tie.ts";
import { TieExplanationBody, TieHistoryBody, TieHistoryQuery } from "./history-schemas.ts";
import { cursorOf, placeOf } from "./list-cursor.ts";
import { listTies } from "./list-ties.ts";
import { TieBody, TieListQuery, TiePage, TieParams, TiePatch, TieQuery } from "./schemas.ts";
import { toExplanationBody, toHistoryBody, toListItem, toTieBody } from "./tie-body.ts";
import { updateTie } from "./update-tie.ts";

const instantOf = (text: string | undefined) => (text === undefined ? undefined : fromIso(text));

export function tieRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/ties",
      id: "ties.list",
      summary: "List a person's ties",
      description:
        "The ties of one person, as that side, measured now. The cursor stays exact while ties are added. `band`, `trend` and `minStrength` follow the clock and are judged while reading: when few ties fit, a page may be short, even empty, and still have a `nextCursor`; follow it to the end. Ties that were declared but have no contact yet come last.",
      scope: "ties:read",
      params: PersonParams,
      query: TieListQuery,
      answers: { 200: TiePage },
      example: { answer: examples.tieListExample },
    },
    async (ctx, { params, query }) => {
      const { limit = 50, cursor, sort = "strength", ...filters } = query;
      const list = listName("ties.list", { ...params, ...query });
      const { data, next } = await listTies(ctx, {
        person: params.person,
        after: placeOf(list, cursor),
        limit,
        filters: { sort, ...filters },
      });
      const nextCursor = next === null ? null : cursorOf(list, next);
      return ok({ data: data.map(toListItem), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/ties/:from/:to",
      id: "ties.get",
      summary: "Measure a tie",
      description:
        "The tie of one person to another, as the side of `from`. In the past (`at`) it is what the interactions up to then say; ahead, up to ten years, what silence would make of it. Two people who never met have a tie with band `none`. `declared` is of today, and of this side only.",
      scope: "ties:read",
      readsByKey: true,
      params: TieParams,
      query: TieQuery,
      answers: { 200: TieBody },
      example: { answer: examples.tieExample },
    },
    async (ctx, { params, query }) => {
      const tie = await getTie(ctx, { ...params, at: instantOf(query.at) });
      return ok(toTieBody(tie), etagOf(tie.declared.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/ties/:from/:to",
      id: "ties.update",
      summary: "Declare a tie",
      description:
        'What `from` says of its tie to `to`: the fields that are named are replaced, `null` clears one. The other side is neither changed nor told. A tie can be declared before there is any contact. The `ETag` counts the declarations of this side, from "0".',
      scope: "ties:write",
      params: TieParams,
      body: TiePatch,
      changes: ["tie.declared"],
      conditional: true,
      answers: { 200: TieBody },
      problems: ["conflict"],
      example: { body: examples.patchExample, answer: examples.tieExample },
    },
    async (ctx, { params, body, ifMatch }) => {
      const tie = await updateTie(ctx, { ...params, change: body, ifMatch });
      return ok(toTieBody(tie), etagOf(tie.declared.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/ties/:from/:to/history",
      id: "ties.history",
      summary: "Follow a tie through its past",
      description:
        "The tie at `since` and every `step` days from there up to `until`, at most 500 points. Each equals what the tie reads at that moment.",
      scope: "ties:read",
      params: TieParams,
      query: TieHistoryQuery,
      answers: { 200: TieHistoryBody },
      example: { answer: examples.historyExample },
    },
    async (ctx, { params, query }) => {
      const history = await getHistory(ctx, {
        ...params,
        since: instantOf(query.since),
        until: instantOf(query.until),
        stepDays: query.step ?? 7,
      });
      return ok(toHistoryBody(history));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/ties/:from/:to/explanation",
      id: "ties.explanation",
      summary: "Explain a tie",
      description:
        "Why the tie measures as it does: every number taken apart, the contact days that weigh most with what happened on them, and what silence or one more contact would change.",
      scope: "ties:read",
      readsByKey: true,
      params: TieParams,
      query: TieQuery,
      answers: { 200: TieExplanationBody },
      example: { answer: examples.explanationExample },
    },
    async (ctx, { params, query }) => {
      const explained = await explainTie(ctx, { ...params, at: instantOf(query.at) });
      return ok(toExplanationBody(explained));
    },
  );
}
