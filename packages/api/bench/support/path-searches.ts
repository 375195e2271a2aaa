import { generator } from "./events.ts";
import { organizationOf, roles, type SyntheticNetwork, skills } from "./synthetic-network.ts";

export const searchKinds = [
  "any two people",
  "two well-connected people",
  "a friend of a friend",
  "an organization",
  "a skill",
  "a role",
  "a role at an organization",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Searches of one kind, the same at every run. */
export function drawSearches(network: SyntheticNetwork, kind: SearchKind, count: number): object[] {
  const random = generator(17);
  const anybody = () => Math.floor(random() * network.people);
  const ref = (person: number) => `ext:p${person}`;
  const draw = (): object => {
    if (kind === "any two people") return pair(anybody(), anybody());
    if (kind === "two well-connected people") {
      return pair(network.byDegree(random), network.byDegree(random));
    }
    if (kind === "a friend of a friend") return pair(...twoSteps());
    const from = ref(anybody());
    if (kind === "an organization")
      return { from, to: { organization: organizationOf(anybody()) } };
    if (kind === "a skill") return { from, to: { skill: `skill ${anybody() % skills}` } };
    const role = `role ${anybody() % roles}`;
    if (kind === "a role") return { from, to: { role } };
    return { from, to: { role, organization: organizationOf(anybody()) } };
  };
  const pair = (from: number, to: number) =>
    from === to ? draw() : { from: ref(from), to: { person: ref(to) } };
  // A tie drawn evenly leads to the well-connected, as a step through a network does.
  const twoSteps = (): [number, number] => {
    const [one, other] = network.anyTie(random);
    const group = one - (one % 100);
    return [other, Math.min(network.people - 1, group + Math.floor(random() * 100))];
  };
  return Array.from({ length: count }, draw);
}
