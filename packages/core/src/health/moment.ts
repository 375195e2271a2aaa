import { type WeightedEdge, type WeightedGraph, weightedGraph } from "../graph/weighted-graph.ts";
import { dayOf, daysBetween, type Instant, MS_PER_DAY } from "../instant.ts";
import { type Interaction, interactionCategory } from "../interaction/interaction.ts";
import type { Model } from "../model/model.ts";
import { capability } from "../relationship/capability.ts";
import { incentive } from "../relationship/incentive.ts";
import { contactProbability } from "../tie/contact-probability.ts";
import { emptyEvidence, evidenceOfDays, type PairEvidence } from "../tie/evidence.ts";
import { PairState } from "../tie/pair-state.ts";
import { isStrained } from "../tie/strain.ts";
import { strength } from "../tie/strength.ts";
import { type AlterFacts, type DaysBetween, type HealthFacts, organizationsOn } from "./facts.ts";
import { limitOf } from "./rules.ts";

/** A tie of the person as it was known at a moment. */
export interface HealthTie {
  readonly to: string;
  readonly evidence: PairEvidence;
  /** 0 without a contact day. */
  readonly strength: number;
  /** The chance of contact within 90 days; 0 without a contact day. */
  readonly probability: number;
  readonly strained: boolean;
  readonly paused: boolean;
  readonly roles: readonly string[];
  readonly context: "professional" | "personal" | "both" | null;
  readonly maxDays: number | null;
  readonly organizations: readonly string[];
  /** The weaker side's reason to help the other; 0 without a contact day. */
  readonly incentive: number;
  /** Whether the profiles show that each can help the other; null where they do not say. */
  readonly capable: boolean | null;
}

/** How many people one stretch of time brought, `quarterDays` long. */
export interface Stretch {
  /** With contact in either direction. */
  readonly people: number;
  /** Who reached out to the person. */
  readonly heardFrom: number;
}

/** A person's network as it was known at a moment. */
export interface HealthMoment {
  readonly at: Instant;
  readonly person: string;
  readonly ties: readonly HealthTie[];
  /** The person's ties and those among the others, by strength: the strongest few only. */
  readonly structure: WeightedGraph;
  /** Help, courtesies and friction up to the moment, of the past year; mere contact is left out. */
  readonly exchanges: readonly Interaction[];
  /** The latest stretch first; only those of which the whole is on record. */
  readonly stretches: readonly Stretch[];
  /** Whether there is enough on record to say anything at all. */
  readonly isKnown: boolean;
}

/**
 * The network of a person at some moments, each rebuilt from what had happened by then: a moment
 * reads the same whenever it is asked for, as long as nothing earlier is recorded late. What was
 * declared, and the skills and aims of profiles, are of today.
 */
export function momentsOf(
  facts: HealthFacts,
  moments: readonly Instant[],
  model: Model,
): HealthMoment[] {
  const histories = facts.alters.map((alter) => historyOf(facts, alter, moments, model));
  return moments.map((at, index) => {
    const known = histories.map(({ points }) => points[index] as Point);
    const logs = known.map(({ log }) => log);
    const ties = histories.flatMap(({ alter, capable }, n) => {
      const { log, evidence } = known[n] as Point;
      return log.length === 0 ? [] : [tieAt(alter, capable, evidence, at, model)];
    });
    return {
      at,
      person: facts.person,
      ties,
      structure: structureAt(facts, ties, at, model),
      exchanges: logs.flatMap((log) =>
        log.filter(
          (exchange) =>
            daysBetween(exchange.occurredAt, at) < limitOf("yearDays") &&
            interactionCategory(exchange) !== "contact",
        ),
      ),
      stretches: stretchesOf(facts.person, logs, at),
      isKnown: isEnough(ties, at),
    };
  });
}

/** What was known of a tie at one of the moments. */
interface Point {
  readonly log: readonly Interaction[];
  readonly evidence: PairEvidence;
}

interface History {
  readonly alter: AlterFacts;
  readonly capable: boolean | null;
  readonly points: readonly Point[];
}

