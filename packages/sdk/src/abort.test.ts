import t from "tap";
import { errorFrom, fake, json, problem, silence } from "./testing/fake.ts";

t.test("an abort ends a request under way with the signal's own reason", async (t) => {
  const { kith, requests } = fake(silence);
  const controller = new AbortController();
  const reason = new Error("the user left");
  const call = kith.people.get("ext:a", { signal: controller.signal });
  setImmediate(() => controller.abort(reason));
  t.equal(await errorFrom(call), reason);
  t.equal(requests.length, 1);
});

t.test("a signal that was aborted before sends nothing", async (t) => {
  const { kith, requests } = fake(() => json({}));
  const error = await errorFrom(kith.people.get("ext:a", { signal: AbortSignal.abort() }));
  t.match(error, { name: "AbortError" });
  t.equal(requests.length, 0);
});

t.test("an abort ends the wait before a retry", async (t) => {
  const controller = new AbortController();
  const { kith, requests } = fake(() => {
    controller.abort();
    return problem(503, "unavailable");
  });
  t.match(await errorFrom(kith.people.get("ext:a", { signal: controller.signal })), {
    name: "AbortError",
  });
  t.equal(requests.length, 1);
});

t.test("the real clock stops waiting when it is aborted", async (t) => {
  const { realRuntime } = await import("./runtime.ts");
  const controller = new AbortController();
  const waiting = realRuntime.sleep(1_000_000, controller.signal);
  controller.abort("enough");
  t.equal(await errorFrom(waiting), "enough");
  t.equal(await errorFrom(realRuntime.sleep(1_000_000, AbortSignal.abort("before"))), "before");
  await realRuntime.sleep(1, new AbortController().signal);
});
