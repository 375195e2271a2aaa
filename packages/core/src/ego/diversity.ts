/** An alter's weight and the groups (organizations) that they belong to now; none when unknown. */
export interface GroupedAlter {
  readonly weight: number;
  readonly groups: readonly string[];
}

export interface Diversity {
  /** Chance that two draws by weight fall into different groups. */
  readonly heterogeneity: number;
  /** How many groups of equal weight would be as diverse. */
  readonly effectiveGroups: number;
  /** The part of all weight whose groups are known: how far the two can be trusted. */
  readonly knownShare: number;
}

/**
 * Diversity over organizations: how many different places a person's contact reaches.
 *
 *   p_g = weight in group g / weight with a known group     (several groups share an alter equally)
 *   heterogeneity   = 1 - sum of p_g^2            range [0, 1)        Blau 1977
 *   effectiveGroups = 1 / sum of p_g^2            range [1, groups]   Hill 1973, order 2
 *
 * Undefined (null) when no weight has a known group: unknown is not the same as alone.
 */
export function diversity(alters: Iterable<GroupedAlter>): Diversity | null {
  const perGroup = new Map<string, number>();
  let known = 0;
  let all = 0;
  for (const { weight, groups } of alters) {
    all += weight;
    const distinct = new Set(groups);
    if (distinct.size === 0) continue;
    known += weight;
    for (const group of distinct) {
      perGroup.set(group, (perGroup.get(group) ?? 0) + weight / distinct.size);
    }
  }
  if (!(known > 0)) return null;
  let squares = 0;
  for (const weight of perGroup.values()) squares += (weight / known) ** 2;
  return {
    heterogeneity: Math.max(0, 1 - squares),
    effectiveGroups: 1 / squares,
    knownShare: known / all,
  };
}
