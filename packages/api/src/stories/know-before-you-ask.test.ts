import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

t.test("Mika wants a job at Olga's, and is told what comes before that", async (t) => {
  const { people, inContact, happens, later, as } = await story(t);
  await people({ Mika: {}, Olga: {}, Never: {} });
  await happens("message", "Mika", "Olga");
  await later(10);
  const mika = await as("Mika");
  const readiness = (kind: "information" | "advice" | "referral" | "job", to = "ext:olga") =>
    mika.people.askReadiness("ext:mika", { to, kind });

  t.equal((await readiness("information")).ready, true, "information may be asked of anybody met");
  const job = await readiness("job");
  t.equal(job.ready, false, "a job may not, after one message");
  t.ok(job.firstSteps.length > 0 && job.reason.length > 0);
  t.same(job.readyFor, ["information"]);
  t.equal((await readiness("information", "ext:never")).ready, false, "nor anything of a stranger");

  // They get to know each other, and she helps him: then thanks come before the next favour.
  await inContact("Mika", "Olga", 6, 5);
  await happens("advice", "Olga", "Mika");
  await later(3);
  const first = await readiness("referral");
  t.ok(first.firstSteps.some(({ code }) => code === "thank"));
  await happens("thanks", "Mika", "Olga");
  const then = await readiness("referral");
  t.equal(then.ready, true);
  t.notOk(then.firstSteps.some(({ code }) => code === "thank"));

  // What is between them from her side is not told.
  const before = JSON.stringify({ ...(await readiness("job")), at: null });
  await (await as("Olga")).ties.update("ext:olga", "ext:mika", { paused: true, note: "Too much" });
  t.equal(JSON.stringify({ ...(await readiness("job")), at: null }), before);
});
