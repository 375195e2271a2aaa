import t from "tap";
import { fuzzOperation } from "./testing/fuzz/fuzz-operation.ts";
import { fuzzRawHttp } from "./testing/fuzz/fuzz-raw-http.ts";
import { operationsOf } from "./testing/operations.ts";
import { testApi } from "./testing/test-api.ts";

// Many requests: on a busy machine the runner's own limit could come first.
t.setTimeout(600_000);

// `pnpm test:fuzz` does the same with other seeds and many more requests.
t.test("no generated request gets a 5xx or an undocumented answer", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  let sent = 0;
  let accepted = 0;
  for (const operation of operationsOf(api.app)) {
    const result = await fuzzOperation(api, operation, { seed: 4, requests: 8 });
    sent += result.sent;
    accepted += result.accepted;
    t.equal(result.failure, null, operation.id);
  }
  t.ok(accepted > sent / 10, "and enough get past the checks of input");
  t.comment(`${sent} requests, ${accepted} accepted`);
});

t.test("no bytes on a socket get a 5xx, an undocumented answer, or two meanings", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  const { sent, failures } = await fuzzRawHttp(api, { seed: 4, requests: 200 });
  t.same(failures, []);
  t.comment(`${sent} messages`);
});
