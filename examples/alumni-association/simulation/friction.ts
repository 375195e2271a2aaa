import { DAY_MS, leisureTime } from "./calendar.ts";
import type { PlantedPairs } from "./planting.ts";
import type { World } from "./world.ts";

/** A few conflicts: after some the two make up, after others they hardly speak. */
export function liveConflicts(world: World, { strained, repaired }: PlantedPairs): void {
  const { journal, member } = world;
  for (const { pair, conflictAt } of [...strained, ...repaired]) {
    const own = world.random.fork(`conflict/${pair.join("/")}`);
    const [from, to] = own.shuffle(pair);
    if (from === undefined || to === undefined) continue;
    journal.record({ type: "conflict", from, to: [to], at: conflictAt });
    if (!repaired.some((other) => other.pair === pair)) continue;
    const day = Math.floor(conflictAt / DAY_MS) + own.integer(2, 18);
    const at = leisureTime(own, day, member(to).city.utcOffsetHours);
    journal.record({ type: "repair", from: to, to: [from], at, minutes: own.integer(2, 9) * 10 });
    journal.record({ type: "message", from, to: [to], at: at + own.integer(1, 30) * 3_600_000 });
  }
}
