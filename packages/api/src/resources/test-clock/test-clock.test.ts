import t from "tap";
import { testApi } from "../../testing/test-api.ts";

t.test("the test clock", async (t) => {
  const api = await testApi(t);
  const client = await api.client();

  t.test("stands at real time, moves ahead, and is set back", async (t) => {
    const before = await client.get("/v1/test-clock");
    t.match(before.body, { now: "2026-03-02T09:30:00.000Z", offsetMs: 0 });
    const after = await client.post("/v1/test-clock/advance", { days: 30 });
    t.match(after.body, { now: "2026-04-01T09:30:00.000Z", offsetMs: 2_592_000_000 });
    await client.post("/v1/test-clock/advance", { to: "2026-04-02T09:30:00Z" });
    t.equal((await client.get("/v1/test-clock")).body.now, "2026-04-02T09:30:00.000Z");
    t.equal((await client.post("/v1/test-clock/reset")).body.offsetMs, 0);
  });

  t.test("does not go back", async (t) => {
    const answer = await client.post("/v1/test-clock/advance", { to: "2026-01-01T00:00:00Z" });
    t.equal(answer.status, 400);
    t.equal(answer.body.errors[0].pointer, "/to");
  });

  t.test("is not there in live mode", async (t) => {
    const live = await api.client({ mode: "live" });
    t.equal((await live.get("/v1/test-clock")).body.code, "test_mode_only");
    t.equal((await live.post("/v1/test-clock/advance", { days: 1 })).status, 403);
  });

  t.test("is each tenant's own", async (t) => {
    const other = await api.client();
    await client.post("/v1/test-clock/advance", { days: 1 });
    t.equal((await other.get("/v1/test-clock")).body.offsetMs, 0);
  });
});
