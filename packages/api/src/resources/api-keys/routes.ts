import type { FastifyInstance } from "fastify";
import { notFound } from "../../errors.ts";
import { mintApiKey } from "../../http/api-key.ts";
import { decodeCursor, encodeCursor, idInCursor, page } from "../../http/cursor.ts";
import { requireId, toId } from "../../http/ids.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { cursor, limit, Page, Strict } from "../../http/schemas.ts";
import { fromIso, toIso, toIsoOrNull } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { createKey } from "./create-key.ts";
import { listKeys, readKey, type StoredKey } from "./queries.ts";
import { revokeKey } from "./revoke-key.ts";
import { rotateKey } from "./rotate-key.ts";
import { ApiKeyBody, ApiKeyInput, ApiKeyParams, ApiKeyRotation, CreatedApiKey } from "./schemas.ts";

const toBody = (key: StoredKey): ApiKeyBody => ({
  id: toId("apiKey", key.id),
  name: key.name,
  hint: key.hint,
  scopes: key.scopes,
  createdAt: toIso(key.createdAt),
  expiresAt: toIsoOrNull(key.expiresAt),
  lastUsedAt: toIsoOrNull(key.lastUsedAt),
  revokedAt: toIsoOrNull(key.revokedAt),
});

const example = {
  id: "key_01h455vb4pex5vsknk084sn02q",
  name: "nightly import",
  hint: "kith_test_…7m2k",
  scopes: ["people:write", "interactions:write"],
  createdAt: "2026-03-02T09:30:00.000Z",
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
};
const list = "apiKeys.list";
const query = Strict({ limit, cursor });

export function apiKeyRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/api-keys",
      id: list,
      summary: "List API keys",
      description: "Keys of your tenant, newest first, revoked ones too. Never the secret.",
      scope: "admin",
      query,
      answers: { 200: Page(ApiKeyBody, "ApiKeyPage") },
      example: { answer: { data: [example], nextCursor: null } },
    },
    async ({ tx }, { query }) => {
      const [before] = query.cursor ? decodeCursor(list, query.cursor, ["string"]) : [null];
      const rows = await listKeys(tx, {
        before: before === null ? null : idInCursor("apiKey", before),
        limit: query.limit + 1,
      });
      return ok(page(rows.map(toBody), query.limit, (last) => encodeCursor(list, [last.id])));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/api-keys",
      id: "apiKeys.create",
      summary: "Create an API key",
      description: "Answers the key itself, this once. Several keys may be valid at a time.",
      scope: "admin",
      body: ApiKeyInput,
      changes: ["apiKey.created"],
      answers: { 201: CreatedApiKey },
      example: {
        body: { name: example.name, scopes: example.scopes },
        answer: { ...example, key: `kith_test_${"0".repeat(71)}` },
      },
    },
    async (ctx, { body }) => {
      const minted = mintApiKey(ctx.tenant.mode, ctx.tenant.id);
      const expiresAt = body.expiresAt ? fromIso(body.expiresAt) : null;
      const stored = await createKey(ctx, { ...body, expiresAt }, minted);
      return created({ ...toBody(stored), key: minted.key }, "/v1/api-keys");
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/api-keys/:key",
      id: "apiKeys.get",
      summary: "Read an API key",
      description: "Its name, scopes, expiry and last use. Never the secret.",
      scope: "admin",
      params: ApiKeyParams,
      answers: { 200: ApiKeyBody },
      example: { answer: example },
    },
    async ({ tx }, { params }) => {
      const key = await readKey(tx, requireId("apiKey", params.key, "/path/key"));
      if (!key) throw notFound();
      return ok(toBody(key));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/api-keys/:key/rotate",
      id: "apiKeys.rotate",
      summary: "Rotate an API key",
      description:
        "Answers a successor with the same name and scopes, this once. The old key works until the overlap ends: put the new one in place, see in `lastUsedAt` that the old one rests, or revoke it earlier. Finish a retry under the key it began with: idempotency keys belong to the API key that sent them.",
      scope: "admin",
      params: ApiKeyParams,
      body: ApiKeyRotation,
      changes: ["apiKey.rotated", "apiKey.created"],
      answers: { 201: CreatedApiKey },
      problems: ["conflict"],
      example: {
        body: { overlapSeconds: 86_400 },
        answer: { ...example, key: `kith_test_${"0".repeat(71)}` },
      },
    },
    async (ctx, { params, body }) => {
      const minted = mintApiKey(ctx.tenant.mode, ctx.tenant.id);
      const id = requireId("apiKey", params.key, "/path/key");
      const overlapSeconds = body.overlapSeconds ?? 86_400;
      const stored = await rotateKey(ctx, { id, overlapSeconds }, minted);
      services.forgetKeys();
      return created({ ...toBody(stored), key: minted.key }, "/v1/api-keys");
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/api-keys/:key",
      id: "apiKeys.revoke",
      summary: "Revoke an API key",
      description: "Within a second every process refuses it. It stays in the list.",
      scope: "admin",
      params: ApiKeyParams,
      changes: ["apiKey.revoked"],
      answers: { 200: ApiKeyBody },
      example: { answer: { ...example, revokedAt: "2026-04-01T12:00:00.000Z" } },
    },
    async (ctx, { params }) => {
      const revoked = await revokeKey(ctx, requireId("apiKey", params.key, "/path/key"));
      services.forgetKeys();
      return ok(toBody(revoked));
    },
  );
}
