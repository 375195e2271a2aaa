import type { FastifyInstance } from "fastify";
import { decodeCursor, encodeCursor, idInCursor, page } from "../../http/cursor.ts";
import { requireId, toId } from "../../http/ids.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { cursor, limit, Page, Strict } from "../../http/schemas.ts";
import { fromIso, toIso, toIsoOrNull } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { type CreatedSecret, createSecret } from "./create-secret.ts";
import * as examples from "./examples.ts";
import { listSecrets, type StoredSecret } from "./queries.ts";
import { revokeSecret } from "./revoke-secret.ts";
import { rotateSecret } from "./rotate-secret.ts";
import {
  CreatedSigningSecret,
  SigningSecretBody,
  SigningSecretInput,
  SigningSecretParams,
  SigningSecretRotation,
} from "./schemas.ts";

const toBody = (secret: StoredSecret): SigningSecretBody => ({
  id: toId("signingSecret", secret.id),
  name: secret.name,
  origin: secret.origin,
  createdAt: toIso(secret.createdAt),
  expiresAt: toIsoOrNull(secret.expiresAt),
  lastUsedAt: toIsoOrNull(secret.lastUsedAt),
  revokedAt: toIsoOrNull(secret.revokedAt),
});

const toCreated = ({ stored, keys }: CreatedSecret, tenantId: string): CreatedSigningSecret => ({
  ...toBody(stored),
  tenant: toId("tenant", tenantId),
  privateKey: { kty: "OKP", crv: "Ed25519", d: keys.jwk.d ?? "", x: keys.jwk.x ?? "" },
});

const requireSecretId = (text: string, pointer = "/path/secret") =>
  requireId("signingSecret", text, pointer);

const list = "signingSecrets.list";
const query = Strict({ limit, cursor });

export function signingSecretRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/signing-secrets",
      id: list,
      summary: "List signing secrets",
      description: "Secrets of your tenant, newest first, revoked ones too. Never the private key.",
      scope: "admin",
      query,
      answers: { 200: Page(SigningSecretBody, "SigningSecretPage") },
      example: { answer: { data: [examples.secret], nextCursor: null } },
    },
    async ({ tx }, { query }) => {
      const [before] = query.cursor ? decodeCursor(list, query.cursor, ["string"]) : [null];
      const rows = await listSecrets(tx, {
        before: before === null ? null : idInCursor("signingSecret", before),
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
      url: "/signing-secrets",
      id: "signingSecrets.create",
      summary: "Create a signing secret",
      description:
        "For signing member tokens on your own server, without a call for each. Answers the private key, this once. Several secrets may be in force at a time.\n\nA token is a JWT with the header `{alg: EdDSA, typ: kith-member+jwt, kid: <id>}` and the claims `iss: kith`, `tenant`, `sub` (the person: `per_…` or `ext:…`), `iat`, `exp` (at most an hour later) and `jti`. `mintMemberToken` of `@kith/sdk/server` makes it.",
      scope: "admin",
      body: SigningSecretInput,
      changes: ["signingSecret.created"],
      answers: { 201: CreatedSigningSecret },
      example: { body: { name: examples.secret.name }, answer: examples.createdSecret },
    },
    async (ctx, { body }) => {
      const expiresAt = body.expiresAt ? fromIso(body.expiresAt) : null;
      const secret = await createSecret(ctx, { name: body.name, expiresAt });
      return created(toCreated(secret, ctx.tenant.id), "/v1/signing-secrets");
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/signing-secrets/:secret/rotate",
      id: "signingSecrets.rotate",
      summary: "Rotate a signing secret",
      description:
        "Answers a successor with its private key, this once. Tokens of the old secret are taken until the overlap ends.",
      scope: "admin",
      params: SigningSecretParams,
      body: SigningSecretRotation,
      changes: ["signingSecret.rotated", "signingSecret.created"],
      answers: { 201: CreatedSigningSecret },
      problems: ["conflict"],
      example: { body: { overlapSeconds: 3600 }, answer: examples.createdSecret },
    },
    async (ctx, { params, body }) => {
      const secret = await rotateSecret(ctx, {
        id: requireSecretId(params.secret),
        overlapSeconds: body.overlapSeconds ?? 3_600,
      });
      return created(toCreated(secret, ctx.tenant.id), "/v1/signing-secrets");
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/signing-secrets/:secret",
      id: "signingSecrets.revoke",
      summary: "Revoke a signing secret",
      description: "Within a second every process refuses its tokens. It stays in the list.",
      scope: "admin",
      params: SigningSecretParams,
      changes: ["signingSecret.revoked"],
      answers: { 200: SigningSecretBody },
      example: { answer: { ...examples.secret, revokedAt: "2026-04-01T12:00:00.000Z" } },
    },
    async (ctx, { params }) => {
      const revoked = await revokeSecret(ctx, requireSecretId(params.secret));
      services.forgetKeys();
      return ok(toBody(revoked));
    },
  );
}
