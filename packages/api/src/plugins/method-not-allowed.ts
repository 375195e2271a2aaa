import type { FastifyInstance, HTTPMethods } from "fastify";
import fp from "fastify-plugin";
import { methodNotAllowed, methods } from "./problem.ts";

/** Answers 405 with `Allow` where the path exists and the method does not. */
export const methodNotAllowedPlugin = fp(
  async (app: FastifyInstance) => {
    const taken = new Map<string, Set<string>>();
    app.addHook("onRoute", ({ url, method }) => {
      const known = taken.get(url) ?? new Set();
      for (const name of [method].flat()) known.add(name);
      if (known.has("GET")) known.add("HEAD");
      taken.set(url, known);
    });
    /** Called by the composition root when all routes are there. */
    app.decorate("refuseOtherMethods", () => {
      for (const [url, known] of [...taken]) {
        const allowed = methods.filter((method) => known.has(method));
        const others = [...methods, "OPTIONS"].filter((method) => !known.has(method));
        if (url.startsWith("/docs")) continue; // another plugin's, which registers slash variants
        if (allowed.length === 0 || others.length === 0) continue;
        app.route({
          method: others as HTTPMethods[],
          url,
          exposeHeadRoute: false,
          schema: { hide: true },
          onRequest: async () => {
            throw methodNotAllowed(allowed);
          },
          handler: async () => {},
        });
      }
    });
  },
  { name: "method-not-allowed" },
);

declare module "fastify" {
  interface FastifyInstance {
    refuseOtherMethods: () => void;
  }
}
