import { MS_PER_DAY } from "@kith/core";
import fc from "fast-check";
import t, { type Test } from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { createPeople } from "./testing/contacts.ts";

const url = "/v1/ties/ext:ada/ext:bea";
const types = ["message", "call", "advice", "introduction", "thanks", "conflict", "repair"];

/** Days of waiting, then interactions within the hours up to then, of either direction. */
const course = fc.array(
  fc.record({
    wait: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 200 })),
    events: fc.array(
      fc.record({
        type: fc.constantFrom(...types),
        fromAda: fc.boolean(),
        minutesAgo: fc.integer({ min: 0, max: 1400 }),
      }),
      { maxLength: 5 },
    ),
  }),
  { minLength: 12, maxLength: 12 },
);

// biome-ignore lint/suspicious/noExplicitAny: bodies as they come
type Body = any;

t.test("what was answered while time passed is what the past answers afterwards", async (t) => {
  const api = await testApi(t);
  for (const steps of fc.sample(course, { seed: 20_260_302, numRuns: 2 })) {
    const client = await api.client();
    await createPeople(client, ["ada", "bea"]);
    const seen: { at: string; tie: Body; explanation: Body; last: Body }[] = [];
    let now = testStart;
    for (const { wait, events } of steps) {
      await client.post("/v1/test-clock/advance", { days: wait });
      now += wait * MS_PER_DAY;
      if (events.length > 0) {
        const interactions = events.map(({ type, fromAda, minutesAgo }) => ({
          type,
          from: fromAda ? "ext:ada" : "ext:bea",
          to: [fromAda ? "ext:bea" : "ext:ada"],
          occurredAt: new Date(now - minutesAgo * 60_000).toISOString(),
        }));
        const { body } = await client.post("/v1/interactions/batch", { interactions });
        t.equal(body.created, events.length);
      }
      const tie = (await client.get(url)).body;
      const explanation = (await client.get(`${url}/explanation`)).body;
      const history = (await client.get(`${url}/history?since=${tie.at}`)).body;
      seen.push({ at: tie.at, tie, explanation, last: history.points.at(-1) });
    }
    for (const { at, tie, explanation, last } of seen) {
      const point = (await client.get(`${url}/history?since=${at}&until=${at}`)).body.points[0];
      same(t, (await client.get(`${url}?at=${at}`)).body, tie, `tie at ${at}`);
      same(t, (await client.get(`${url}/explanation?at=${at}`)).body, explanation, `why at ${at}`);
      same(t, point, last, `history at ${at}`);
      const { strength, band, trend, strained, contactProbability } = tie;
      const { days90 } = contactProbability;
      const then = { at, strength, band, trend, strained, contactProbability: { days90 } };
      same(t, point, { ...then, contactDays: tie.evidence.contactDays }, `point at ${at}`);
    }
    t.ok(new Set(seen.map(({ tie }) => tie.band)).size > 1, "bands came and went");
  }
});

/** Equal, numbers to 1e-9: sums are taken in another order when the past is read from the log. */
function same(t: Test, got: Body, expected: Body, what: string): void {
  if (typeof got === "number" && typeof expected === "number") {
    const gap = Math.abs(got - expected) / Math.max(1, Math.abs(expected));
    if (!(gap <= 1e-9)) t.fail(`${what} is ${got}, not ${expected}`);
    return;
  }
  if (got === null || expected === null || typeof got !== "object") {
    if (got !== expected) t.fail(`${what} is ${got}, not ${expected}`);
    return;
  }
  t.same(Object.keys(got).sort(), Object.keys(expected).sort(), what);
  for (const key of Object.keys(got)) same(t, got[key], expected[key], `${what}: ${key}`);
}
