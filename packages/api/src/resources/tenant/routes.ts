import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { readTenant, type StoredTenant } from "./queries.ts";
import { TenantBody, TenantPatch } from "./schemas.ts";
import { RunningExports } from "./transfer/running-exports.ts";
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
  askReadiness: tenant.settings.askReadiness ?? {},
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
  askReadiness: { referral: { leastBand: "core" } },
  createdAt: "2026-01-05T08:00:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};

const exampleExport = [
  '{"format":"kith-tenant","version":1,"tenant":{"name": "Alumni", "revision": 1, "settings": {}}}',
  '{"end":{"lines":2}}',
];

export function tenantRoutes(app: FastifyInstance, services: Services): void {
  const exports = new RunningExports(services.database);
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
      method: "GET",
      url: "/tenant/export",
      id: "tenant.export",
      summary: "Export your tenant",
      description:
        "Everything your tenant holds that is yours, as of one moment, one JSON value a line: name and settings, people, frames, interactions, declarations, suppressions and so on, with their ids. The last line tells how many there are: without it the export was cut short. It holds personal data and the key that suppressions are hashed with; it holds no API key, no signing secret and no record of changes. The operator can import it into an empty tenant (`pnpm kith tenant import`), here or in another installation. One at a time; read it without long pauses.",
      scope: "admin",
      answers: { 200: Type.String({ description: "Lines of JSON." }) },
      answerType: "application/x-ndjson",
      example: { answer: exampleExport.map((line) => `${line}\n`).join("") },
    },
    async ({ tenant }) =>
      ok(await exports.start(tenant.id), {
        "content-type": "application/x-ndjson",
        "content-disposition": 'attachment; filename="kith-tenant.ndjson"',
      }),
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
