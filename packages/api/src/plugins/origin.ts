import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { Problem } from "../errors.ts";
import { mayCall } from "../http/origin.ts";

/**
 * Holds a browser's page to the origins that its caller allows. A preflight carries no credential,
 * so it can't be asked there: it is answered the same for all, and the request itself is judged.
 */
export const originPlugin = fp<{ publicUrl: string }>(
  async (app: FastifyInstance, { publicUrl }) => {
    app.addHook("onRequest", async ({ caller, headers: { origin, host } }) => {
      if (!caller || origin === undefined) return;
      if (mayCall(origin, caller.origins, { publicUrl, host })) return;
      throw caller.actor.kind === "member" ? notListed() : keyInBrowser();
    });
  },
  { name: "origin", dependencies: ["auth"] },
);

const notListed = () =>
  new Problem("origin_not_allowed", "Your tenant does not list the origin of this page.", {
    errors: [
      {
        pointer: "header:origin",
        detail: "add it to `allowedOrigins` with PATCH /v1/tenant, exactly as the browser sends it",
      },
    ],
  });

const keyInBrowser = () =>
  new Problem("origin_not_allowed", "A live API key must not be in a page: all visitors have it.", {
    errors: [
      {
        pointer: "header:origin",
        detail: "revoke the key; use member tokens in browsers, and keys on servers only",
      },
    ],
  });
