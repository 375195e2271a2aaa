/** A directed network with everybody's group; null for a person whose group is unknown. */
export interface GroupedFlows {
  /** To whom a person gives. */
  successors(person: string): ReadonlySet<string>;
  /** Who gives to a person. */
  predecessors(person: string): ReadonlySet<string>;
  group(person: string): string | null;
}

/** How often a person passes something on from a to b who have no direct flow, by groups. */
export interface BrokerageRoles {
  /** a, broker and b in one group. */
  readonly coordinator: number;
  /** From outside into the broker's group. */
  readonly gatekeeper: number;
  /** From the broker's group to the outside. */
  readonly representative: number;
  /** Between two of a group that is not the broker's. */
  readonly consultant: number;
  /** Between two groups, neither of them the broker's. */
  readonly liaison: number;
}

/**
 * Brokerage roles: the counts of ordered pairs (a, b) with a -> v -> b and no a -> b, told apart by
 * the groups of the three.
 *
 * Unit: pairs; range 0 or more. Pairs with a person of unknown group are not counted; undefined
 * (null) when the broker's own group is unknown. On a mutual network each pair counts both ways, so
 * gatekeeper and representative are equal. Source: Gould & Fernandez 1989 (`consultant` is their
 * itinerant broker).
 */
export function brokerageRoles(flows: GroupedFlows, broker: string): BrokerageRoles | null {
  const own = flows.group(broker);
  if (own === null) return null;
  const counts = { coordinator: 0, gatekeeper: 0, representative: 0, consultant: 0, liaison: 0 };
  for (const a of flows.predecessors(broker)) {
    const groupA = flows.group(a);
    if (groupA === null || a === broker) continue;
    const direct = flows.successors(a);
    for (const b of flows.successors(broker)) {
      const groupB = flows.group(b);
      if (groupB === null || b === a || b === broker || direct.has(b)) continue;
      counts[roleOf(groupA, own, groupB)] += 1;
    }
  }
  return counts;
}

function roleOf(a: string, broker: string, b: string): keyof BrokerageRoles {
  if (a === broker) return b === broker ? "coordinator" : "representative";
  if (b === broker) return "gatekeeper";
  return a === b ? "consultant" : "liaison";
}
