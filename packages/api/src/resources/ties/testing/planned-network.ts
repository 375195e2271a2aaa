import type { Database, TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import postgres from "postgres";

/** The person of a seeded network by its number, 1 and up. */
export const numbered = (n: number): string =>
  `00000000-0000-0000-0000-${n.toString(16).padStart(12, "0")}`;

/**
 * A tenant with people and relationships of random weight, straight into the tables and analysed:
 * for tests of query plans. Person 1 knows half of all. Answers the tenant's id.
 */
export async function seedNetwork(
  ownerUrl: string,
  { people, relationships }: { people: number; relationships: number },
): Promise<string> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, fetch_types: false });
  const id = (n: string) => owner.unsafe(`lpad(to_hex(${n}), 32, '0')::uuid`);
  const anybody = owner`1 + floor(random() * ${people}::int)::int`;
  try {
    const [tenant] = await owner<{ id: string }[]>`select gen_random_uuid() as id`;
    const tenantId = tenant?.id ?? "";
    await owner.begin(async (tx) => {
      await tx.unsafe(`set local kith.tenant = '${tenantId}'`);
      // Pages whose commit is not on disk yet would not be marked as visible to all by VACUUM.
      await tx`set local synchronous_commit = on`;
      await tx`select setseed(0.25)`;
      await tx`insert into kith.tenants (tenant_id, name, mode) values (${tenantId}, 'A test', 'test')`;
      await tx`insert into kith.people (tenant_id, id)
        select ${tenantId}, ${id("n")} from generate_series(1, ${people}::int) as n`;
      await tx`insert into kith.relationships
          (tenant_id, a_id, b_id, log2_weight, contact_days, last_contact_at)
        select ${tenantId}, ${id("least(x, y)")}, ${id("greatest(x, y)")},
          50 + random() * 10, 1, now() - random() * interval '1 year'
        from (
          select 1 as x, n as y from generate_series(2, ${people / 2}::int) as n
          union select ${anybody}, ${anybody} from generate_series(1, ${relationships}::int)
        ) as drawn where x <> y on conflict do nothing`;
    });
    await owner`vacuum analyze kith.relationships`;
    return tenantId;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

export interface PlanNode {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  Alias?: string;
  "Index Cond"?: string;
  /** Absent from a plan that was not run. */
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: PlanNode[];
}

type Query = (tx: TenantTx) => SQL;

/** Runs a query as the service would, and answers how it read the relationships. */
export const relationshipReads = (database: Database, tenantId: string, query: Query) =>
  readsOf(database, tenantId, (tx) => sql`explain (analyze, format json) ${query(tx)}`);

/** How a query would read the relationships by a plan that is kept for whatever values come. */
export const keptRelationshipReads = (database: Database, tenantId: string, query: Query) =>
  readsOf(database, tenantId, (tx) => {
    const { sql: text } = new PgDialect().sqlToQuery(query(tx));
    return sql.raw(`explain (generic_plan, format json) ${text}`);
  });

async function readsOf(
  database: Database,
  tenantId: string,
  explanation: Query,
): Promise<PlanNode[]> {
  const [row] = await database.withTenant(tenantId, (tx) =>
    tx.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(explanation(tx)),
  );
  const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
  const nodes = row ? nodesOf(row["QUERY PLAN"][0].Plan) : [];
  return nodes.filter((node) => node["Relation Name"] === "relationships");
}
