import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { negotiate } from "../../http/negotiate.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { fromIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { actOnNudge } from "./act-on-nudge.ts";
import { calendarFile } from "./calendar-file.ts";
import * as examples from "./examples.ts";
import { findNudged } from "./find-nudged.ts";
import { listNudges } from "./list-nudges.ts";
import { listUpcoming } from "./list-upcoming.ts";
import {
  CalendarQuery,
  NudgeActionBody,
  NudgeBy,
  NudgeCalendarBody,
  NudgeCalendarFile,
  NudgeParams,
  NudgePreferencesBody,
  NudgePreferencesInput,
  NudgesBody,
  SnoozeInput,
} from "./schemas.ts";
import {
  fromPreferencesBody,
  toActionBody,
  toCalendarBody,
  toNudgesBody,
  toPreferencesBody,
} from "./to-body.ts";
import { updatePreferences } from "./update-preferences.ts";

const file = "text/calendar";
const again =
  "The same again changes nothing; a nudge that is settled another way is a 409. A nudge whose occasion is over, because you recorded what it suggested for one, is no longer found.";

export function nudgeRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/nudges",
      id: "nudges.list",
      summary: "Suggest the next acts of care",
      description:
        "A handful of things that this person could do for their relationships now, each with its reason: made from the evidence when you ask, never stored. In a week, which begins on Monday where the person is, there are no more different ones than the budget, and nobody is the subject of two. What is done, by a call or by recording the interaction, keeps its place in the week. About somebody whose tie is paused there is none; about a strained one only `repair`.",
      scope: "help:read",
      readsByKey: true,
      params: PersonParams,
      answers: { 200: NudgesBody },
      example: { answer: examples.nudges },
    },
    async (ctx, { params }) => ok(toNudgesBody(await listNudges(ctx, params.person), ctx.now)),
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/nudges/calendar",
      id: "nudges.calendar",
      summary: "See what becomes due, as a list or a calendar file",
      description:
        "The days on which ties, thanks, news, milestones and asks become due, whatever the week's budget. With `Accept: text/calendar` the same as an iCalendar file. Calendar programs send no headers, and a secret in a URL ends up in logs: serve the file at a URL of your own and fetch it here with your key.",
      scope: "help:read",
      readsByKey: true,
      params: PersonParams,
      query: CalendarQuery,
      answers: { 200: NudgeCalendarBody },
      otherAnswers: { [file]: { schema: NudgeCalendarFile, example: examples.calendarFile } },
      problems: ["not_acceptable"],
      example: { answer: examples.calendar },
    },
    async (ctx, { params, query, headers }) => {
      const type = negotiate(headers.accept, ["application/json", file]);
      const upcoming = await listUpcoming(ctx, { ...params, days: query.days ?? 60 });
      const vary = { vary: "Accept" };
      if (type === "application/json") return ok(toCalendarBody(upcoming, ctx.now), vary);
      return ok(calendarFile(upcoming, ctx.now), {
        ...vary,
        "content-type": `${file}; charset=utf-8`,
      });
    },
  );

  const onNudge = { method: "POST", scope: "help:write", params: NudgeParams } as const;

  route(
    app,
    services,
    {
      ...onNudge,
      url: "/nudges/:nudge/done",
      id: "nudges.done",
      summary: "Mark a nudge as done",
      description: `For what the log does not tell; recording the interaction is enough otherwise. ${again}`,
      body: NudgeBy,
      changes: ["nudge.done"],
      answers: { 200: NudgeActionBody },
      problems: ["invalid_state"],
      example: { body: { by: "ext:ada" }, answer: examples.acted },
    },
    async (ctx, { params, body }) => {
      const { action } = await actOnNudge(ctx, { ...params, by: body.by, action: "done" });
      return ok(toActionBody(action));
    },
  );

  route(
    app,
    services,
    {
      ...onNudge,
      url: "/nudges/:nudge/snooze",
      id: "nudges.snooze",
      summary: "Put a nudge off",
      description: `It may come again from then on. ${again}`,
      body: SnoozeInput,
      changes: ["nudge.snoozed"],
      answers: { 200: NudgeActionBody },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada", until: "2026-03-20T09:30:00.000Z" },
        answer: examples.snoozed,
      },
    },
    async (ctx, { params, body }) => {
      const until = fromIso(body.until);
      const { action } = await actOnNudge(ctx, {
        ...params,
        ...{ by: body.by, action: "snoozed", until },
      });
      return ok(toActionBody(action));
    },
  );

  route(
    app,
    services,
    {
      ...onNudge,
      url: "/nudges/:nudge/dismiss",
      id: "nudges.dismiss",
      summary: "Let a nudge go",
      description: `This occasion does not come again; nobody is told. ${again}`,
      body: NudgeBy,
      changes: ["nudge.dismissed"],
      answers: { 200: NudgeActionBody },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada" },
        answer: { ...examples.acted, action: "dismissed" },
      },
    },
    async (ctx, { params, body }) => {
      const { action } = await actOnNudge(ctx, { ...params, by: body.by, action: "dismissed" });
      return ok(toActionBody(action));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/nudge-preferences",
      id: "nudgePreferences.get",
      summary: "Read how a person wants to be nudged",
      description: "Budget, quiet hours, time zone, kinds, and rhythms for circles and roles.",
      scope: "help:read",
      params: PersonParams,
      answers: { 200: NudgePreferencesBody },
      example: { answer: examples.preferences },
    },
    async (ctx, { params }) => {
      const { person, stored } = await findNudged(ctx, params.person, "/path/person");
      return ok(toPreferencesBody(person, stored), etagOf(stored.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PUT",
      url: "/people/:person/nudge-preferences",
      id: "nudgePreferences.update",
      summary: "Set how a person wants to be nudged",
      description: "All of it: what is not named is as by default again.",
      scope: "help:write",
      params: PersonParams,
      body: NudgePreferencesInput,
      changes: ["nudgePreferences.updated"],
      conditional: true,
      answers: { 200: NudgePreferencesBody },
      example: { body: examples.chosen, answer: examples.preferences },
    },
    async (ctx, { params, body, ifMatch }) => {
      const input = fromPreferencesBody(body);
      const { person, preferences } = await updatePreferences(ctx, { ...params, input, ifMatch });
      return ok(toPreferencesBody(person, preferences), etagOf(preferences.revision));
    },
  );
}
