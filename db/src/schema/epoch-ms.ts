import { type SQL, sql } from "drizzle-orm";

/**
 * A timestamptz as whole milliseconds since the epoch, for what reads thousands: `date_part` is a
 * float at once where `extract` goes through a decimal number, and the driver's text costs more.
 */
export const epochMs = (time: SQL): SQL => sql`round(date_part('epoch', ${time}) * 1000)`;
