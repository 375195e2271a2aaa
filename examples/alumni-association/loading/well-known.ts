import type { Interaction, Person, Simulation } from "../simulation/simulate.ts";
import { pairKey } from "../simulation/tie-book.ts";

/** The people that the API's documented examples speak of. */
const names = { ada: "Ada Lindqvist", grace: "Grace Moreau", alan: "Alan Reyes" } as const;
type WellKnown = keyof typeof names;

const HALF_YEAR_MS = 183 * 86_400_000;

/**
 * Gives three members the ids and names that the documentation uses, so that its examples answer
 * something: Ada and Grace are in touch, Grace and Alan too, and Ada never met Alan.
 */
export function castWellKnown<S extends Omit<Simulation, "truth">>(simulation: S): S {
  const chosen = choose(simulation);
  if (!chosen) return simulation;
  const idOf = (id: string): string => chosen.get(id) ?? id;
  return {
    ...simulation,
    people: simulation.people.map((person) => rename(person, chosen.get(person.externalId))),
    interactions: simulation.interactions.map(({ from, to, ...rest }) => ({
      ...rest,
      from: idOf(from),
      to: to.map(idOf),
    })),
    declarations: simulation.declarations.map(({ from, to, ...rest }) => ({
      ...rest,
      from: idOf(from),
      to: idOf(to),
    })),
  };
}

function rename(person: Person, id: WellKnown | undefined): Person {
  if (id === undefined) return person;
  return { ...person, externalId: id, name: names[id], emails: [`${id}@alumni.example.org`] };
}

/** Member id -> well-known id: the liveliest pair of the last half-year with a friend of one beyond. */
function choose({
  interactions,
  people,
}: Omit<Simulation, "truth">): Map<string, WellKnown> | null {
  const [settingsHolder] = people;
  const last = Math.max(...interactions.map(({ occurredAt }) => occurredAt));
  const everMet = countPairs(interactions);
  const lately = countPairs(
    interactions.filter(({ occurredAt }) => occurredAt > last - HALF_YEAR_MS),
  );
  const pairs = [...lately]
    .sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))
    .map(([key]) => key.split("|") as [string, string])
    .filter((pair) => !pair.includes(settingsHolder?.externalId ?? ""));
  for (const [a, b] of pairs) {
    for (const [ada, grace] of [
      [a, b],
      [b, a],
    ] as const) {
      const next = pairs.find((pair) => pair.includes(grace) && !pair.includes(ada));
      const alan = next?.find((id) => id !== grace);
      if (alan && !everMet.has(pairKey(ada, alan))) {
        return new Map([
          [ada, "ada"],
          [grace, "grace"],
          [alan, "alan"],
        ]);
      }
    }
  }
  return null;
}

function countPairs(interactions: readonly Interaction[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of interactions) {
    for (const other of to) {
      const key = pairKey(from, other);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
