import { createDatabase } from "@kith/db";
import t from "tap";
import { toId } from "../http/ids.ts";
import { testApi } from "../testing/test-api.ts";
import { retentionCommand } from "./retention.ts";

t.setTimeout(120_000);

t.test("the daily job deletes what the tenant does not keep, and says how much", async (t) => {
  const api = await testApi(t);
  const owner = createDatabase({ url: api.ownerUrl, maxConnections: 1 });
  t.teardown(() => owner.end());
  const client = await api.client();
  const tenant = toId("tenant", client.tenantId);
  const old = {
    ...{ type: "call", from: "ext:ada", to: ["ext:ben"], createPeople: true },
    occurredAt: "2025-01-01T10:00:00Z",
  };
  await client.post("/v1/interactions", old, { headers: { "idempotency-key": "once" } });
  const run = async () => {
    const { log } = console;
    const lines: string[] = [];
    console.log = (line: string) => lines.push(line);
    try {
      await retentionCommand({ service: api.database, owner }, tenant, api.clock.now());
    } finally {
      console.log = log;
    }
    return lines;
  };
  t.match(await run(), [
    /Kept all interactions/,
    /Kept all events/,
    /Kept all audit/,
    /Deleted 0 /,
  ]);
  const days = { retentionDays: 30, eventRetentionDays: 30, auditRetentionDays: 30 };
  await client.patch("/v1/tenant", days);
  api.clock.set(api.clock.now() + 40 * 86_400_000);
  const lines = await run();
  t.match(lines[0], /^Deleted 1 interactions/);
  t.match(lines[1], /^Deleted [1-9]\d* events/);
  t.match(lines[3], /^Deleted 1 answers/);
});
