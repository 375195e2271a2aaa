import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { Problem, type ProblemCode, problems } from "../errors.ts";
import { advice } from "./problem-advice.ts";

const html = (code: ProblemCode) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${code} · Kith</title>
<style>body{font:17px/1.5 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}
:root{color-scheme:light dark}code{font-size:.95em}</style>
<h1>${problems[code].title}</h1>
<p><code>${code}</code> · HTTP ${problems[code].status}</p>
<p>${advice[code]}</p>
<p><a href="/docs">API documentation</a></p></html>`;

/** The page behind each problem's `type`. */
export const problemPagesPlugin = fp(
  async (app: FastifyInstance) => {
    app.get<{ Params: { code: string } }>(
      "/problems/:code",
      { schema: { hide: true } },
      async (request, reply) => {
        const { code } = request.params;
        if (!Object.hasOwn(problems, code)) {
          throw new Problem("route_not_found", "There is no such problem code.");
        }
        return reply.type("text/html; charset=utf-8").send(html(code as ProblemCode));
      },
    );
  },
  { name: "problem-pages" },
);
