import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import type { Services } from "../services.ts";

/** `/livez`: the process answers. `/readyz`: it can also reach the database. */
export const healthPlugin = fp<{ services: Services }>(
  async (app: FastifyInstance, { services }) => {
    app.get("/livez", { schema: { hide: true } }, async () => ({ status: "ok" }));
    app.get("/readyz", { schema: { hide: true } }, async () => {
      await services.database.ping();
      return { status: "ok" };
    });
  },
  { name: "health" },
);
