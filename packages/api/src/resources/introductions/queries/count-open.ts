import { type IntroductionFacts, introductionRules, MS_PER_DAY, takesPlace } from "@kith/core";
import { epochMs, formatInstant, statement, type TenantTx, introductions as table } from "@kith/db";
import { and, eq, inArray, sql } from "drizzle-orm";

/** How far back an introduction that is still open can have been asked for. */
export const longestMs =
  (introductionRules.closingDays + introductionRules.makingDays) * MS_PER_DAY;

const openIntroductions = statement<
  IntroductionFacts & { introducerId: string } & Record<string, unknown>,
  { introducerIds: readonly string[]; since: string }
>(
  ({ tenantId, introducerIds, since }) => sql`
    select introducer_id as "introducerId", state, ${epochMs(sql`requested_at`)} as "requestedAt",
      ${epochMs(sql`introducer_agreed_at`)} as "introducerAgreedAt",
      ${epochMs(sql`target_agreed_at`)} as "targetAgreedAt",
      ${epochMs(sql`made_at`)} as "madeAt", ${epochMs(sql`thanked_at`)} as "thankedAt",
      ${epochMs(sql`reported_at`)} as "reportedAt"
    from kith.introductions
    where tenant_id = ${tenantId} and introducer_id = any(${introducerIds}::uuid[])
      and state not in ('made', 'thanked', 'reported', 'withdrawn')
      and requested_at > ${since}::timestamptz`,
);

/**
 * How many introductions take a place of each introducer now; one without any is absent. One that
 * was declined counts until who asked is told that it is over: see `takesPlace`. The limit is
 * `introductionRules.openPerIntroducer`.
 */
export async function countOpenIntroductions(
  tx: TenantTx,
  introducerIds: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  if (introducerIds.length === 0) return new Map();
  const since = formatInstant(now - longestMs);
  const counts = new Map<string, number>();
  for (const row of await openIntroductions.rows(tx, { introducerIds, since })) {
    if (!takesPlace(row, now)) continue;
    counts.set(row.introducerId, (counts.get(row.introducerId) ?? 0) + 1);
  }
  return counts;
}

/** An introduction that was made, and what who asked has not said yet. */
export interface UnfinishedIntroduction {
  id: string;
  requesterId: string;
  introducerId: string;
  targetId: string;
  madeAt: number;
  thanksOpen: boolean;
  reportOpen: boolean;
}

/** Introductions that were made for a person and wait for their thanks or report, newest first. */
export async function readUnfinishedIntroductions(
  tx: TenantTx,
  requester: string,
): Promise<UnfinishedIntroduction[]> {
  const rows = await tx
    .select()
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        eq(table.requesterId, requester),
        inArray(table.state, ["made", "thanked", "reported"]),
      ),
    )
    .orderBy(sql`${table.id} desc`);
  return rows.flatMap(({ id, requesterId, introducerId, targetId, ...facts }) => {
    const { madeAt, thankedAt, reportedAt } = facts;
    if (madeAt === null || (thankedAt !== null && reportedAt !== null)) return [];
    const open = { thanksOpen: thankedAt === null, reportOpen: reportedAt === null };
    return [{ id, requesterId, introducerId, targetId, madeAt, ...open }];
  });
}
