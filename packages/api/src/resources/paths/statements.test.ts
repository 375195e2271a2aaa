import { MS_PER_DAY } from "@kith/core";
import t from "tap";
import { buildApp } from "../../app.ts";
import { readConfig } from "../../config.ts";
import { countingDatabase } from "../../testing/counting-database.ts";
import { testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, recordContacts } from "../ties/testing/contacts.ts";

t.test("a search sends as many statements in a large network as in a small one", async (t) => {
  const api = await testApi(t);
  const { proxy, taken } = countingDatabase(api.database);
  const config = { ...readConfig({}), logLevel: "silent", sealAfterMs: 0 };
  const app = await buildApp({ database: proxy, clock: api.clock, config });
  t.teardown(() => app.close());

  const counts: Record<string, number[]> = {};
  for (const size of [12, 240]) {
    const client = await api.client();
    // A ring in which everybody knows the next three, so that the far side is out of reach.
    const contacts = Array.from({ length: size }, (_, n) =>
      [1, 2, 3].map((step): Contact => {
        const at = testStart - (1 + (n % 50)) * MS_PER_DAY;
        return [`p${n}`, `p${(n + step) % size}`, at];
      }),
    ).flat();
    await recordContacts(client, [...contacts, ["x", "y", testStart - MS_PER_DAY]]);
    const { token } = (await client.post("/v1/member-tokens", { person: "ext:p0" })).body;
    for (const key of [client.key, token]) {
      const headers = { authorization: `Bearer ${key}` };
      const call = async (name: string, request: object) => {
        const { statusCode, payload } = await app.inject({ ...request, headers });
        t.equal(statusCode, 200, payload.slice(0, 200));
        const label = `${key === token ? "member" : "key"}, ${name}`;
        counts[label] = [...(counts[label] ?? []), taken()];
      };
      await app.inject({ method: "GET", url: "/v1/people/ext:p0", headers }); // finds the caller
      taken();
      for (const maxIntroducers of [1, 2, 3]) {
        for (const target of ["p6", "x"]) {
          const payload = { from: "ext:p0", to: { person: `ext:${target}` }, maxIntroducers };
          await call(`${target} by ${maxIntroducers}`, {
            method: "POST",
            url: "/v1/paths/search",
            payload,
          });
        }
      }
      await call("to meet", { method: "GET", url: "/v1/people/ext:p0/people-to-meet" });
    }
  }
  for (const [name, [small = 0, large = 0]] of Object.entries(counts)) {
    t.equal(large, small, name);
    t.ok(large <= 24, `${name}: ${large} statements`);
  }
  t.comment(JSON.stringify(counts));
});
