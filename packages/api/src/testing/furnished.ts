import { testSql } from "@kith/db/testing";
import type { Test } from "tap";
import { type Fixture, fixture } from "./fixture.ts";
import { prepared } from "./preparations.ts";
import type { Client, TestApi } from "./test-api.ts";

export interface Furnished {
  client: Client;
  ids: Fixture;
}

/** What came to be beside the things themselves, and what a tenant has of its own. */
const notCopied = [
  ...["tenants", "events", "audit_entries", "audit_seals"],
  ...["idempotency_keys", "rate_counts"],
];

/**
 * Gives tenants with the things of `fixture`, in a state in which the named operation is possible:
 * the first is made through the front door and left alone, the others hold copies of its rows. The
 * same ids in many tenants are no accident: every key begins with the tenant.
 */
export function furnisher(t: Test, api: TestApi): (operation?: string) => Promise<Furnished> {
  const sql = testSql(t, api.ownerUrl);
  let model: Promise<{ tenantId: string; ids: Fixture; statements: string[] }> | null = null;

  async function make() {
    const first = await api.client();
    const ids = await fixture(first);
    const columns = await sql<{ table: string; names: string }[]>`
      select table_name as table, string_agg(quote_ident(column_name), ', ') as names
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'kith' and table_type = 'BASE TABLE' and column_name <> 'tenant_id'
        and is_generated = 'NEVER' and table_name not in ${sql(notCopied)}
      group by table_name`;
    const statements = columns.map(
      ({ table, names }) =>
        `insert into kith.${table} (tenant_id, ${names}) select ':to', ${names} from kith.${table} where tenant_id = ':from' on conflict do nothing`,
    );
    return { tenantId: first.tenantId, ids, statements };
  }

  return async (operation) => {
    model ??= make();
    const { tenantId, ids, statements } = await model;
    const client = await api.client();
    const copy = statements.join(";\n").replaceAll(":to", client.tenantId);
    await sql.unsafe(
      // The order of the tables does not matter so: references hold once all of them are copied.
      `begin; set local session_replication_role = replica; ${copy.replaceAll(":from", tenantId)}; commit`,
    );
    const { body } = await client.get(`/v1/people/${ids.person}/nudges`);
    const own = { ...ids, nudge: body.data[0].id };
    return { client, ids: operation ? await prepared(operation, client, own) : own };
  };
}
