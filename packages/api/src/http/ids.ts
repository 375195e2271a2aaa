import { randomBytes } from "node:crypto";
import { fromString, TypeID, toUUID } from "typeid-js";
import { v7 as uuidv7 } from "uuid";
import { Problem } from "../errors.ts";

/** Every id prefix of the API, in one table. */
export const prefixes = {
  tenant: "ten",
  person: "per",
  interaction: "int",
  apiKey: "key",
  event: "evt",
  auditEntry: "aud",
  signingSecret: "sig",
  calibration: "cal",
  perceptionCheck: "chk",
  erasureReceipt: "era",
  mentorshipProgram: "mpr",
  mentorship: "mnt",
  session: "ses",
  introduction: "itr",
  ask: "ask",
  offer: "off",
  goal: "goa",
  nudge: "nud",
  gathering: "gat",
  milestone: "mil",
} as const;

export type IdKind = keyof typeof prefixes;

/** A UUID as the API shows it: typed prefix and 26 base32 characters. */
export function toId(kind: IdKind, uuid: string): string {
  return TypeID.fromUUID(prefixes[kind], uuid).toString();
}

/** The UUID behind an id, or null when the text is no id of this kind. */
export function parseId(kind: IdKind, text: string): string | null {
  try {
    return toUUID(fromString(text, prefixes[kind]));
  } catch {
    return null;
  }
}

/** As `parseId`, but a 400 that names the place. */
export function requireId(kind: IdKind, text: string, pointer: string): string {
  const uuid = parseId(kind, text);
  if (uuid !== null) return uuid;
  throw new Problem("invalid_id", `"${text}" is not a ${kind} id.`, {
    errors: [{ pointer, detail: `must look like ${prefixes[kind]}_01h455vb4pex5vsknk084sn02q` }],
  });
}

/** A new UUIDv7 for the instant `at`: ids of one kind sort by it. */
export const newUuid = (at: number): string => uuidv7({ msecs: at });

/** As `newUuid`, for many: the randomness and the hexadecimal text of all of them in one call each. */
export function newUuids(instants: readonly number[]): string[] {
  const bytes = randomBytes(16 * instants.length);
  for (const [index, at] of instants.entries()) {
    const start = 16 * index;
    bytes.writeUIntBE(at, start, 6);
    bytes[start + 6] = 0x70 | ((bytes[start + 6] ?? 0) & 0x0f);
    bytes[start + 8] = 0x80 | ((bytes[start + 8] ?? 0) & 0x3f);
  }
  const hex = bytes.toString("hex");
  return instants.map((_, index) => {
    const part = (from: number, to: number) => hex.slice(32 * index + from, 32 * index + to);
    return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
  });
}

/** The instant that a UUIDv7 was made for. */
export const timeOfUuid = (uuid: string): number =>
  Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);

/** The lowest UUIDv7 of the instant `at`, as a bound for ranges of ids. */
export function uuidFloor(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}
