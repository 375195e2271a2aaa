import { permissionOf } from "@kith/core";
import type { Database } from "@kith/db";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import type { Actor } from "../context.ts";
import { Problem } from "../errors.ts";
import { parseApiKey } from "../http/api-key.ts";
import { allows, type Scope } from "../http/scopes.ts";
import { findKey, type StoredKey, touchKey } from "../resources/api-keys/queries.ts";
import type { Services } from "../services.ts";
import { findMember, type Member } from "./find-member.ts";
import { SecondCache } from "./second-cache.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The scope a key needs; `null` for routes that anybody may call. */
    scope?: Scope | null;
  }
  interface FastifyRequest {
    caller: {
      tenantId: string;
      actor: Actor;
      /** From which pages a browser may call so; others than browsers have no origin. */
      origins: readonly string[] | "any";
    } | null;
  }
}

/** One sentence for every reason, so that nothing can be learnt from a refusal. */
const unauthenticated = () =>
  new Problem(
    "unauthenticated",
    "Send `Authorization: Bearer …` with a valid API key or member token.",
    { headers: { "www-authenticate": 'Bearer realm="kith"' } },
  );

const touchMs = 60_000;

/**
 * Finds who is calling, before any body is read. What a credential stands for is kept for a second,
 * so that a revoked one is refused within a second by every process and at once by the one that
 * revoked it.
 */
export const authPlugin = fp<{ services: Services }>(
  async (app: FastifyInstance, { services }) => {
    const { database, clock } = services;
    const keys = new SecondCache<StoredKey>(clock);
    const members = new SecondCache<Member>(clock);
    services.forgetKeys = () => {
      keys.clear();
      members.clear();
    };
    app.decorateRequest("caller", null);

    app.addHook("onRequest", async (request) => {
      const { scope, spec } = request.routeOptions.config;
      if (scope === undefined || scope === null) return;
      const credential = /^Bearer (\S{1,2000})$/i.exec(request.headers.authorization ?? "")?.[1];
      if (credential === undefined) throw unauthenticated();
      const now = clock.now();
      if (!credential.startsWith("kith_")) {
        const member = await findMember(database, members, credential, now);
        if (!member) throw unauthenticated();
        if (permissionOf(spec?.id ?? "") === "never") throw notForMembers();
        const { tenantId, actor, origins } = member;
        request.caller = { tenantId, actor, origins };
        return;
      }
      const found = await findCaller(database, keys, credential, now);
      if (!found) throw unauthenticated();
      if (!allows(found.key.scopes, scope)) {
        throw new Problem("insufficient_scope", `This call needs the scope ${scope}.`);
      }
      const { id, scopes } = found.key;
      const origins = credential.startsWith("kith_test_") ? "any" : [];
      request.caller = { tenantId: found.tenantId, actor: { kind: "apiKey", id, scopes }, origins };
    });
  },
  { name: "auth" },
);

const notForMembers = () =>
  new Problem(
    "insufficient_scope",
    "This call is for your platform's server: no member may make it.",
  );

async function findCaller(
  database: Database,
  cache: SecondCache<StoredKey>,
  credential: string,
  now: number,
): Promise<{ tenantId: string; key: StoredKey } | null> {
  const parsed = parseApiKey(credential);
  if (!parsed) return null;
  const { tenantId, secretHash } = parsed;
  const hash = secretHash.toString("base64");
  const key =
    cache.get(hash) ??
    (await database.withTenant(tenantId, async (tx) => {
      const stored = await findKey(tx, secretHash);
      if (stored && now - (stored.lastUsedAt ?? 0) > touchMs) await touchKey(tx, stored.id, now);
      return stored;
    }));
  if (!key || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
    return null;
  }
  cache.set(hash, key);
  return { tenantId, key };
}
