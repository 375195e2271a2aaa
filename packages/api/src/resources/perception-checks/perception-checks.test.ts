import { perceptionDecisions } from "@kith/core";
import t from "tap";
import { testApi } from "../../testing/test-api.ts";

t.test("perception checks", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  for (const name of ["ada", "ben", "cyd"]) await client.put(`/v1/people/ext:${name}`, {});
  const ask = async (decision: string, decider = "ext:ada", subject = "ext:ben") => {
    api.clock.set(api.clock.now() + 1); // of one millisecond, no check is the newest
    const answer = await client.post("/v1/perception-checks", { decision, decider, subject });
    t.equal(answer.status, 201, answer.text);
    return answer.body;
  };
  const codes = ({ reasons }: { reasons: { code: string }[] }) => reasons.map(({ code }) => code);
  const note = "canary: we met at the clinic";

  t.test("see nothing between strangers, whatever is decided", async (t) => {
    for (const decision of perceptionDecisions) {
      t.match(await ask(decision), { concern: "none", reasons: [], advice: [] });
    }
  });

  t.test("see help that was received, with its evidence", async (t) => {
    const help = { type: "referral", from: "ext:ben", to: ["ext:ada"] };
    await client.post("/v1/interactions", { ...help, occurredAt: "2026-02-01T10:00:00Z" });
    const check = await ask("hire");
    t.match(check, { concern: "high", reasons: [{ code: "received_help" }] });
    t.ok(check.reasons[0].evidence.helpReceived > 0.9);
    t.same(
      check.advice.map(({ code }: { code: string }) => code),
      ["disclose", "recuse", "second_reviewer"],
    );
    t.equal((await ask("endorsement")).concern, "low", "less so where knowing them is the point");
    t.match(codes(await ask("hire", "ext:ben", "ext:ada")), ["gave_help"]);
  });

  t.test("see what either side declared, and never a note", async (t) => {
    await client.patch("/v1/ties/ext:cyd/ext:ada", { roles: ["household"], note });
    const check = await ask("referral", "ext:ada", "ext:cyd");
    t.match(check, { concern: "high", reasons: [{ code: "shared_household" }] });
    await client.patch("/v1/ties/ext:ada/ext:cyd", { roles: ["report"], context: "both", note });
    const both = await ask("promotion", "ext:ada", "ext:cyd");
    t.same(codes(both).sort(), ["manages_subject", "personal_tie", "shared_household"]);
    t.match(codes(await ask("award", "ext:cyd", "ext:ada")), [
      "shared_household",
      "reports_to_subject",
    ]);
    t.notMatch(JSON.stringify((await client.get("/v1/perception-checks")).body), /canary/);
  });

  t.test("see friction that was not made good", async (t) => {
    const conflict = { type: "conflict", from: "ext:ben", to: ["ext:cyd"] };
    await client.post("/v1/interactions", { ...conflict, occurredAt: "2026-02-01T10:00:00Z" });
    t.match(codes(await ask("selection", "ext:cyd", "ext:ben")), ["friction"]);
  });

  t.test("are read page by page, newest first, by the key that asked and no other", async (t) => {
    const first = (await client.get("/v1/perception-checks?limit=2")).body;
    t.equal(first.data.length, 2);
    const rest = (await client.get(`/v1/perception-checks?limit=200&cursor=${first.nextCursor}`))
      .body;
    const ids = [...first.data, ...rest.data].map(({ id }) => id);
    t.same(ids, [...new Set(ids)].sort().reverse());
    t.equal(first.data[0].decision, "selection");
    const other = await client.post("/v1/api-keys", { name: "other", scopes: ["admin"] });
    const theirs = await client.get("/v1/perception-checks", { key: other.body.key });
    t.same(theirs.body, { data: [], nextCursor: null });
  });

  t.test("need two different people", async (t) => {
    const body = { decision: "hire", decider: "ext:ada", subject: "ext:ada" };
    const answer = await client.post("/v1/perception-checks", body);
    t.match(answer, { status: 400, body: { errors: [{ pointer: "/subject" }] } });
  });

  t.test("follow a merge, and go with an erased person", async (t) => {
    await client.put("/v1/people/ext:cyd2", {});
    await ask("award", "ext:cyd2", "ext:cyd");
    await ask("award", "ext:cyd2", "ext:ben");
    const stays = (await client.get("/v1/people/ext:cyd")).body.id;
    await client.post("/v1/people/ext:cyd2/merge", { into: "ext:cyd" });
    const list = async () => (await client.get("/v1/perception-checks?limit=200")).body.data;
    const [newest] = await list();
    t.match(newest, { decider: stays, decision: "award" });
    await client.delete("/v1/people/ext:cyd");
    const left = await list();
    t.notOk(
      left.some(
        (c: { decider: string; subject: string }) => c.decider === stays || c.subject === stays,
      ),
    );
    t.ok(left.length > 0);
  });
});
