import type { Facets, Instant } from "@kith/core";
import { isAny, people, type StoredPosition, type TenantTx } from "@kith/db";
import { and, eq } from "drizzle-orm";
import { toIso } from "../../../http/time.ts";
import { isHeldOn } from "../../people/held-days.ts";

interface Facetted {
  skills: string[];
  interests: string[];
  positions: StoredPosition[];
}

/**
 * What some people can give and could use, as far as their profiles say: they are skilled in their
 * skills, know from inside the organizations and titles that they hold at the moment, and aim at
 * their interests. Of each profile it reads what `show` leaves for who asks to see.
 */
export async function readFacets(
  tx: TenantTx,
  ids: readonly string[],
  at: Instant,
  show: <P extends Facetted>(id: string, profile: P) => P,
): Promise<Map<string, Facets>> {
  if (ids.length === 0) return new Map();
  const { id, skills, interests, positions } = people;
  const rows = await tx
    .select({ id, skills, interests, positions })
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), isAny(people.id, [...new Set(ids)])));
  const day = toIso(at).slice(0, 10);
  return new Map(
    rows.map(({ id, ...profile }) => {
      const { skills, interests, positions } = show(id, profile);
      const held = positions.filter((position) => isHeldOn(position, day));
      const known = held.flatMap(({ organization, title }) => [organization, title ?? ""]);
      return [id, { skills: [...skills, ...known], goals: interests }];
    }),
  );
}
