export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`, `?sslmode=…` as in libpq. */
  readonly url: string;
  /** Most connections held at once. */
  readonly maxConnections?: number;
  /** Longest wait for a free connection. */
  readonly slotTimeoutMs?: number;
  /** Longest a `withTenant` call may take in all, retries included, unless it says otherwise. */
  readonly transactionTimeoutMs?: number;
  /** Longest a new connection may take, from the first packet to being usable. */
  readonly connectTimeoutMs?: number;
  /** Told of what an operator wants in a log or a counter; what it throws is ignored. */
  readonly onEvent?: (event: DatabaseEvent) => void;
}

export type DatabaseEvent =
  | { readonly kind: "connectionOpened"; readonly tookMs: number }
  | { readonly kind: "connectionFailed"; readonly error: unknown }
  | { readonly kind: "connectionLost"; readonly reason: string }
  | { readonly kind: "slotTimeout"; readonly waiting: number }
  | { readonly kind: "transactionDeadline"; readonly afterMs: number }
  | { readonly kind: "retry"; readonly attempt: number; readonly error: unknown };

const sslModes = ["disable", "prefer", "require", "verify-full"] as const;
/** As libpq has them: `prefer` and `require` encrypt without checking who is at the other end. */
export type SslMode = (typeof sslModes)[number];

export type Settings = Required<DatabaseOptions> & { readonly sslMode: SslMode };

export function settingsOf(options: DatabaseOptions): Settings {
  const settings: Settings = {
    maxConnections: 8,
    slotTimeoutMs: 2_000,
    transactionTimeoutMs: 6_000,
    connectTimeoutMs: 2_000,
    ...options,
    ...parseUrl(options.url),
    onEvent: (event) => tell(options, event),
  };
  for (const name of [
    "maxConnections",
    "slotTimeoutMs",
    "transactionTimeoutMs",
    "connectTimeoutMs",
  ] as const) {
    if (!Number.isInteger(settings[name]) || settings[name] < 1) {
      throw new TypeError(`${name} must be a whole number of at least 1, not ${settings[name]}.`);
    }
  }
  return settings;
}

/** From a timer, an error of the listener would end the process. */
function tell({ onEvent }: DatabaseOptions, event: DatabaseEvent): void {
  try {
    onEvent?.(event);
  } catch {}
}

/** Messages do not quote the URL: it holds a password. */
function parseUrl(text: string): { url: string; sslMode: SslMode } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.host.includes(",")) {
    throw new TypeError(
      "The database URL must look like postgres://user:password@host:5432/database, with one host.",
    );
  }
  const given = url.searchParams.get("sslmode") ?? "disable";
  const sslMode = sslModes.find((mode) => mode === given);
  if (!sslMode) {
    throw new TypeError(
      `sslmode in the database URL must be one of ${sslModes.join(", ")}, not ${given}. A private certificate authority is made known by NODE_EXTRA_CA_CERTS.`,
    );
  }
  // The driver must not see it: we encrypt, see open-socket.ts.
  url.searchParams.delete("sslmode");
  return { url: url.href, sslMode };
}
