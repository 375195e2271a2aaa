import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { readTenant, type StoredTenant } from "./queries.ts";
import { TenantBody, TenantPatch } from "./schemas.ts";
import { updateTenant } from "./update-tenant.ts";

const toBody = (tenant: StoredTenant): TenantBody => ({
  id: toId("tenant", tenant.id),
  name: tenant.name,
  mode: tenant.mode,
  interactionTypes: tenant.settings.interactionTypes ?? [],
  roles: tenant.settings.roles ?? [],
  frame: tenant.settings.frame ?? {},
  retentionDays: tenant.settings.retentionDays ?? null,
  eventRetentionDays: tenant.settings.eventRetentionDays ?? null,
  auditRetentionDays: tenant.settings.auditRetentionDays ?? null,
  allowedOrigins: tenant.settings.allowedOrigins ?? [],
  createdAt: toIso(tenant.createdAt),
  updatedAt: toIso(tenant.updatedAt),
});

const example = {
  id: "ten_01h455vb4pex5vsknk084sn02q",
  name: "Alumni of Example University",
  mode: "test",
  interactionTypes: [{ type: "coffee", category: "contact" }],
  roles: [{ role: "sponsor", inverse: "sponsored" }],
  frame: { emails: "private" },
  retentionDays: 1095,
  eventRetentionDays: 90,
  auditRetentionDays: 1825,
  allowedOrigins: ["https://alumni.example.edu"],
  createdAt: "2026-01-05T08:00:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};

export function tenantRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/tenant",
      id: "tenant.get",
      summary: "Read your tenant",
      description: "The tenant of the API key, with its own interaction types and roles.",
      scope: "tenant:read",
      answers: { 200: TenantBody },
      example: { answer: example },
    },
    async (ctx) => {
      const tenant = await readTenant(ctx.tx);
      return ok(toBody(tenant), etagOf(tenant.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/tenant",
      id: "tenant.update",
      summary: "Change your tenant",
      description:
        "Changes the fields that are named. A list replaces the list that was there; interactions already recorded keep their category.",
      scope: "tenant:write",
      body: TenantPatch,
      changes: ["tenant.updated"],
      conditional: true,
      answers: { 200: TenantBody },
      example: { body: { interactionTypes: example.interactionTypes }, answer: example },
    },
    async (ctx, { body, ifMatch }) => {
      const tenant = await updateTenant(ctx, { patch: body, ifMatch });
      if (body.allowedOrigins) services.forgetKeys();
      return ok(toBody(tenant), etagOf(tenant.revision));
    },
  );
}
