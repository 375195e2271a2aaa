import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import type { TSchema } from "typebox";
import type { RouteSpec } from "../../http/route.ts";
import { completeDocument, type Document } from "./complete-document.ts";
import { forTrying } from "./for-trying.ts";
import { info, tags } from "./introduction.ts";
import { llmsText } from "./llms-text.ts";
import { logo } from "./logo.ts";

/** OpenAPI 3.1 at `/openapi.json`, Swagger UI at `/docs` with "try it out", the same as text at `/llms.txt`. */
export const openapiPlugin = fp(
  async (app: FastifyInstance) => {
    const specs = new Map<string, RouteSpec<TSchema, TSchema, TSchema>>();
    app.addHook("onRoute", ({ config, method }) => {
      if (config?.spec && method !== "HEAD") specs.set(config.spec.id, config.spec);
    });

    await app.register(swagger, {
      openapi: {
        openapi: "3.1.0",
        info,
        servers: [{ url: "/", description: "The server that answers this document" }],
        tags,
        components: {
          securitySchemes: {
            apiKey: {
              type: "http",
              scheme: "bearer",
              description: "An API key: `kith_live_…` or `kith_test_…`.",
            },
            memberToken: {
              type: "http",
              scheme: "bearer",
              bearerFormat: "JWT",
              description: "A member token: one person's own side, and of others what they show.",
            },
          },
        },
      },
      transformObject: (given) => {
        const document = "openapiObject" in given ? given.openapiObject : given.swaggerObject;
        return completeDocument(document as unknown as Document, specs) as never;
      },
    });
    await app.register(swaggerUi, {
      routePrefix: "/docs",
      uiConfig: {
        persistAuthorization: true,
        displayRequestDuration: true,
        docExpansion: "list",
        deepLinking: true,
        tryItOutEnabled: true,
      },
      theme: { title: "Kith API" },
      logo: { type: "image/svg+xml", content: Buffer.from(logo), href: "/docs", target: "_self" },
      transformSpecification: (document) => forTrying(document),
      transformSpecificationClone: true,
    });
    app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
    app.get("/llms.txt", { schema: { hide: true } }, async (_request, reply) => {
      const text = llmsText(app.swagger() as unknown as Document);
      return reply.type("text/plain; charset=utf-8").send(text);
    });
  },
  { name: "openapi" },
);
