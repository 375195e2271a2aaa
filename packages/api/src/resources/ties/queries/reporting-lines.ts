import { type TenantTx, tieDeclarations, uuids } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

/** Among some people, whom somebody declared their manager or report. */
export async function readReportingLines(
  tx: TenantTx,
  people: readonly string[],
): Promise<{ from: string; to: string }[]> {
  if (people.length === 0) return [];
  const { fromId, toId, roles } = tieDeclarations;
  const among = sql`any(${uuids(people)})`;
  return tx
    .select({ from: fromId, to: toId })
    .from(tieDeclarations)
    .where(
      and(
        eq(tieDeclarations.tenantId, tx.tenantId),
        sql`${fromId} = ${among}`,
        sql`${toId} = ${among}`,
        sql`${roles} && array['manager', 'report']`,
      ),
    );
}
