import { type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

interface Ends {
  from: string;
  to: string;
}

/** The oldest interactions from before a moment, voided ones too: their ids, and who took part. */
export async function findOldest(
  tx: TenantTx,
  { before, limit }: { before: number; limit: number },
): Promise<{ ids: string[]; people: string[] }> {
  const rows = await tx.execute(sql`
    select id, from_id as "from", to_id as "to" from kith.interactions
    where tenant_id = ${tx.tenantId}::uuid and id < ${uuidFloor(before)}::uuid
    order by id, ordinal limit ${limit}`);
  const found = rows as unknown as ({ id: string } & Ends)[];
  return {
    ids: [...new Set(found.map(({ id }) => id))],
    people: [...new Set(found.flatMap(({ from, to }) => [from, to]))],
  };
}

/** Deletes interactions with all their recipients; between whom they were. */
export async function deleteInteractions(tx: TenantTx, ids: readonly string[]): Promise<Ends[]> {
  const rows = await tx.execute(sql`
    delete from kith.interactions
    where tenant_id = ${tx.tenantId}::uuid and id = any(${uuids(ids)})
    returning from_id as "from", to_id as "to"`);
  return rows as unknown as Ends[];
}
