import t from "tap";
import { errorFrom, fake, json } from "./testing/fake.ts";

const item = { type: "call", from: "ext:a", to: ["ext:b"], occurredAt: "2026-01-01T00:00:00Z" };
const line = `${JSON.stringify(item)}\n`;
const server = () => fake(() => json({ created: 1, duplicates: 0, rejected: [] }));
const typeOf = (request: Request | undefined) => request?.headers.get("content-type");

t.test("an array is sent as JSON", async (t) => {
  const { kith, requests, bodies } = server();
  await kith.interactions.createBatch([item], { createPeople: true });
  t.equal(typeOf(requests[0]), "application/json");
  t.same(JSON.parse(bodies[0] ?? ""), [item]);
  t.match(requests[0]?.url, /\?createPeople=true$/);
});

t.test("a text is sent as NDJSON, as it is", async (t) => {
  const { kith, requests, bodies } = server();
  await kith.interactions.createBatch(line + line);
  t.equal(typeOf(requests[0]), "application/x-ndjson");
  t.equal(bodies[0], line + line);
});

t.test("items, text and bytes that come one by one are sent as NDJSON", async (t) => {
  const { kith, bodies } = server();
  const bytes = new TextEncoder().encode(line.replace("call", "ü"));
  const middle = bytes.indexOf(0xc3) + 1; // inside the character
  await kith.interactions.createBatch(
    (async function* () {
      yield item;
      yield line.slice(0, 5);
      yield line.slice(5);
      yield bytes.slice(0, middle);
      yield bytes.slice(middle);
    })(),
  );
  t.equal(bodies[0], line + line + line.replace("call", "ü"));
});

t.test("an error of the source reaches the caller, and nothing is sent", async (t) => {
  const { kith, requests } = server();
  const own = new Error("file is gone");
  const source = (async function* () {
    yield item;
    throw own;
  })();
  t.equal(await errorFrom(kith.interactions.createBatch(source)), own);
  t.equal(requests.length, 0);
});

t.test("a POST without a body has no content type", async (t) => {
  const { kith, requests, bodies } = fake(() => json({ now: "2026-01-01T00:00:00Z" }));
  await kith.testClock.reset();
  t.equal(typeOf(requests[0]), null);
  t.equal(bodies[0], "");
});
