import { Kith } from "@kith/sdk";
import t from "tap";
import { load } from "../../../../../examples/alumni-association/loading/load.ts";
import { createProgress } from "../../../../../examples/alumni-association/loading/progress.ts";
import { simulate } from "../../../../../examples/alumni-association/simulation/simulate.ts";
import { testApi, testStart } from "../../testing/test-api.ts";
import { findings, tellBirthdays, walkWeek } from "./testing/walk-week.ts";

/**
 * The demo association, a small one, through a week that begins on a Monday. `pnpm bench nudge-week`
 * walks the whole one, day by day.
 */
const day = 86_400_000;
const days = 300;
const simulation = simulate({ seed: 12, people: 60, start: testStart - days * day, days });
const { truth, people } = simulation;

t.setTimeout(600_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const { key } = await api.client();
const baseUrl = await api.app.listen({ port: 0, host: "127.0.0.1" });
const kith = new Kith({ baseUrl, apiKey: key });
await load(kith, simulation, createProgress({ write: () => {} }));
await tellBirthdays(kith, simulation);

const names = people.map(({ externalId }) => externalId);
const advanceTo = async (n: number) => api.clock.set(testStart + n * day);
const week = await walkWeek(kith, names, [0, 3, 6], advanceTo);
const found = findings(simulation, week);
t.comment(JSON.stringify(found));

t.test("nobody is shown more than their budget, nor one person twice", async (t) => {
  t.ok(week.seen.length > names.length, "there was something to say");
  t.same(week.overBudget, []);
  t.same(week.twice, []);
});

t.test("what was planted is said, and hardly of the controls", async (t) => {
  for (const [kind, { planted, found: said, controls, mistaken }] of Object.entries(found)) {
    t.ok(said >= planted / 2, `${kind}: ${said} of ${planted}`);
    t.ok(mistaken <= controls / 5, `${kind}: ${mistaken} of ${controls} controls`);
  }
});

t.test("acting on a nudge takes it away", async (t) => {
  const nudge = week.seen.find(({ kind, day }) => kind === "thank" && day === 6);
  if (!nudge) return t.comment("nobody had somebody to thank");
  const { person, about, id } = nudge;
  const occurredAt = new Date(testStart + 6 * day).toISOString();
  await kith.interactions.create({
    ...{ type: "thanks", from: `ext:${person}`, to: [`ext:${about}`], occurredAt },
  });
  const { data } = await kith.nudges.list(`ext:${person}`);
  t.notOk(data.some((one) => one.id === id || one.person?.externalId === about));
  t.ok(truth.unthankedHelp.length > 0);
});
