import { testDatabase } from "@kith/db/testing";
import t from "tap";
import { numbered, relationshipReads, seedNetwork } from "../ties/testing/planned-network.ts";
import { fanOut } from "./fan-out.ts";
import { linkingTies, strongestTies } from "./queries/expand.ts";

t.test("the expansion of a path search reads the covering indexes alone", async (t) => {
  const { database, ownerUrl } = await testDatabase(t);
  const tenantId = await seedNetwork(ownerUrl, { people: 4000, relationships: 40_000 });
  const some = Array.from({ length: 400 }, (_, n) => numbered(n + 1));
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

  t.test("for the ties that link two ends, over three introducers", async () => {
    onlyIndexes(
      await relationshipReads(database, tenantId, (tx) =>
        linkingTies(tx, {
          near: { people: some.slice(0, 200), ties: fanOut.introducer },
          far: { people: some.slice(200), ties: fanOut.introducer },
          targets: [numbered(401)],
          middle: fanOut.middle,
        }),
      ),
    );
  });
});
