import { daysBetween, type Instant, MS_PER_DAY } from "../instant.ts";
import { type Interaction, interactionCategory } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { pairOf } from "../pair.ts";
import { silenceDays } from "../tie/contact-probability.ts";
import { PairState } from "../tie/pair-state.ts";
import { tieKappa } from "../tie/strength.ts";

/** What the model knew of a pair at a past moment, and what happened within the horizon. */
export interface ContactTrial {
  /** As the model has it with `kappaScale` 1. */
  readonly kappa: number;
  readonly silenceDays: number;
  /** Days until the next contact, the horizon if there was none within it. */
  readonly waitedDays: number;
  readonly contacted: boolean;
}

export interface TrialOptions {
  /** Past moments, each at least a horizon before the end of the log. */
  readonly cutOffs: readonly Instant[];
  readonly horizonDays: number;
  readonly model?: Model;
  readonly customTypes?: CustomTypes;
}

/**
 * Every pair with a contact day, at each past cut-off: measured from the interactions up to then,
 * judged by those after. The interactions may come in any order.
 */
export function contactTrials(
  interactions: Iterable<Interaction>,
  { cutOffs, horizonDays, model = defaultModel, customTypes }: TrialOptions,
): ContactTrial[] {
  const unscaled = { ...model, kappaScale: 1 };
  const log = [...interactions].sort((x, y) => x.occurredAt - y.occurredAt);
  const states = new Map<string, PairState>();
  const trials: ContactTrial[] = [];
  let known = 0;
  for (const at of cutOffs.toSorted((x, y) => x - y)) {
    for (let next = log[known]; next && next.occurredAt <= at; next = log[++known]) {
      const key = keyOf(next);
      const state = states.get(key) ?? new PairState(unscaled, customTypes);
      states.set(key, state);
      state.observe([next]);
    }
    const contacts = firstContacts(log, known, at + horizonDays * MS_PER_DAY, customTypes);
    for (const [key, { evidence }] of states) {
      const silence = silenceDays(evidence, at);
      if (silence === null) continue;
      const contactAt = contacts.get(key);
      trials.push({
        kappa: tieKappa(evidence, at, unscaled),
        silenceDays: silence,
        waitedDays: contactAt === undefined ? horizonDays : daysBetween(at, contactAt),
        contacted: contactAt !== undefined,
      });
    }
  }
  return trials;
}

function firstContacts(
  log: readonly Interaction[],
  start: number,
  until: Instant,
  customTypes: CustomTypes | undefined,
): Map<string, Instant> {
  const found = new Map<string, Instant>();
  for (let row = start; row < log.length; row++) {
    const interaction = log[row] as Interaction;
    if (interaction.occurredAt > until) break;
    const key = keyOf(interaction);
    if (found.has(key) || interactionCategory(interaction, customTypes) === "friction") continue;
    found.set(key, interaction.occurredAt);
  }
  return found;
}

function keyOf({ from, to }: Interaction): string {
  const { a, b } = pairOf(from, to);
  return JSON.stringify([a, b]);
}
