/**
 * A week of the demo association, day by day on a test clock: is what was planted said, is anybody
 * shown more than their budget?
 *
 *   pnpm bench nudge-week [--people 300] [--days 730] [--seed 1]
 */
import { parseArgs } from "node:util";
import { Kith } from "@kith/sdk";
import { load } from "../../../examples/alumni-association/loading/load.ts";
import { createProgress } from "../../../examples/alumni-association/loading/progress.ts";
import { simulate } from "../../../examples/alumni-association/simulation/simulate.ts";
import { findings, tellBirthdays, walkWeek } from "../src/resources/nudges/testing/walk-week.ts";
import { startService } from "./support/service.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "300" },
    days: { type: "string", default: "730" },
    seed: { type: "string", default: "1" },
  },
});
const [people, days, seed] = [values.people, values.days, values.seed].map(Number) as [
  number,
  number,
  number,
];

const now = Date.now();
const simulation = simulate({ seed, people, days, start: now - days * 86_400_000 });
const service = await startService();
try {
  const { key } = await service.createTenant("Demo", "test");
  const kith = new Kith({ baseUrl: service.api, apiKey: key });
  await load(kith, simulation, createProgress({ write: () => {} }));
  await tellBirthdays(kith, simulation);
  const names = simulation.people.map(({ externalId }) => externalId);
  const week = await walkWeek(kith, names, [0, 1, 2, 3, 4, 5, 6], async (day) => {
    if (day > 0) await kith.testClock.advance({ days: 1 });
  });
  const shown = new Set(week.seen.map(({ id }) => id)).size;
  console.log(`${people} people, ${shown} different nudges in seven days`);
  console.log(`over budget: ${week.overBudget.length}; one person twice: ${week.twice.length}`);
  for (const [kind, found] of Object.entries(findings(simulation, week))) {
    console.log(
      `${kind}: said ${found.found} of ${found.planted} planted, and ${found.mistaken} of ${found.controls} controls`,
    );
  }
} finally {
  await service.stop();
}
