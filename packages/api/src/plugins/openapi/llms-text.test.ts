import t from "tap";
import { operationsOf } from "../../testing/operations.ts";
import { testApi } from "../../testing/test-api.ts";

t.test("/llms.txt names every operation, in plain text", async (t) => {
  const { app } = await testApi(t);
  const { statusCode, headers, payload } = await app.inject({ url: "/llms.txt" });
  t.equal(statusCode, 200);
  t.equal(headers["content-type"], "text/plain; charset=utf-8");
  t.match(payload, /^# Kith API\n\n> /);
  for (const { id, method, path } of operationsOf(app)) {
    t.ok(payload.includes(`- \`${method} ${path}\` (${id}): `), id);
  }
  t.notMatch(payload, /\(undefined\)|: undefined|\[object/);
});
