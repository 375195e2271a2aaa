import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { listEntries } from "./list-entries.ts";
import { AuditEntryPage, AuditEntryQuery } from "./schemas.ts";

const example = {
  id: "aud_01h455vb4pex5vsknk084sn02q",
  recordedAt: "2026-03-02T09:30:00.000Z",
  actor: { kind: "apiKey", id: "key_01h455vb4pex5vsknk084sn02q" },
  operation: "people.delete",
  outcome: "person.erased",
  object: { kind: "person", id: "per_01h455vb4pex5vsknk084sn02q", relatedId: null },
  objectCount: 1,
  requestId: "3f0c9a52-6f0e-4f1f-9d0b-5f0b2f4f9a11",
};

export function auditEntryRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/audit-entries",
      id: "auditEntries.list",
      summary: "See who changed what",
      description:
        "Every change with who made it, newest first, without personal data. An entry is written in the transaction of its change and can't be changed afterwards; soon after it is sealed into a chain of hashes, so that tampering with the database shows (`pnpm kith audit verify`).",
      scope: "admin",
      query: AuditEntryQuery,
      answers: { 200: AuditEntryPage },
      problems: ["invalid_id"],
      example: { answer: { data: [example], nextCursor: null } },
    },
    async (ctx, { query }) => ok(await listEntries(ctx, query)),
  );
}
