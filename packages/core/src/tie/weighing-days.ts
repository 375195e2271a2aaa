import { type Day, dayOf, type Instant, MS_PER_DAY, startOfDay } from "../instant.ts";
import { A_REACHED_B, B_REACHED_A, maskOf } from "../interaction/contact-days.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import type { Model } from "../model/model.ts";
import type { Side } from "../pair.ts";

/** One contact day's part in the weight. */
export interface WeighingDay {
  readonly day: Day;
  readonly startsAt: Instant;
  /** 2^(-age / halfLife). */
  readonly weight: number;
  /** Its part of the whole weight, in (0, 1]. */
  readonly share: number;
  readonly outbound: boolean;
  readonly inbound: boolean;
  /** What happened on it, in order of time. */
  readonly interactions: readonly Interaction[];
}

/** The contact days up to `at` that weigh most, heaviest (so latest) first. */
export function weighingDays(
  interactions: Iterable<Interaction>,
  side: Side,
  at: Instant,
  limit: number,
  model: Model,
  customTypes?: CustomTypes,
): WeighingDay[] {
  const days = new Map<Day, { mask: number; interactions: Interaction[] }>();
  for (const interaction of interactions) {
    if (interaction.occurredAt > at) continue;
    const mask = maskOf(interaction, customTypes);
    if (mask === 0) continue;
    const day = dayOf(interaction.occurredAt);
    const known = days.get(day);
    if (known) {
      known.mask |= mask;
      known.interactions.push(interaction);
    } else {
      days.set(day, { mask, interactions: [interaction] });
    }
  }
  const weightOf = (day: Day) => 2 ** ((day - at / MS_PER_DAY) / model.halfLifeDays);
  let whole = 0;
  for (const day of days.keys()) whole += weightOf(day);
  const out = side === "a" ? A_REACHED_B : B_REACHED_A;
  const inward = side === "a" ? B_REACHED_A : A_REACHED_B;
  return [...days]
    .sort(([x], [y]) => y - x)
    .slice(0, limit)
    .map(([day, known]) => ({
      day,
      startsAt: startOfDay(day),
      weight: weightOf(day),
      share: weightOf(day) / whole,
      outbound: (known.mask & out) !== 0,
      inbound: (known.mask & inward) !== 0,
      interactions: known.interactions.sort((x, y) => x.occurredAt - y.occurredAt),
    }));
}
