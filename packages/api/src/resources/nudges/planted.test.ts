import { Kith } from "@kith/sdk";
import t from "tap";
import { load } from "../../../../../examples/alumni-association/loading/load.ts";
import { createProgress } from "../../../../../examples/alumni-association/loading/progress.ts";
import { simulate } from "../../../../../examples/alumni-association/simulation/simulate.ts";
import { testApi, testStart } from "../../testing/test-api.ts";
import { brokenPromises, isSaid, judge } from "./testing/judge.ts";
import { plant } from "./testing/plant.ts";
import { controlsOf, plantedBefore } from "./testing/planted.ts";
import { walkWeeks } from "./testing/walk-weeks.ts";

/**
 * The demo association, a small one, through three weeks in which everybody does what their nudges
 * say. `pnpm bench nudge-week` walks the whole one, and says what is in time.
 */
const day = 86_400_000;
const [seed, people, days] = [12, 60, 300];
const monday = Math.floor(testStart / day) * day;
const simulation = simulate({ seed, people, start: monday - (days + 1) * day, days });

t.setTimeout(600_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const advanceTo = async (at: number) => api.clock.set(at);
await advanceTo(monday - day);
const { key } = await api.client();
const baseUrl = await api.app.listen({ port: 0, host: "127.0.0.1" });
const kith = new Kith({ baseUrl, apiKey: key });
await load(kith, simulation, createProgress({ write: () => {} }));
const { planted, happenings } = await plant(kith, simulation, {
  monday,
  seed,
  share: people / 300,
});
const walked = await walkWeeks(kith, {
  people: simulation.people.map(({ externalId }) => externalId),
  moments: [0, 1, 2, 3, 4, 5, 7, 8, 9, 11, 14, 17].map((n) => monday + (n + 0.5) * day),
  happenings,
  advanceTo,
});
const judged = Object.entries(judge([...plantedBefore(simulation, monday), ...planted], walked));

t.test("nobody is shown more than their budget, nor one person twice", async (t) => {
  t.ok(walked.seen.length > people, "there was something to say");
  const zones = new Map(simulation.people.map((one) => [one.externalId, one.timeZone]));
  t.same(
    brokenPromises(walked, (person) => zones.get(person) ?? "UTC"),
    [],
  );
});

t.test("what was planted is said in time", async (t) => {
  for (const [what, { planted, missed }] of judged) {
    t.ok(planted > 0, `${what} were planted`);
    t.same(missed, [], what);
  }
});

t.test("of what there is no reason for hardly anything is said", async (t) => {
  const controls = controlsOf(simulation);
  const said = controls.filter((one) => isSaid(one, walked, monday + day)).length;
  t.ok(said <= controls.length / 5);
});

t.test("what is done is gone for good", async (t) => {
  for (const [what, { atOnce, waited, removed }] of judged) {
    t.equal(removed, atOnce + waited, what);
  }
  t.same(
    walked.seen.filter(({ cameBack }) => cameBack),
    [],
  );
});
