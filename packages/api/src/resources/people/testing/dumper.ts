import { testSql } from "@kith/db/testing";
import type { Test } from "tap";

/** Where a bare id stays for good: that somebody was erased, and by whom, must be on record. */
export const changeRecord = ["events", "audit_entries"];

/** Reads every row of every table as text, as an administrator, from whom nothing is hidden. */
export function dumper(
  t: Test,
  ownerUrl: string,
): (options?: { without?: readonly string[] }) => Promise<string> {
  const sql = testSql(t, ownerUrl);
  return async ({ without = [] } = {}) => {
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'kith' and table_type = 'BASE TABLE' order by name`;
    const texts: string[] = [];
    for (const { name } of tables) {
      if (without.includes(name)) continue;
      const rows = await sql<{ row: string }[]>`
        select t::text as row from ${sql(`kith.${name}`)} as t`;
      texts.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return texts.join("\n");
  };
}
