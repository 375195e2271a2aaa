import type { Instant } from "../instant.ts";
import { isCare } from "./kinds.ts";
import { type Occasion, standingOf } from "./occasion.ts";
import type { NudgeRules } from "./rules.ts";

/** An occasion as what was done with it leaves it: when it arrives, and when it is there again. */
export interface Arrival {
  readonly occasion: Occasion;
  readonly arrivesAt: Instant;
  /** As it was snoozed, done or dismissed before this week. */
  readonly restsUntil: Instant | null;
  readonly backAt: Instant | null;
}

/** The places that are given away so far. */
export class Places {
  readonly given: Arrival[] = [];
  readonly #people = new Set<string>();
  readonly #ofGathering = new Map<string, number>();
  readonly #rules: NudgeRules;
  #care = 0;

  constructor(rules: NudgeRules) {
    this.#rules = rules;
  }

  mayHave({ occasion }: Arrival): boolean {
    const { subject, kind } = occasion;
    if (subject !== null && this.#people.has(subject)) return false;
    if (subject === null && this.given.some((one) => one.occasion.kind === kind)) return false;
    const gathering = gatheringOf(occasion);
    if (gathering === null) return true;
    return (this.#ofGathering.get(gathering) ?? 0) < this.#rules.followUp.perGathering;
  }

  /** How many of the places left are not for this one: for care that waits, or for what comes up. */
  keptFrom({ occasion }: Arrival, budget: number, waiting: () => readonly Arrival[]): number {
    const { most, kept } = this.#rules.care;
    const moments = this.given.length - this.#care;
    if (isCare(occasion.kind)) return Math.max(0, budget - Math.ceil(budget * most) - moments);
    const share = Math.min(Math.ceil(budget * kept), budget - 1) - this.#care;
    if (share <= 0) return 0;
    const others = waiting()
      .filter((arrival) => this.#isWorthKeeping(arrival) && this.mayHave(arrival))
      .map((arrival) => arrival.occasion.subject)
      .filter((subject) => subject !== occasion.subject);
    return Math.min(share, new Set(others).size);
  }

  #isWorthKeeping({ occasion }: Arrival): boolean {
    const standing = standingOf(occasion, occasion.value, this.#rules);
    return isCare(occasion.kind) && standing >= this.#rules.care.keptFrom;
  }

  give(arrival: Arrival): void {
    const { occasion } = arrival;
    const { kind, subject } = occasion;
    this.given.push(arrival);
    if (isCare(kind)) this.#care++;
    if (subject !== null) this.#people.add(subject);
    const gathering = gatheringOf(occasion);
    if (gathering !== null)
      this.#ofGathering.set(gathering, (this.#ofGathering.get(gathering) ?? 0) + 1);
  }
}

/** Which gathering a word afterwards is about: by its id, or by its time where the log alone tells. */
const gatheringOf = ({ code, evidence: { about, occurredAt } }: Occasion): string | null =>
  code === "metAtGathering" ? (about?.id ?? String(occurredAt)) : null;
