import { MS_PER_DAY } from "@kith/core";
import t from "tap";
import { buildApp } from "../../app.ts";
import { readConfig } from "../../config.ts";
import { countingDatabase } from "../../testing/counting-database.ts";
import { testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, recordContacts } from "../ties/testing/contacts.ts";

t.setTimeout(300_000);
t.test("health sends as many statements for many ties as for a few", async (t) => {
  const api = await testApi(t);
  const { proxy, taken } = countingDatabase(api.database);
  const config = { ...readConfig({}), logLevel: "silent", sealAfterMs: 0 };
  const app = await buildApp({ database: proxy, clock: api.clock, config });
  t.teardown(() => app.close());
  const counts: Record<string, number[]> = { health: [], overview: [] };
  for (const size of [6, 120]) {
    const client = await api.client();
    const contacts = Array.from({ length: size }, (_, n) =>
      [3, 120, 300].map((days): Contact => ["ego", `p${n}`, testStart - days * MS_PER_DAY]),
    ).flat();
    await recordContacts(client, contacts);
    const headers = { authorization: `Bearer ${client.key}` };
    for (const [name, url] of [
      ["health", "/v1/people/ext:ego/health"],
      ["overview", "/v1/health-overview"],
    ] as const) {
      taken();
      const { statusCode, payload } = await app.inject({ method: "GET", url, headers });
      t.equal(statusCode, 200, payload.slice(0, 200));
      counts[name]?.push(taken());
    }
  }
  t.comment(JSON.stringify(counts));
  const { health = [], overview = [] } = counts;
  t.equal(health[0], health[1]);
  t.ok((health[0] ?? 99) <= 16);
  // Of up to 200 people, fifty at a time.
  t.ok((overview[1] ?? 99) <= 4 * 6 + 4);
});
