import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { fromIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import * as examples from "./examples.ts";
import { PathList, PathSearchBody } from "./schemas.ts";
import { searchPaths } from "./search-paths.ts";
import { toBody } from "./to-body.ts";

export function pathRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/paths/search",
      id: "paths.search",
      summary: "Find warm paths",
      description:
        "Who could introduce `from` to somebody: chains of people who are in contact now, ranked by willingness, not by length. No path leads over a strained or paused tie, nor through somebody who is not open to introduce. A tie of your own is a `direct` path; to the one person asked for it comes first. When there is no path, `nearest` says what is lacking. `advice` says what to do first. An introducer for whom as many introductions are open as they take at a time is left out. Searched are the 150 strongest ties of either end and whatever links them; of an organization, role or skill up to 250 people, 100 of them beyond one introducer. Ties of a past moment (`at`) are measured from the interactions up to then. A member is told measures of their own ties only, of the others that they are in contact.",
      scope: "ties:read",
      readsByKey: true,
      changesNothing: "a question, asked by POST because of its size",
      body: PathSearchBody,
      answers: { 200: PathList },
      problems: ["invalid_id", "not_found"],
      example: { body: examples.search, answer: examples.answer },
    },
    async (ctx, { body }) => {
      const { maxIntroducers = 2, limit = 5, distinct = true } = body;
      const at = body.at === undefined ? undefined : fromIso(body.at);
      const found = await searchPaths(ctx, { ...body, at, maxIntroducers, limit, distinct });
      return ok(toBody(found, { ownOnly: ctx.actor.kind === "member" }));
    },
  );
}
