import t from "tap";
import { KithConnectionError, KithProblem, KithTimeout } from "./index.ts";
import { errorFrom, fake, json, problem, silence } from "./testing/fake.ts";

const person = {
  type: "message",
  from: "ext:a",
  to: ["ext:b"],
  occurredAt: "2026-01-01T00:00:00Z",
};
const keyOf = (request: Request | undefined) => request?.headers.get("idempotency-key");

t.test("a POST keeps one idempotency key and the same bytes over all attempts", async (t) => {
  const { kith, requests, bodies } = fake((_, attempt) =>
    attempt < 3 ? problem(503, "unavailable") : json({ id: "int_1" }, { status: 201 }),
  );
  await kith.interactions.create(person);
  t.equal(requests.length, 3);
  t.match(
    keyOf(requests[0]),
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  t.equal(new Set(requests.map(keyOf)).size, 1);
  t.same(new Set(bodies), new Set([JSON.stringify(person)]));
});

t.test("each POST call has a key of its own, unless one is given", async (t) => {
  const { kith, requests } = fake(() => json({ id: "int_1" }, { status: 201 }));
  await kith.interactions.create(person);
  await kith.interactions.create(person);
  await kith.interactions.create(person, { idempotencyKey: "mine" });
  t.not(keyOf(requests[0]), keyOf(requests[1]));
  t.equal(keyOf(requests[2]), "mine");
});

t.test("an error tells the key, so that the caller can repeat the write safely", async (t) => {
  const { kith } = fake(() => problem(503, "unavailable"), { maxRetries: 0 });
  const error = await errorFrom(kith.interactions.create(person, { idempotencyKey: "mine" }));
  t.match(error, { idempotencyKey: "mine", attempts: 1, operation: "interactions.create" });
});

t.test("waits grow exponentially with full jitter", async (t) => {
  const { kith, waits } = fake(() => problem(503, "unavailable"), { maxRetries: 7 });
  await errorFrom(kith.people.get("ext:a"));
  t.same(waits, [250, 500, 1000, 2000, 4000, 4000, 4000]);
});

t.test("Retry-After in seconds is honoured", async (t) => {
  const { kith, waits } = fake((_, attempt) =>
    attempt === 1 ? problem(429, "rate_limited", { "retry-after": "7" }) : json({ id: "per_1" }),
  );
  await kith.people.get("ext:a");
  t.same(waits, [7250]);
});

t.test("Retry-After as a date is read against the server's clock", async (t) => {
  const { kith, waits } = fake((_, attempt) =>
    attempt === 1
      ? problem(503, "unavailable", {
          date: "Fri, 02 Jan 2026 00:00:00 GMT",
          "retry-after": "Fri, 02 Jan 2026 00:00:10 GMT",
        })
      : json({ id: "per_1" }),
  );
  await kith.people.get("ext:a");
  t.same(waits, [10_250]);
});

t.test("a Retry-After beyond the deadline is told at once instead of waited for", async (t) => {
  const { kith, waits } = fake(() => problem(429, "rate_limited", { "retry-after": "3600" }));
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(error instanceof KithProblem);
  t.match(error, { code: "rate_limited", retryAfterMs: 3_600_000, attempts: 1 });
  t.same(waits, []);
});

t.test("maxRetries 0 is respected, for the client and for one call", async (t) => {
  const never = fake(() => problem(503, "unavailable"), { maxRetries: 0 });
  await errorFrom(never.kith.people.get("ext:a"));
  t.equal(never.requests.length, 1);
  const once = fake(() => problem(503, "unavailable"));
  await errorFrom(once.kith.people.get("ext:a", { maxRetries: 0 }));
  t.equal(once.requests.length, 1);
});

t.test("by default there are two retries", async (t) => {
  const { kith, requests } = fake(() => problem(500, "internal_error"));
  t.match(await errorFrom(kith.people.get("ext:a")), { attempts: 3 });
  t.equal(requests.length, 3);
});

t.test("what can't be helped by repeating is not repeated", async (t) => {
  for (const status of [400, 401, 403, 404, 409, 412, 413, 501]) {
    const { kith, requests } = fake(() => problem(status, "conflict"));
    await errorFrom(kith.interactions.create(person));
    t.equal(requests.length, 1, `${status}`);
  }
});

t.test("a 409 that says when to come back is tried again with the same key", async (t) => {
  const { kith, requests } = fake((_, attempt) =>
    attempt === 1 ? problem(409, "conflict", { "retry-after": "1" }) : json({ id: "int_1" }),
  );
  await kith.interactions.create(person);
  t.equal(keyOf(requests[0]), keyOf(requests[1]));
});

t.test("a PATCH is repeated only where it was refused before any work", async (t) => {
  const lost = fake(() => problem(503, "unavailable"));
  await errorFrom(lost.kith.people.update("ext:a", { name: "A" }));
  t.equal(lost.requests.length, 1);
  const limited = fake((_, attempt) =>
    attempt === 1 ? problem(429, "rate_limited") : json({ id: "per_1" }),
  );
  await limited.kith.people.update("ext:a", { name: "A" });
  t.equal(limited.requests.length, 2);
});

t.test("a broken connection is tried again, then told with its cause", async (t) => {
  const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const { kith, requests } = fake(() => {
    throw new TypeError("fetch failed", { cause });
  });
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(error instanceof KithConnectionError);
  t.match(String(error), "could not reach https://kith.example (fetch failed: ECONNREFUSED)");
  t.equal(requests.length, 3);
});

t.test("a body that breaks off in the middle counts as a broken connection", async (t) => {
  const { kith, requests } = fake((_, attempt) => {
    if (attempt === 2) return json({ id: "per_1" });
    const body = new ReadableStream({
      pull: (controller) => controller.error(new TypeError("terminated")),
    });
    return new Response(body, { headers: { "content-type": "application/json" } });
  });
  t.equal((await kith.people.get("ext:a")).id, "per_1");
  t.equal(requests.length, 2);
});

t.test("an attempt that takes too long is given up and tried again", async (t) => {
  const client = fake(
    (request, attempt) => {
      if (attempt === 2) return json({ id: "per_1" });
      setImmediate(() => client.fireTimers());
      return silence(request, attempt);
    },
    { timeoutMs: 1000 },
  );
  t.equal((await client.kith.people.get("ext:a")).id, "per_1");
  t.equal(client.requests.length, 2);
});

t.test("timeouts hold for a fetch that does not listen to its signal", async (t) => {
  const client = fake(
    () => {
      setImmediate(() => client.fireTimers());
      return new Promise<never>(() => {});
    },
    { timeoutMs: 1000, maxRetries: 0 },
  );
  const error = await errorFrom(client.kith.people.get("ext:a"));
  t.ok(error instanceof KithTimeout);
  t.match(error, { timeoutMs: 1000, attempts: 1 });
});

t.test("the deadline bounds all attempts together", async (t) => {
  const client = fake(
    () => {
      client.advance(40_000);
      return problem(503, "unavailable");
    },
    { maxRetries: 100, deadlineMs: 120_000 },
  );
  await errorFrom(client.kith.people.get("ext:a"));
  t.equal(client.requests.length, 3);
});

t.test("no timer is left behind", async (t) => {
  const client = fake(() => json({ id: "per_1" }));
  await client.kith.people.get("ext:a");
  t.equal(client.timerCount(), 0);
});
