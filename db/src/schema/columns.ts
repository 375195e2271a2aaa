import { sql } from "drizzle-orm";
import { customType, pgSchema, uuid } from "drizzle-orm/pg-core";

export const kith = pgSchema("kith");

const dayMs = 86_400_000;

/** PostgreSQL's text form of a timestamptz (session time zone UTC or any whole-hour offset) as epoch milliseconds. */
export function parseInstant(text: string): number {
  const at = Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  if (Number.isNaN(at)) throw new RangeError(`not a timestamp: ${JSON.stringify(text)}`);
  return at;
}

export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

/** A date (`2026-11-22`) as UTC days since the epoch. */
export function parseDay(text: string): number {
  const day = Date.parse(`${text}T00:00:00Z`) / dayMs;
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${JSON.stringify(text)}`);
  return day;
}

export function formatDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** timestamptz, in the program a number: milliseconds since the epoch. */
export const instant = customType<{ data: number; driverData: string | Date }>({
  dataType: () => "timestamp with time zone",
  // A Date through our own connections, text through a plain driver.
  fromDriver: (value) => (value instanceof Date ? value.getTime() : parseInstant(value)),
  toDriver: formatInstant,
});

/** date, in the program an integer: UTC days since the epoch. */
export const day = customType<{ data: number; driverData: string }>({
  dataType: () => "date",
  fromDriver: parseDay,
  toDriver: formatDay,
});

/** bytea; the driver hands out its hexadecimal text form when type parsing is off. */
export const bytes = customType<{ data: Buffer; driverData: Buffer | string }>({
  dataType: () => "bytea",
  fromDriver: (value) =>
    typeof value === "string" ? Buffer.from(value.replace(/^\\x/, ""), "hex") : value,
});

/** int4multirange, as PostgreSQL writes it: `{[1,3),[7,)}`. */
export const int4multirange = customType<{ data: string }>({ dataType: () => "int4multirange" });

export const tenantId = () => uuid("tenant_id").notNull();
export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
export const updatedAt = () => instant("updated_at").notNull().default(sql`now()`);
