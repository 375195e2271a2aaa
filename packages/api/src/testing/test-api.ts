import type { Database } from "@kith/db";
import { type Teardown, type TestDatabase, testDatabase } from "@kith/db/testing";
import type { FastifyInstance, InjectOptions } from "fastify";
import { buildApp } from "../app.ts";
import type { Clock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import type { Mode } from "../http/api-key.ts";
import type { Scope } from "../http/scopes.ts";
import { createTenant } from "../resources/tenant/create-tenant.ts";
import { responseChecker } from "./response-checker.ts";

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
  text: string;
  headers: Record<string, string>;
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** Another key than the client's own; `null` for none. */
  key?: string | null;
}

/** Calls the API as one tenant's key would; every answer is held against the OpenAPI document. */
export interface Client {
  tenantId: string;
  key: string;
  call(method: string, url: string, options?: CallOptions): Promise<Answer>;
  get(url: string, options?: CallOptions): Promise<Answer>;
  post(url: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  patch(url: string, body: unknown, options?: CallOptions): Promise<Answer>;
  put(url: string, body: unknown, options?: CallOptions): Promise<Answer>;
  delete(url: string, options?: CallOptions): Promise<Answer>;
}

export interface TestApi extends TestDatabase {
  app: FastifyInstance;
  clock: Clock & { set(at: number): void };
  /** A client for a new tenant, with a key of these scopes. */
  client(options?: { mode?: Mode; scopes?: Scope[] }): Promise<Client>;
}

/** What an attack puts in the place of the service's own parts. */
export interface Parts {
  database?: (door: Database) => Database;
  log?: (line: string) => void;
}

export const testStart = Date.UTC(2026, 2, 2, 9, 30);

/** The whole service over a database of its own, with a clock that stands still until it is set. */
export async function testApi(
  t: Teardown,
  settings: Partial<Config> = {},
  parts: Parts = {},
): Promise<TestApi> {
  const db = await testDatabase(t);
  let now = testStart;
  const clock = {
    now: () => now,
    set: (at: number) => {
      now = at;
    },
  };
  // A test that may call without limit as a key may do so as a member and as a tenant.
  const unlimited = { memberRateLimitPerMinute: 0, tenantRateLimitPerMinute: 0 };
  const config = {
    ...{ ...readConfig({}), logLevel: "silent", sealAfterMs: 0 },
    ...(settings.rateLimitPerMinute === 0 ? unlimited : {}),
    ...settings,
  };
  const database = parts.database?.(db.database) ?? db.database;
  const log = parts.log ? { log: { write: parts.log } } : {};
  const app = await buildApp({ database, clock, config, ...log });
  await app.ready();
  t.teardown(() => app.close());
  const check = responseChecker(app.swagger());

  async function client({ mode = "test" as Mode, scopes = ["admin"] as Scope[] } = {}) {
    const { tenantId, key } = await createTenant(
      db.database,
      { name: "A test", mode, scopes },
      now,
    );
    const call = async (method: string, url: string, options: CallOptions = {}) => {
      const response = await app.inject(injection(method, url, key, options));
      const answer = toAnswer(response);
      if (method !== "HEAD") check(method, url, answer);
      return answer;
    };
    return {
      tenantId,
      key,
      call,
      get: (url, options) => call("GET", url, options),
      post: (url, body, options) => call("POST", url, { body, ...options }),
      patch: (url, body, options) => call("PATCH", url, { body, ...options }),
      put: (url, body, options) => call("PUT", url, { body, ...options }),
      delete: (url, options) => call("DELETE", url, options),
    } satisfies Client;
  }
  return { ...db, app, clock, client };
}

function injection(method: string, url: string, own: string, options: CallOptions): InjectOptions {
  const { body, headers = {}, key = own } = options;
  const raw = typeof body === "string" || Buffer.isBuffer(body);
  return {
    method: method as "GET",
    url,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: raw ? body : JSON.stringify(body) }),
  };
}

function toAnswer(response: {
  statusCode: number;
  payload: string;
  headers: Record<string, unknown>;
}): Answer {
  const headers = response.headers as Record<string, string>;
  const text = response.payload;
  const json = /[/+]json/.test(headers["content-type"] ?? "") && text !== "";
  return { status: response.statusCode, body: json ? JSON.parse(text) : text, text, headers };
}
