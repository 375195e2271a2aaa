import type { Sql } from "postgres";
import type { Test } from "tap";
import { connect } from "./template.ts";

/** A plain connection of its own, for what the door does not let through; ended with the test. */
export function testSql(t: Test, url: string): Sql {
  const sql = connect(url);
  t.teardown(() => sql.end({ timeout: 5 }));
  return sql;
}
