/** Hosts of a developer's own machine: there a page has no certificate. */
const local = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What is wrong with an origin that a tenant lists; null when browsers send it just so. */
export function faultOfOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["https:", "http:"].includes(url.protocol)) {
    return "must look like https://app.example.com";
  }
  if (text.includes("*")) return "name each host: there are no wildcards";
  if (url.protocol === "http:" && !local.has(url.hostname)) {
    return "must begin with https:// (http:// is for localhost only)";
  }
  return url.origin === text ? null : `write it as browsers send it: ${url.origin}`;
}

/**
 * Whether a page of this origin may call. Compared as text: a browser writes an origin in one way
 * only, and whoever writes it in another is none. `null` (a file, a sandboxed frame) is nobody's.
 */
export function mayCall(
  origin: string,
  allowed: readonly string[] | "any",
  own: { publicUrl: string; host: string | undefined },
): boolean {
  if (allowed === "any" || allowed.includes(origin)) return true;
  // The service's own documentation page, by whatever name it was reached.
  return origin === new URL(own.publicUrl).origin || hostOf(origin) === (own.host ?? "");
}

const hostOf = (origin: string): string | null =>
  URL.canParse(origin) && new URL(origin).origin === origin ? new URL(origin).host : null;
