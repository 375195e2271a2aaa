import {
  type IntroductionRole,
  introductionRules,
  MS_PER_DAY,
  type SeenIntroductionState,
} from "@kith/core";
import { isAny, type TenantTx, introductions as table } from "@kith/db";
import {
  and,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  type SQL,
  sql,
} from "drizzle-orm";

export type StoredIntroduction = Omit<typeof table.$inferSelect, "tenantId">;

const { tenantId: _, ...columns } = getTableColumns(table);

const isIntroduction = (tx: TenantTx, id: string) =>
  and(eq(table.tenantId, tx.tenantId), eq(table.id, id));

export async function insertIntroduction(
  tx: TenantTx,
  introduction: StoredIntroduction,
): Promise<void> {
  await tx.insert(table).values({ tenantId: tx.tenantId, ...introduction });
}

export async function readIntroductions(
  tx: TenantTx,
  ids: readonly string[],
): Promise<StoredIntroduction[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), isAny(table.id, ids)));
}

/** Held until the end of the transaction: of two who act at once one is the first. */
export async function lockIntroductions(
  tx: TenantTx,
  ids: readonly string[],
): Promise<StoredIntroduction[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), isAny(table.id, ids)))
    .orderBy(table.id)
    .for("update");
}

export async function writeIntroduction(
  tx: TenantTx,
  { id, ...introduction }: StoredIntroduction,
): Promise<void> {
  await tx.update(table).set(introduction).where(isIntroduction(tx, id));
}

/** What one person asked for since a moment. */
export async function readRequestsBy(
  tx: TenantTx,
  requester: string,
  since: number,
): Promise<StoredIntroduction[]> {
  return tx
    .select(columns)
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        eq(table.requesterId, requester),
        gte(table.requestedAt, since),
      ),
    );
}

export interface IntroductionFilter {
  personId: string | null;
  role: IntroductionRole | null;
  /** How it is seen: the rows may be more, since that depends on who looks. */
  seen: SeenIntroductionState | null;
  now: number;
  before: string | null;
  limit: number;
}

/** A page of introductions, newest first; of a person, those in which they take part. */
export async function listIntroductions(
  tx: TenantTx,
  filter: IntroductionFilter,
): Promise<StoredIntroduction[]> {
  const { personId, seen, now, before, limit } = filter;
  const among = and(
    eq(table.tenantId, tx.tenantId),
    seen === null ? undefined : maySeem(seen, now),
    before === null ? undefined : lt(table.id, before),
  );
  // Each part by its own index: joined by `or`, a page could read all that the tenant has.
  const ids = partsOf(filter).map(
    (part) =>
      sql`(${tx
        .select({ id: table.id })
        .from(table)
        .where(and(among, part))
        .orderBy(desc(table.id))
        .limit(limit)})`,
  );
  return tx
    .select(columns)
    .from(table)
    .where(
      personId === null
        ? among
        : and(
            eq(table.tenantId, tx.tenantId),
            sql`${table.id} in (${sql.join(ids, sql` union all `)})`,
          ),
    )
    .orderBy(desc(table.id))
    .limit(limit);
}

/** A target takes part once the introducer agreed; before, nobody tells them. */
function partsOf({ personId, role }: IntroductionFilter): (SQL | undefined)[] {
  if (personId === null) return [];
  const parts = {
    requester: eq(table.requesterId, personId),
    introducer: eq(table.introducerId, personId),
    target: and(eq(table.targetId, personId), isNotNull(table.introducerAgreedAt)),
  };
  return role === null ? Object.values(parts) : [parts[role]];
}

const closingMs = introductionRules.closingDays * MS_PER_DAY;

/** What can be seen as this, so that a list does not read all there is. */
function maySeem(seen: SeenIntroductionState, now: number) {
  switch (seen) {
    case "made":
    case "thanked":
    case "reported":
    case "withdrawn":
      return eq(table.state, seen);
    case "agreed":
      return eq(table.state, "targetAgreed");
    case "declined":
      return inArray(table.state, ["declinedByIntroducer", "declinedByTarget"]);
    case "requested":
      return and(
        inArray(table.state, ["requested", "introducerAgreed"]),
        gt(table.requestedAt, now - closingMs),
      );
    case "pending":
      return gt(table.requestedAt, now - closingMs);
    default:
      return undefined;
  }
}
