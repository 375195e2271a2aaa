import t from "tap";
import {
  isProblem,
  KithConnectionError,
  KithError,
  KithProblem,
  KithUnexpectedResponse,
  problemCodes,
} from "./index.ts";
import { errorFrom, fake, json, problem } from "./testing/fake.ts";

const body = {
  type: "https://kith.example/problems/not_found",
  title: "Not found",
  status: 404,
  detail: "There is no such person.",
  code: "not_found",
  requestId: "req_1",
  errors: [{ pointer: "/path/person", detail: "names nobody" }],
};
const init = { status: 404, headers: { "content-type": "application/problem+json" } };

t.test("a problem carries everything the server said", async (t) => {
  const { kith } = fake(() => json(body, init));
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(error instanceof KithProblem);
  t.ok(error instanceof KithError);
  const { status: _, ...rest } = body;
  t.match(error, { ...rest, status: 404, name: "KithProblem", operation: "people.get" });
  t.equal(
    (error as Error).message,
    "people.get: 404 not_found: There is no such person.; /path/person: names nobody",
  );
});

t.test("isProblem tells problems apart by code", async (t) => {
  const { kith } = fake(() => json(body, init));
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(isProblem(error));
  t.ok(isProblem(error, "not_found"));
  t.ok(isProblem(error, "unauthenticated", "not_found"));
  t.notOk(isProblem(error, "unauthenticated"));
  t.notOk(isProblem(new Error("not_found"), "not_found"));
});

t.test("a code that a later server invented is still a problem", async (t) => {
  const { kith } = fake(() => problem(422, "invented_tomorrow"));
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(isProblem(error));
  t.match(error, { code: "invented_tomorrow", status: 422, detail: null });
});

t.test("the list of codes holds what every client must handle", async (t) => {
  for (const code of ["not_found", "rate_limited", "precondition_failed"] as const) {
    t.ok(problemCodes.includes(code), code);
  }
});

t.test("a proxy's HTML page is a typed error with its beginning", async (t) => {
  const { kith, requests } = fake(
    () => new Response("<html>Bad gateway</html>", { status: 502, statusText: "Bad Gateway" }),
  );
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(error instanceof KithUnexpectedResponse);
  t.match(error, { status: 502, excerpt: "<html>Bad gateway</html>", attempts: 3 });
  t.equal(requests.length, 3);
});

t.test("errors with foreign JSON or no body at all are typed errors", async (t) => {
  for (const text of ['{"message":"no"}', "", "null", "[1]"]) {
    const { kith } = fake(() => new Response(text, { status: 404 }));
    const error = await errorFrom(kith.people.get("ext:a"));
    t.ok(error instanceof KithUnexpectedResponse, text);
  }
});

t.test("a success that is no JSON, or empty, is a typed error and not repeated", async (t) => {
  for (const text of ["<html>Please log in</html>", ""]) {
    const { kith, requests } = fake(() => new Response(text, { headers: { "x-request-id": "r" } }));
    const error = await errorFrom(kith.people.get("ext:a"));
    t.ok(error instanceof KithUnexpectedResponse, text);
    t.match(error, { status: 200, requestId: "r" });
    t.equal(requests.length, 1);
  }
});

t.test("a redirect is told, not followed: a POST would become a GET", async (t) => {
  const { kith, requests } = fake(
    () => new Response(null, { status: 301, headers: { location: "https://elsewhere.example" } }),
  );
  const error = await errorFrom(kith.testClock.reset());
  t.match(error, { name: "KithUnexpectedResponse", message: /redirect/ });
  t.equal(requests[0]?.redirect, "manual");
});

t.test("the key is in no error", async (t) => {
  const { kith } = fake(() => {
    throw new TypeError("fetch failed");
  });
  const error = await errorFrom(kith.people.get("ext:a"));
  t.ok(error instanceof KithConnectionError);
  t.notMatch(JSON.stringify(error, Object.getOwnPropertyNames(error)), /kith_test_key/);
});
