import { type Day, dayOf, type Instant, MS_PER_DAY } from "../instant.ts";
import { interactionCategory } from "../interaction/interaction.ts";
import type { Model } from "../model/model.ts";
import type { AlterFacts } from "./facts.ts";
import { limitOf } from "./rules.ts";

/**
 * Whose contact with each other the structure of a network depends on, at any of the moments: the
 * strongest few at each. Of them alone `between` has to be read.
 */
export function structuralAlters(
  alters: readonly AlterFacts[],
  moments: readonly Instant[],
  { halfLifeDays }: Model,
): string[] {
  const most = limitOf("structureTies");
  if (alters.length <= most) return alters.map(({ id }) => id);
  const days = alters.map(({ id, log }) => ({ id, days: contactDaysOf(log) }));
  const chosen = new Set<string>();
  for (const at of moments) {
    const weights = days.map(({ id, days }) => {
      let weight = 0;
      for (const day of days) {
        if (day <= dayOf(at)) weight += 2 ** ((day - at / MS_PER_DAY) / halfLifeDays);
      }
      return { id, weight };
    });
    weights.sort((x, y) => y.weight - x.weight);
    // Whoever is level with the last one, but for rounding, may be among them.
    const least = (weights[most - 1]?.weight ?? 0) * (1 - 1e-6);
    for (const { id, weight } of weights) if (weight > 0 && weight >= least) chosen.add(id);
  }
  return [...chosen];
}

function contactDaysOf(log: AlterFacts["log"]): Set<Day> {
  const days = new Set<Day>();
  for (const interaction of log) {
    if (interactionCategory(interaction) !== "friction") days.add(dayOf(interaction.occurredAt));
  }
  return days;
}
