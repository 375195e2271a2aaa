import { statement, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { dayNumber } from "../../people/held-days.ts";
import type { Position } from "../../people/profile.ts";
import type { WantedKey } from "../../people/search-keys.ts";

type Wanted = Record<"kinds" | "keys", readonly string[]> & { day: number; most: number };

// For one key, two or three. One row, because hundreds take longer to read than to find.
const holders = [1, 2, 3].map((count) =>
  statement<{ ids: string[] | null }, Wanted>(({ tenantId, kinds, keys, day, most }) => {
    const sets = Array.from({ length: count }, (_, index) => {
      const place = sql.raw(String(index + 1));
      return sql`
        select person_id from kith.person_search_keys
        where tenant_id = ${tenantId} and kind = (${kinds}::text[])[${place}]
          and key = (${keys}::text[])[${place}] and (held is null or held @> ${day}::int)`;
    });
    return sql`
      select array_agg(person_id order by person_id) as ids from (
        ${sql.join(sets, sql` intersect `)} order by person_id limit ${most}) as found`;
  }),
);

/** Who has all of some search keys on a day (`2026-11-22`), longest known first. */
export async function findHolders(
  tx: TenantTx,
  wanted: readonly WantedKey[],
  { day, most }: { day: string; most: number },
): Promise<string[]> {
  const kinds = wanted.map(({ kind }) => kind);
  const keys = wanted.map(({ key }) => key);
  const found = holders[wanted.length - 1];
  if (!found) throw new RangeError(`holders of 1 to 3 keys can be found, not of ${wanted.length}`);
  const [row] = await found.rows(tx, { kinds, keys, day: dayNumber(day), most });
  return row?.ids ?? [];
}

const positionsOf = statement<{ id: string; positions: Position[] }, { ids: readonly string[] }>(
  ({ tenantId, ids }) => sql`
    select id, positions from kith.people
    where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`,
);

/** The positions that some people hold or held. */
export async function readPositions(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, Position[]>> {
  if (ids.length === 0) return new Map();
  const rows = await positionsOf.rows(tx, { ids });
  return new Map(rows.map(({ id, positions }) => [id, positions]));
}