/** A tie at each of the moments: its log is gone through once, from the first on. */
function historyOf(
  { facets = {} }: HealthFacts,
  alter: AlterFacts,
  moments: readonly Instant[],
  model: Model,
): History {
  const log = [...alter.log].sort((x, y) => x.occurredAt - y.occurredAt);
  const state = new PairState(model);
  const points = new Map<Instant, Point>();
  let known = 0;
  for (const at of [...moments].sort((x, y) => x - y)) {
    const start = known;
    while (known < log.length && (log[known]?.occurredAt ?? Infinity) <= at) known++;
    if (known > start) state.observe(log.slice(start, known));
    points.set(at, { log: log.slice(0, known), evidence: state.evidence });
  }
  const theirs = alter.facets ?? {};
  const [mine, other] = [capability(facets, theirs), capability(theirs, facets)];
  const capable = mine === null || other === null ? null : mine.value > 0 && other.value > 0;
  return { alter, capable, points: moments.map((at) => points.get(at) as Point) };
}

function tieAt(
  { id, declared, positions }: AlterFacts,
  capable: boolean | null,
  evidence: PairEvidence,
  at: Instant,
  model: Model,
): HealthTie {
  const reasonOf = (side: "a" | "b") => incentive(evidence, side, at, model)?.value ?? 0;
  return {
    to: id,
    evidence,
    strength: strength(evidence, at, model) ?? 0,
    probability: contactProbability(evidence, at, model.bandHorizonDays, model) ?? 0,
    strained: isStrained(evidence),
    paused: declared?.paused ?? false,
    roles: declared?.roles ?? [],
    context: declared?.context ?? null,
    maxDays: declared?.maxDays ?? null,
    organizations: organizationsOn(positions, dayOf(at)),
    incentive: Math.min(reasonOf("a"), reasonOf("b")),
    capable,
  };
}

/** Of ties among the others whole days count only, as that is what is known of them. */
function structureAt(
  { person, between }: HealthFacts,
  ties: readonly HealthTie[],
  at: Instant,
  model: Model,
): WeightedGraph {
  const strongest = ties
    .filter((tie) => tie.strength >= limitOf("structureStrength"))
    .sort((x, y) => y.strength - x.strength || (x.to < y.to ? -1 : 1))
    .slice(0, limitOf("structureTies"));
  const inside = new Set(strongest.map(({ to }) => to));
  const edges: WeightedEdge[] = strongest.map((tie) => ({
    a: person,
    b: tie.to,
    weight: tie.strength,
  }));
  for (const { a, b, days } of between) {
    if (!inside.has(a) || !inside.has(b)) continue;
    const weight = strength(evidenceOfPast(days, at, model), at, model) ?? 0;
    if (weight >= limitOf("structureStrength")) edges.push({ a, b, weight });
  }
  return weightedGraph(edges, [person]);
}

function evidenceOfPast(days: DaysBetween["days"], at: Instant, model: Model): PairEvidence {
  const past = days.filter((day) => day < dayOf(at));
  if (past.length === 0) return emptyEvidence;
  return evidenceOfDays(
    past.map((day) => ({ day, mask: 1, added: 1 })),
    undefined,
    model,
  );
}

function stretchesOf(
  person: string,
  logs: readonly (readonly Interaction[])[],
  at: Instant,
): Stretch[] {
  const length = limitOf("quarterDays") * MS_PER_DAY;
  const most = limitOf("pastQuarters") + 1;
  let first = at;
  const found = Array.from({ length: most }, () => ({ people: 0, heardFrom: 0 }));
  for (const log of logs) {
    const met = new Set<number>();
    const heard = new Set<number>();
    for (const interaction of log) {
      if (interactionCategory(interaction) === "friction") continue;
      const { from, occurredAt } = interaction;
      first = Math.min(first, occurredAt);
      const stretch = Math.floor((at - occurredAt) / length);
      met.add(stretch);
      if (from !== person) heard.add(stretch);
    }
    for (const stretch of met) if (stretch < most) (found[stretch] as { people: number }).people++;
    for (const stretch of heard) {
      if (stretch < most) (found[stretch] as { heardFrom: number }).heardFrom++;
    }
  }
  return found.slice(0, Math.floor((at - first) / length));
}

function isEnough(ties: readonly HealthTie[], at: Instant): boolean {
  let first = at;
  let days = 0;
  for (const { evidence } of ties) {
    first = Math.min(first, evidence.firstContactAt ?? at);
    days += evidence.contactDays;
  }
  const history = daysBetween(first, at);
  if (history >= limitOf("yearDays")) return days >= limitOf("leastOverYear");
  return history >= limitOf("leastHistoryDays") && days >= limitOf("leastContactDays");
}
