/**
 * A week of the demo association and those after it, day by day on a test clock, in which everybody
 * does what their nudges say: is all that was planted said in time, and gone once it is done? Is
 * anybody shown more than their budget, or one person twice in a week?
 *
 *   pnpm bench nudge-week [--people 300] [--days 730] [--seed 1] [--monday 2030-03-04] [--weeks 4]
 *
 * The date is fixed and ahead, so the figures are the same whenever it is run. What is in time: what
 * has a date, by that date (a birthday on the day itself, a gathering and a first meeting within a
 * fortnight, news within a week); what has none, in the week in which it comes, or, where all places
 * of that week are taken or one is about the same person, in one of the next: the association brings
 * along what was left undone in two years. A strong tie that fades may not wait for that. Who was
 * nudged to tell what came of help, and did, has thanked for it.
 */
import { parseArgs } from "node:util";
import { Kith } from "@kith/sdk";
import { load } from "../../../examples/alumni-association/loading/load.ts";
import { createProgress } from "../../../examples/alumni-association/loading/progress.ts";
import { simulate } from "../../../examples/alumni-association/simulation/simulate.ts";
import { brokenPromises, isSaid, judge } from "../src/resources/nudges/testing/judge.ts";
import { plant } from "../src/resources/nudges/testing/plant.ts";
import { controlsOf, plantedBefore } from "../src/resources/nudges/testing/planted.ts";
import { walkWeeks } from "../src/resources/nudges/testing/walk-weeks.ts";
import { startService } from "./support/service.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "300" },
    days: { type: "string", default: "730" },
    seed: { type: "string", default: "1" },
    monday: { type: "string", default: "2030-03-04" },
    weeks: { type: "string", default: "4" },
  },
});
const day = 86_400_000;
const [people, days, seed, weeks] = [values.people, values.days, values.seed, values.weeks].map(
  Number,
) as [number, number, number, number];
const monday = Date.parse(`${values.monday}T00:00:00Z`);
const sunday = monday - day;

const simulation = simulate({ seed, people, days, start: sunday - days * day });
const service = await startService();
try {
  const { key } = await service.createTenant("Demo", "test");
  const kith = new Kith({ baseUrl: service.api, apiKey: key });
  const advanceTo = async (at: number) => {
    const { now } = await kith.testClock.get();
    if (Date.parse(now) < at) await kith.testClock.advance({ to: new Date(at).toISOString() });
  };
  await advanceTo(sunday);
  await load(kith, simulation, createProgress({ write: () => {} }));
  const { planted, happenings } = await plant(kith, simulation, {
    monday,
    seed,
    share: people / 300,
  });
  const all = [...plantedBefore(simulation, monday), ...planted];
  const names = simulation.people.map(({ externalId }) => externalId);
  const moments = Array.from({ length: weeks * 7 }, (_, i) => monday + i * day + day / 2);
  const walked = await walkWeeks(kith, { people: names, moments, happenings, advanceTo });

  console.log(`${people} people, ${walked.seen.length} different nudges in ${weeks} weeks`);
  const zones = new Map(simulation.people.map((one) => [one.externalId, one.timeZone]));
  const faults = brokenPromises(walked, (person) => zones.get(person) ?? "UTC");
  const judged = Object.entries(judge(all, walked));
  console.log(
    "what | planted | in time: at once | in time: waited for a place | removed by acting",
  );
  for (const [what, { planted, atOnce, waited, removed, missed }] of judged) {
    console.log([what, planted, atOnce, waited, removed].join(" | "));
    faults.push(...missed);
    if (removed < atOnce + waited) faults.push(`${what}: ${atOnce + waited - removed} came back`);
  }
  const back = walked.seen.filter(({ cameBack }) => cameBack).length;
  if (back > 0) faults.push(`${back} of all nudges came back once they were done`);
  const controls = controlsOf(simulation);
  const mistaken = controls.filter((one) => isSaid(one, walked, monday + day)).length;
  console.log(`said of controls on the first day: ${mistaken} of ${controls.length}`);
  for (const fault of faults) console.log(`not as promised: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await service.stop();
}
