import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import type { Clock } from "../clock.ts";
import type { Actor } from "../context.ts";
import { Problem } from "../errors.ts";
import { parseApiKey } from "../http/api-key.ts";
import { allows, type Scope } from "../http/scopes.ts";
import { findKey, type StoredKey, touchKey } from "../resources/api-keys/queries.ts";
import type { Services } from "../services.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The scope a key needs; `null` for routes that anybody may call. */
    scope?: Scope | null;
  }
  interface FastifyRequest {
    caller: { tenantId: string; actor: Actor } | null;
  }
}

/** One sentence for every reason, so that nothing can be learnt from a refusal. */
const unauthenticated = () =>
  new Problem("unauthenticated", "Send `Authorization: Bearer kith_…` with a valid API key.", {
    headers: { "www-authenticate": 'Bearer realm="kith"' },
  });

const cacheMs = 1_000;
const cacheSize = 10_000;
const touchMs = 60_000;

/**
 * Finds who is calling, before any body is read. Keys are kept for a second, so that a revoked one
 * is refused within a second by every process and at once by the one that revoked it.
 */
export const authPlugin = fp<{ services: Services }>(
  async (app: FastifyInstance, { services }) => {
    const { database, clock } = services;
    const cache = new KeyCache(clock);
    services.forgetKeys = () => cache.clear();
    app.decorateRequest("caller", null);

    app.addHook("onRequest", async (request) => {
      const { scope } = request.routeOptions.config;
      if (scope === undefined || scope === null) return;
      const token = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? "")?.[1];
      const parsed = token === undefined ? null : parseApiKey(token);
      if (!parsed) throw unauthenticated();
      const { tenantId, secretHash } = parsed;
      const now = clock.now();
      const key =
        cache.get(secretHash) ??
        (await database.withTenant(tenantId, async (tx) => {
          const stored = await findKey(tx, secretHash);
          if (stored && now - (stored.lastUsedAt ?? 0) > touchMs)
            await touchKey(tx, stored.id, now);
          return stored;
        }));
      if (!key || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
        throw unauthenticated();
      }
      cache.set(secretHash, key);
      if (!allows(key.scopes, scope)) {
        throw new Problem("insufficient_scope", `This call needs the scope ${scope}.`);
      }
      request.caller = { tenantId, actor: { kind: "apiKey", id: key.id, scopes: key.scopes } };
    });
  },
  { name: "auth" },
);

class KeyCache {
  #entries = new Map<string, { key: StoredKey; until: number }>();
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(hash: Buffer): StoredKey | null {
    const entry = this.#entries.get(hash.toString("base64"));
    return entry && entry.until > this.#clock.now() ? entry.key : null;
  }

  set(hash: Buffer, key: StoredKey): void {
    const id = hash.toString("base64");
    const entry = this.#entries.get(id);
    if (entry && entry.until > this.#clock.now()) return; // using a key must not prolong its stay
    if (this.#entries.size >= cacheSize) this.#entries.clear();
    this.#entries.set(id, { key, until: this.#clock.now() + cacheMs });
  }

  clear(): void {
    this.#entries.clear();
  }
}
