/** Everything the process reads from its environment. */
export interface Config {
  host: string;
  port: number;
  /** The owner's: migrates, and creates the role that serves. */
  databaseUrl: string | undefined;
  /** The serving role's, when it is not to be derived from the owner's. */
  appDatabaseUrl: string | undefined;
  /** Where the embedded PostgreSQL keeps its data, when there is no DATABASE_URL. */
  dataDir: string;
  logLevel: string;
  /** Requests that a key may make in a minute, all processes together; 0 for no limit. */
  rateLimitPerMinute: number;
  /** The same for a member, whatever the token. */
  memberRateLimitPerMinute: number;
  /** The same for a tenant, by all of its keys and members. */
  tenantRateLimitPerMinute: number;
  /** How soon audit entries are sealed; 0 leaves it to `pnpm kith audit seal`. */
  sealAfterMs: number;
  /** What Prometheus shows to read `/metrics`; null: there are none. */
  metricsToken: string | null;
  /** How clients reach the service: `type` of every problem and OpenAPI's `servers` begin with it. */
  publicUrl: string;
}

function integer(name: string, text: string | undefined, fallback: number, max: number): number {
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(`${name} is "${text}": set a whole number from 0 to ${max}, or leave it out.`);
  }
  return value;
}

function secret(name: string, text: string | undefined): string | null {
  if (!text) return null;
  if (/^\S{16,500}$/.test(text)) return text;
  throw new Error(`${name}: give at least 16 characters without spaces, or leave it out.`);
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const host = env.HOST || "127.0.0.1";
  const port = integer("PORT", env.PORT, 3000, 65_535);
  return {
    host,
    port,
    databaseUrl: env.DATABASE_URL || undefined,
    appDatabaseUrl: env.APP_DATABASE_URL || undefined,
    dataDir: env.KITH_DATA_DIR || ".kith/data",
    logLevel: env.LOG_LEVEL || "info",
    rateLimitPerMinute: integer("RATE_LIMIT_PER_MINUTE", env.RATE_LIMIT_PER_MINUTE, 6000, 1e9),
    memberRateLimitPerMinute: integer(
      "MEMBER_RATE_LIMIT_PER_MINUTE",
      env.MEMBER_RATE_LIMIT_PER_MINUTE,
      600,
      1e9,
    ),
    tenantRateLimitPerMinute: integer(
      "TENANT_RATE_LIMIT_PER_MINUTE",
      env.TENANT_RATE_LIMIT_PER_MINUTE,
      60_000,
      1e9,
    ),
    sealAfterMs: integer("KITH_AUDIT_SEAL_AFTER_MS", env.KITH_AUDIT_SEAL_AFTER_MS, 1_000, 1e9),
    metricsToken: secret("KITH_METRICS_TOKEN", env.KITH_METRICS_TOKEN),
    publicUrl: (env.KITH_PUBLIC_URL || `http://${host}:${port}`).replace(/\/+$/, ""),
  };
}
