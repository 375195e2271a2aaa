/** Who proposes, and whom they would accept, the best first; whoever is missing is refused. */
export interface Proposer {
  readonly id: string;
  readonly preferences: readonly string[];
}

/** Who is proposed to: with room for several, and their own order of whom they would take. */
export interface Receiver extends Proposer {
  readonly capacity: number;
}

export interface Matching {
  /** Proposer -> receiver, null for who stays without. Everybody is listed. */
  readonly receiverOf: ReadonlyMap<string, string | null>;
  /** Receiver -> proposers, in the receiver's order. Everybody is listed. */
  readonly proposersOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Deferred acceptance: matches mentees (who propose) with mentors (who have capacities).
 *
 * Everybody proposes down their list; a receiver holds the best so far and lets go of the worst
 * when full. The result is stable: nobody has a pair in which both would rather be. Of all stable
 * matchings it is the best for every proposer at once, and no proposer gains by a false list; who
 * stays without is the same in all of them. Lists may be incomplete and must be strict. Does not
 * depend on the order of input. O(total length of the lists). Source: Gale & Shapley 1962.
 */
export function deferredAcceptance(
  proposers: Iterable<Proposer>,
  receivers: Iterable<Receiver>,
): Matching {
  const waiting = new Map<string, Waiting>();
  for (const { id, preferences } of checked("proposer", proposers)) {
    waiting.set(id, { preferences, next: 0 });
  }
  const holding = new Map<string, Holding>();
  for (const { id, preferences, capacity } of checked("receiver", receivers)) {
    if (!Number.isInteger(capacity) || capacity < 0) {
      throw new RangeError(`The receiver "${id}" has capacity ${capacity}. Give 0 or more places.`);
    }
    holding.set(id, { capacity, ranks: ranksOf(preferences), held: [] });
  }
  const free = [...waiting.keys()];
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    const proposer = waiting.get(id) as Waiting;
    while (proposer.next < proposer.preferences.length) {
      const receiver: Holding | undefined = holding.get(
        proposer.preferences[proposer.next] as string,
      );
      proposer.next += 1;
      const refused: string | null = receiver ? propose(receiver, id) : id;
      if (refused === id) continue;
      if (refused !== null) free.push(refused);
      break;
    }
  }
  const receiverOf = new Map<string, string | null>();
  for (const id of waiting.keys()) receiverOf.set(id, null);
  const proposersOf = new Map<string, readonly string[]>();
  for (const [id, { held }] of holding) {
    proposersOf.set(id, held);
    for (const proposer of held) receiverOf.set(proposer, id);
  }
  return { receiverOf, proposersOf };
}

interface Waiting {
  readonly preferences: readonly string[];
  next: number;
}

interface Holding {
  readonly capacity: number;
  readonly ranks: ReadonlyMap<string, number>;
  /** The best first. */
  readonly held: string[];
}

/** Takes a proposal; answers who is refused by it, null when there was room. */
function propose(receiver: Holding, id: string): string | null {
  const { capacity, ranks, held } = receiver;
  const rank = ranks.get(id);
  if (rank === undefined || capacity === 0) return id;
  const place = held.findIndex((other) => (ranks.get(other) as number) > rank);
  if (place === -1) {
    if (held.length === capacity) return id;
    held.push(id);
    return null;
  }
  held.splice(place, 0, id);
  return held.length > capacity ? (held.pop() as string) : null;
}

function ranksOf(preferences: readonly string[]): Map<string, number> {
  return new Map(preferences.map((id, rank) => [id, rank]));
}

function* checked<Person extends Proposer>(role: string, people: Iterable<Person>) {
  const seen = new Set<string>();
  for (const person of people) {
    if (seen.has(person.id)) {
      throw new RangeError(`The ${role} "${person.id}" is given twice. Give each once.`);
    }
    if (new Set(person.preferences).size < person.preferences.length) {
      throw new RangeError(
        `The ${role} "${person.id}" prefers somebody twice. Give each id once, the best first.`,
      );
    }
    seen.add(person.id);
    yield person;
  }
}
