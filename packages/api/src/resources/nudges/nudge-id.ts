import { createHash } from "node:crypto";

/**
 * The id of a nudge: a UUIDv8 (RFC 9562) out of a hash of the tenant, the person and the occasion's
 * key. Nothing is stored, and the same occasion has the same id whenever it is asked for. It tells
 * nothing: who does not know all parts can't make it, nor find them from it.
 */
export function nudgeUuid(tenantId: string, personId: string, key: string): string {
  const hash = createHash("sha256").update(JSON.stringify(["nudge", tenantId, personId, key]));
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
