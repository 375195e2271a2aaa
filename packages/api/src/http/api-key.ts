import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/**
 * `kith_test_` + base32(tenant 16 bytes, secret 24 bytes, CRC-32 of both 4 bytes).
 * The key names its tenant, so that looking it up never crosses tenants; the checksum lets a
 * mistyped or invented key be refused without reading the database.
 */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford: no i, l, o, u
const pattern = /^kith_(live|test)_([0-9a-hjkmnp-tv-z]{71})$/;
const secretBytes = 24;

function encode(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

function decode(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text) {
    value = (value << 5) | alphabet.indexOf(character);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes);
}

const checksum = (mode: string, payload: Buffer): Buffer => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(payload, crc32(mode)));
  return sum;
};

export type Mode = "live" | "test";

/** A new key; it can't be shown again, only its hash is stored. */
export function mintApiKey(mode: Mode, tenantId: string): { key: string; secretHash: Buffer } {
  const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex");
  const payload = Buffer.concat([tenant, randomBytes(secretBytes)]);
  const key = `kith_${mode}_${encode(Buffer.concat([payload, checksum(mode, payload)]))}`;
  return { key, secretHash: hashApiKey(key) };
}

/** SHA-256 is enough: the secret has 192 random bits, so there is nothing to guess slowly. */
export const hashApiKey = (key: string): Buffer => createHash("sha256").update(key).digest();

/** What is shown of a key in lists. */
export const hintOf = (key: string): string => `${key.slice(0, 10)}…${key.slice(-4)}`;

/** The tenant and hash a well-formed key stands for; null for anything else. */
export function parseApiKey(key: string): { tenantId: string; secretHash: Buffer } | null {
  const match = pattern.exec(key);
  if (!match) return null;
  const [, mode = "", text = ""] = match;
  const bytes = decode(text);
  const payload = bytes.subarray(0, 16 + secretBytes);
  if (!bytes.subarray(16 + secretBytes).equals(checksum(mode, payload))) return null;
  if (encode(bytes) !== text) return null; // spare bits must be zero: one spelling per key
  const hex = payload.subarray(0, 16).toString("hex");
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { tenantId, secretHash: hashApiKey(key) };
}
