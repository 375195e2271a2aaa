export type TieKind = "friend" | "colleague" | "manager" | "mentor" | "acquaintance";

/** Who knows whom, and why. It is what the simulation knows, not what Kith will measure. */
export interface KnownTie {
  a: string;
  b: string;
  kinds: Set<TieKind>;
  /** How close they are, in [0, 1]: help, congratulations and repairs follow it. */
  warmth: number;
  from: number;
  /** Last day of regular contact. */
  to: number;
}

export const pairKey = (x: string, y: string): string => (x < y ? `${x}|${y}` : `${y}|${x}`);

export interface TieBook {
  add(x: string, y: string, kind: TieKind, warmth: number, from: number, to: number): KnownTie;
  get(x: string, y: string): KnownTie | undefined;
  of(person: string): KnownTie[];
  all(): KnownTie[];
}

export const otherOf = (tie: KnownTie, person: string): string =>
  tie.a === person ? tie.b : tie.a;

export const liveOn = (tie: KnownTie, day: number): boolean => tie.from <= day && day <= tie.to;

export function createTieBook(): TieBook {
  const ties = new Map<string, KnownTie>();
  const byPerson = new Map<string, KnownTie[]>();
  return {
    add(x, y, kind, warmth, from, to) {
      const known = ties.get(pairKey(x, y));
      if (known) {
        known.kinds.add(kind);
        known.warmth = Math.max(known.warmth, warmth);
        known.from = Math.min(known.from, from);
        known.to = Math.max(known.to, to);
        return known;
      }
      const [a, b] = x < y ? [x, y] : [y, x];
      const tie: KnownTie = { a, b, kinds: new Set([kind]), warmth, from, to };
      ties.set(pairKey(x, y), tie);
      for (const person of [a, b]) {
        const list = byPerson.get(person);
        if (list) list.push(tie);
        else byPerson.set(person, [tie]);
      }
      return tie;
    },
    get: (x, y) => ties.get(pairKey(x, y)),
    of: (person) => byPerson.get(person) ?? [],
    all: () => [...ties.values()],
  };
}
