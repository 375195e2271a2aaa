import { testDatabase } from "@kith/db/testing";
import t from "tap";
import {
  keptRelationshipReads,
  numbered,
  relationshipReads,
  seedNetwork,
} from "../ties/testing/planned-network.ts";
import { fanOut } from "./fan-out.ts";
import { commonTies, linkingTies, strongestTies } from "./queries/expand.ts";
import { introducersQuery } from "./queries/people.ts";

t.test("the expansion of a path search reads the covering indexes alone", async (t) => {
  const { database, ownerUrl } = await testDatabase(t);
  const tenantId = await seedNetwork(ownerUrl, { people: 4000, relationships: 40_000 });
  const some = Array.from({ length: 20 }, (_, n) => numbered(n + 2));
  const [near, far, most] = [some.slice(0, 10), some.slice(10), fanOut.scanned];
  const links = { people: near, others: far, most };
  const ends = { near, far, others: far, most, limit: fanOut.common };
  const onlyIndexes = (reads: Awaited<ReturnType<typeof relationshipReads>>) => {
    t.ok(reads.length >= 2, "both halves");
    for (const node of reads) {
      t.equal(node["Node Type"], "Index Only Scan");
      t.match(node["Index Name"], /^relationships_by_[ab]$/);
      t.match(node["Index Cond"], /tenant_id.*[ab]_id = /s);
    }
  };

  t.test("for a person's strongest ties, of whom it reads no more than the cap", async (t) => {
    const reads = await relationshipReads(database, tenantId, (tx) =>
      strongestTies.sql(tx, { people: [numbered(1)], caps: [50] }),
    );
    onlyIndexes(reads);
    // Reading in order goes on to the end of a run of equal weights, no further.
    for (const node of reads) t.ok(node["Actual Rows"] <= 60, `${node["Actual Rows"]} rows read`);
  });

  t.test("for the ties that link two ends, in one run over each", async (t) => {
    const reads = await relationshipReads(database, tenantId, (tx) => linkingTies.sql(tx, links));
    onlyIndexes(reads);
    for (const node of reads) t.equal(node["Actual Loops"], 1);
  });

  t.test("for whom two sides have in common", async () => {
    onlyIndexes(await relationshipReads(database, tenantId, (tx) => commonTies.sql(tx, ends)));
  });

  t.test("by a plan that is kept as well", async () => {
    const kept = (query: Parameters<typeof keptRelationshipReads>[2]) =>
      keptRelationshipReads(database, tenantId, query);
    onlyIndexes(await kept((tx) => strongestTies.sql(tx, { people: [numbered(1)], caps: [50] })));
    onlyIndexes(await kept((tx) => linkingTies.sql(tx, links)));
    onlyIndexes(await kept((tx) => commonTies.sql(tx, ends)));
    const of = { requester: numbered(1), ids: some, most: fanOut.degree };
    const reads = await kept((tx) => introducersQuery.sql(tx, of));
    const isOwn = ({ Alias }: (typeof reads)[number]) => Alias === "own";
    onlyIndexes(reads.filter((node) => !isOwn(node)));
    t.match(reads.filter(isOwn), [{ "Index Name": "relationships_pkey" }], "help is in no index");
  });
});
