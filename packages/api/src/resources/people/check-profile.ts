import type { FieldError } from "../../errors.ts";
import type { Position, ProfileInput } from "./profile.ts";

/** What a schema can't say of a profile: real time zones and dates, nothing twice. */
export function checkProfile(input: ProfileInput, base = "/"): FieldError[] {
  const errors: FieldError[] = [];
  const add = (pointer: string, detail: string) => errors.push({ pointer: base + pointer, detail });
  for (const field of ["emails", "skills", "interests", "values"] as const) {
    for (const [index, first] of repeated(input[field] ?? [], sameLetters)) {
      add(`${field}/${index}`, `is the same as ${base}${field}/${first}`);
    }
  }
  const positions = input.positions ?? [];
  for (const [index, first] of repeated(positions, samePosition)) {
    add(`positions/${index}`, `is the same as ${base}positions/${first}`);
  }
  for (const [index, { from, to }] of positions.entries()) {
    if (from && !isDay(from)) add(`positions/${index}/from`, "there is no such day");
    if (to && !isDay(to)) add(`positions/${index}/to`, "there is no such day");
    if (from && to && endsBefore(to, from)) {
      add(`positions/${index}/to`, `must not be before \`from\` (${from})`);
    }
  }
  if (input.timeZone) {
    const fault = faultOfTimeZone(input.timeZone);
    if (fault) add("timeZone", fault);
  }
  return errors;
}

export const sameLetters = (text: string): string => text.normalize("NFC").toLowerCase().trim();

export const samePosition = (position: Partial<Position>): string =>
  JSON.stringify([
    sameLetters(position.organization ?? ""),
    sameLetters(position.title ?? ""),
    position.from ?? null,
    position.to ?? null,
  ]);

/** Index of each repetition, with the index of the first. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): [number, number][] {
  const seen = new Map<string, number>();
  const found: [number, number][] = [];
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else found.push([index, first]);
  }
  return found;
}

/** The pattern let through years, months and days that have the form of one. */
function isDay(text: string): boolean {
  if (text.length < 10) return true;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Compared as precisely as both are known: 2019 is not before 2019-06. */
function endsBefore(to: string, from: string): boolean {
  const known = Math.min(to.length, from.length);
  return to.slice(0, known) < from.slice(0, known);
}

const zones = new Map<string, string | null>();
const maxZones = 2_000;

/** What is wrong with a time zone; null when it is a name of the IANA data base. */
export function faultOfTimeZone(name: string): string | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const fault = judgeTimeZone(name);
  if (zones.size < maxZones) zones.set(name, fault);
  return fault;
}

function judgeTimeZone(name: string): string | null {
  const unknown = "must be an IANA time zone, such as Europe/Berlin";
  if (!/^[A-Z]/.test(name)) return unknown; // offsets, and spellings in small letters
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    const sameButCase = timeZone !== name && timeZone.toLowerCase() === name.toLowerCase();
    return sameButCase ? `is spelled ${timeZone}` : null;
  } catch {
    return unknown;
  }
}
