import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { testApi } from "../../../testing/test-api.ts";
import { exportTenant } from "./export-tenant.ts";
import { importTenant } from "./import-tenant.ts";
import { RunningExports } from "./running-exports.ts";
import { splitLines } from "./split-lines.ts";

const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);
t.setTimeout(240_000);

t.test("50,000 interactions go out and in with bounded memory", async (t) => {
  const client = await api.client();
  const at = Date.UTC(2024, 0, 1);
  for (let batch = 0; batch < 20; batch++) {
    const interactions = Array.from({ length: 2_500 }, (_, index) => {
      const n = batch * 2_500 + index;
      return {
        ...{ type: "message", from: `ext:p${n % 97}`, to: [`ext:q${n % 89}`] },
        ...{ occurredAt: new Date(at + n * 900_000).toISOString(), externalId: `m${n}` },
        metadata: { text: "x".repeat(300) },
      };
    });
    const body = { createPeople: true, interactions };
    const answer = await client.post("/v1/interactions/batch", body);
    t.equal(answer.body.created, 2_500, answer.text.slice(0, 300));
  }

  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let [chunks, bytes, largest, most] = [0, 0, 0, 0];
  const file: Buffer[] = []; // buffers are outside of the heap that is measured
  const before = held();
  await exportTenant(api.database, client.tenantId, async (chunk) => {
    chunks += 1;
    bytes += chunk.length;
    largest = Math.max(largest, chunk.length);
    file.push(Buffer.from(chunk));
    if (chunks % 25 === 0) most = Math.max(most, held() - before);
  });
  t.ok(bytes > 30_000_000, `${(bytes / 1e6).toFixed(1)} MB in ${chunks} chunks`);
  t.ok(largest < 1_000_000, `none above ${largest} bytes`);
  t.ok(most < 8, `at most ${most.toFixed(1)} MB held while exporting`);

  const copy = await api.client();
  most = 0;
  let count = 0;
  const reading = async function* () {
    for (const piece of file) {
      if (++count % 25 === 0) most = Math.max(most, held() - before);
      yield piece;
    }
  };
  const open = () => splitLines(reading());
  const target = { tenantId: copy.tenantId, open };
  t.ok((await importTenant(api.database, target, api.clock.now())) > 50_000);
  t.ok(most < 24, `at most ${most.toFixed(1)} MB held while importing`);

  let place = 0;
  const all = Buffer.concat(file);
  await exportTenant(api.database, copy.tenantId, async (chunk) => {
    const piece = Buffer.from(chunk);
    if (!all.subarray(place, place + piece.length).equals(piece)) t.fail(`differs at ${place}`);
    place += piece.length;
  });
  t.equal(place, bytes, "byte for byte");
  const [differ] = await sql<{ count: number }[]>`
    select count(*)::int as count from kith.relationships a full join kith.relationships b
      on b.tenant_id = ${copy.tenantId} and b.a_id = a.a_id and b.b_id = a.b_id
    where a.tenant_id = ${client.tenantId} and (b.a_id is null
      or abs(a.log2_weight - b.log2_weight) > 1e-9
      or abs(a.log2_recent_weight - b.log2_recent_weight) > 1e-9
      or a.contact_days <> b.contact_days or a.last_contact_at <> b.last_contact_at)`;
  t.equal(differ?.count, 0, "every pair's sums");

  await t.test(
    "over HTTP one export of a tenant runs at a time, and ends with its reader",
    async (t) => {
      const running = new RunningExports(api.database);
      const unread = await running.start(client.tenantId);
      await t.rejects(running.start(client.tenantId), { code: "rate_limited" });
      t.ok(unread.readableLength < 1_000_000, "it waits for its reader");
      const another = await running.start(copy.tenantId);
      await t.rejects(running.start((await api.client()).tenantId), { code: "rate_limited" });
      unread.destroy();
      another.destroy();
      while (
        !(await running.start(client.tenantId).then(
          (stream) => stream.destroy(),
          () => null,
        ))
      ) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  );
});
