import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Ids as one parameter, however many. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

/**
 * Whether a column is one of some values. One parameter however many they are, so that a statement
 * is the same, and its plan can be kept, for one and for a thousand.
 */
export const isAny = (
  column: AnyPgColumn,
  values: readonly string[],
  type: "uuid" | "text" = "uuid",
): SQL => sql`${column} = any(${sql.param([...values])}::${sql.raw(type)}[])`;
