import { testSql } from "@kith/db/testing";
import t from "tap";
import { buildRequest } from "./testing/fixture.ts";
import { furnisher } from "./testing/furnished.ts";
import { idPositions } from "./testing/id-positions.ts";
import { lingeringDatabase } from "./testing/lingering-database.ts";
import { operationsOf } from "./testing/operations.ts";
import { type Client, testApi } from "./testing/test-api.ts";

const { proxy, during } = lingeringDatabase(150);
const api = await testApi(t, { rateLimitPerMinute: 0 }, { database: proxy });
const sql = testSql(t, api.ownerUrl);
const furnish = furnisher(t, api);

t.setTimeout(240_000);

const changing = operationsOf(api.app).filter(
  (operation) =>
    operation.method !== "GET" &&
    operation.changes &&
    operation.changes.length > 0 &&
    idPositions(operation).length > 0,
);

async function eventsOf({ tenantId }: Client): Promise<string[]> {
  const events = await sql<{ type: string }[]>`
    select type from kith.events where tenant_id = ${tenantId} order by xid, seq`;
  return events.map(({ type }) => type);
}

t.ok(changing.length > 50, `${changing.length} operations change a thing that they name`);

for (const operation of changing) {
  t.test(`${operation.id}: sent twice at once it ends as one after the other`, async (t) => {
    const outcomeOf = async (isAtOnce: boolean) => {
      const { client, ids } = await furnish(operation.id);
      const { method, url, body } = buildRequest(operation, ids);
      const send = async () => (await client.call(method, url, { body })).status;
      const statuses = isAtOnce
        ? await during(() => Promise.all([send(), send()]))
        : [await send(), await send()];
      return { statuses: statuses.sort(), events: (await eventsOf(client)).sort() };
    };
    const [inTurn, atOnce] = [await outcomeOf(false), await outcomeOf(true)];
    t.ok((inTurn.statuses[0] ?? 500) < 300, "possible once at least");
    t.same(atOnce, inTurn);
  });
}
