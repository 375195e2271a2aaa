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
      strongestTies(tx, [{ people: [numbered(1)], ties: 50 }]),
    );
    onlyIndexes(reads);
    // Reading in order goes on to the end of a run of equal weights, no further.
    for (const node of reads) t.ok(node["Actual Rows"] <= 60, `${node["Actual Rows"]} rows read`);
  });

  t.test("for the ties that link two ends, in one run over each", async (t) => {
    const reads = await relationshipReads(database, tenantId, (tx) =>
      linkingTies(tx, { near: some.slice(0, 10), far: some.slice(10), most: fanOut.scanned }),
    );
    onlyIndexes(reads);
    for (const node of reads) t.equal(node["Actual Loops"], 1);
  });

  t.test("for whom two sides have in common", async () => {
    const ends = { near: some.slice(0, 10), far: some.slice(10), most: fanOut.scanned };
    onlyIndexes(
      await relationshipReads(database, tenantId, (tx) => commonTies(tx, ends, fanOut.common)),
    );
  });

  t.test("by a plan that is kept as well", async () => {
    const ends = { near: some.slice(0, 10), far: some.slice(10), most: fanOut.scanned };
    const kept = (query: Parameters<typeof keptRelationshipReads>[2]) =>
      keptRelationshipReads(database, tenantId, query);
    onlyIndexes(await kept((tx) => strongestTies(tx, [{ people: [numbered(1)], ties: 50 }])));
    onlyIndexes(await kept((tx) => linkingTies(tx, ends)));
    onlyIndexes(await kept((tx) => commonTies(tx, ends, fanOut.common)));
    onlyIndexes(await kept((tx) => introducersQuery(tx, some, fanOut.degree)));
  });
});
