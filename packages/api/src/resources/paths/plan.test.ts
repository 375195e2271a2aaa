import type { TenantTx } from "@kith/db";
import { testDatabase } from "@kith/db/testing";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import t from "tap";
import { fanOut } from "./fan-out.ts";
import { linkingTies, strongestTies } from "./queries/expand.ts";

interface PlanNode {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

t.test("the expansion of a path search reads the covering indexes alone", async (t) => {
  const { database, ownerUrl } = await testDatabase(t);
  const tenantId = await seed(ownerUrl, { people: 4000, relationships: 60_000 });

  async function plan(tx: TenantTx, query: ReturnType<typeof strongestTies>) {
    const [row] = await tx.execute<{
      "QUERY PLAN": [{ Plan: PlanNode; "Execution Time": number }];
    }>(sql`explain (analyze, format json) ${query}`);
    const top = row?.["QUERY PLAN"][0];
    if (!top) throw new Error("no plan");
    t.comment(`${top["Execution Time"]} ms, ${top.Plan["Actual Rows"]} rows`);
    return nodesOf(top.Plan).filter((node) => node["Relation Name"] === "relationships");
  }

  const ids = await database.withTenant(tenantId, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from kith.people where tenant_id = ${tx.tenantId} order by id limit 400`);
    return rows.map(({ id }) => id);
  });
  const [near, far] = [ids.slice(0, 200), ids.slice(200, 400)];

  for (const [name, query] of [
    [
      "a person's strongest ties",
      (tx: TenantTx) => strongestTies(tx, [{ people: ids.slice(0, 1), ties: fanOut.requester }]),
    ],
    [
      "the ties that link two ends, over three introducers",
      (tx: TenantTx) =>
        linkingTies(tx, {
          near: { people: near, ties: fanOut.introducer },
          far: { people: far, ties: fanOut.introducer },
          targets: ids.slice(0, 1),
          middle: fanOut.middle,
        }),
    ],
  ] as const) {
    t.test(name, async (t) => {
      const reads = await database.withTenant(tenantId, (tx) => plan(tx, query(tx)));
      t.ok(reads.length >= 2, "both halves");
      for (const node of reads) {
        t.equal(node["Node Type"], "Index Only Scan");
        t.match(node["Index Name"], /^relationships_by_[ab]$/);
        t.match(node["Index Cond"], /tenant_id.*[ab]_id = /s);
      }
    });
  }

  t.test("stops at the cap, also in a person with very many ties", async (t) => {
    const reads = await database.withTenant(tenantId, async (tx) => {
      const [hub] = await tx.execute<{ id: string }>(sql`
        select a_id as id from kith.relationships where tenant_id = ${tx.tenantId}
        group by a_id order by count(*) desc limit 1`);
      return plan(tx, strongestTies(tx, [{ people: [hub?.id ?? ""], ties: 50 }]));
    });
    // The secondary order makes it read on to the end of a run of equal weights, no further.
    for (const node of reads) t.ok(node["Actual Rows"] <= 60, `${node["Actual Rows"]} rows read`);
  });
});

/** A tenant with people and relationships of random weight; the first person knows half of all. */
async function seed(ownerUrl: string, size: { people: number; relationships: number }) {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    const [tenant] = await owner<{ id: string }[]>`select gen_random_uuid() as id`;
    const id = tenant?.id ?? "";
    await owner.begin(async (tx) => {
      await tx.unsafe(`set local kith.tenant = '${id}'`);
      await tx`select setseed(0.25)`;
      await tx`insert into kith.tenants (tenant_id, name, mode) values (${id}, 'A test', 'test')`;
      await tx`insert into kith.people (tenant_id, id)
        select ${id}, lpad(to_hex(n), 32, '0')::uuid from generate_series(1, ${size.people}::int) as n`;
      await tx`insert into kith.relationships (tenant_id, a_id, b_id, log2_weight, contact_days, last_contact_at)
        select ${id}, lpad(to_hex(least(x, y)), 32, '0')::uuid, lpad(to_hex(greatest(x, y)), 32, '0')::uuid,
          50 + random() * 10, 1, now() - random() * interval '1 year'
        from (
          select 1 as x, n as y from generate_series(2, ${size.people / 2}::int) as n
          union
          select 1 + floor(random() * ${size.people}::int)::int, 1 + floor(random() * ${size.people}::int)::int
          from generate_series(1, ${size.relationships}::int)
        ) as drawn where x <> y
        on conflict do nothing`;
    });
    await owner`vacuum analyze kith.relationships`;
    return id;
  } finally {
    await owner.end({ timeout: 5 });
  }
}
