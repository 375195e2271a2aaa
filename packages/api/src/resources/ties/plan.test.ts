import { testDatabase } from "@kith/db/testing";
import t from "tap";
import { tiesInOrder } from "./queries/list.ts";
import { numbered, relationshipReads, seedNetwork } from "./testing/planned-network.ts";

t.test("the strongest ties are read from the indexes in order, a page and no more", async (t) => {
  const { database, ownerUrl } = await testDatabase(t);
  const tenantId = await seedNetwork(ownerUrl, { people: 4000, relationships: 20_000 });
  const after = { key: -55, to: numbered(7) };
  for (const query of [
    { after: null, minLog2Weight: -Infinity },
    { after, minLog2Weight: -Infinity },
    { after, minLog2Weight: 52 },
  ]) {
    const reads = await relationshipReads(database, tenantId, (tx) =>
      tiesInOrder(tx, { person: numbered(1), sort: "strength", limit: 51, ...query }),
    );
    const halves = reads.filter((node) => /^relationships_by_[ab]$/.test(node["Index Name"] ?? ""));
    t.equal(halves.length, 2, JSON.stringify(query));
    // Person 1 has 2,000 ties.
    for (const node of halves) t.ok(node["Actual Rows"] <= 60, `${node["Actual Rows"]} rows read`);
  }
});
