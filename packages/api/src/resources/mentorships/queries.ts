import { isAny, mentorshipSessions, mentorships, type TenantTx } from "@kith/db";
import { and, asc, desc, eq, getTableColumns, inArray, lt, or, sql } from "drizzle-orm";

export type StoredMentorship = Omit<typeof mentorships.$inferSelect, "tenantId" | "fit"> & {
  fit: StoredFit | null;
};

/** Why a programme matched the two. */
export interface StoredFit {
  topics: string[];
  interests: string[];
  values: string[];
  hoursApart: number | null;
}

/** What somebody takes on in a session. */
export interface SessionAction {
  text: string;
  by: "mentor" | "mentee";
  dueOn: string | null;
  done: boolean;
}

export type StoredSession = Omit<typeof mentorshipSessions.$inferSelect, "tenantId" | "actions"> & {
  actions: SessionAction[];
};

const { tenantId: _, ...columns } = getTableColumns(mentorships);
const { tenantId: __, ...sessionColumns } = getTableColumns(mentorshipSessions);

const isMentorship = (tx: TenantTx, id: string) =>
  and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.id, id));

/** As many rows go into one statement: PostgreSQL takes 65,535 parameters. */
const rowsPerStatement = 1000;

/** The ids of those that were added: two people who have an open one already get no other. */
export async function insertMentorships(
  tx: TenantTx,
  rows: readonly StoredMentorship[],
): Promise<Set<string>> {
  const added = new Set<string>();
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const part = rows.slice(start, start + rowsPerStatement);
    const stored = await tx
      .insert(mentorships)
      .values(part.map((row) => ({ tenantId: tx.tenantId, ...row })))
      .onConflictDoNothing()
      .returning({ id: mentorships.id });
    for (const { id } of stored) added.add(id);
  }
  return added;
}

export async function readMentorship(tx: TenantTx, id: string): Promise<StoredMentorship | null> {
  const [row] = await tx.select(columns).from(mentorships).where(isMentorship(tx, id));
  return (row as StoredMentorship | undefined) ?? null;
}

/** Held until the end of the transaction: of two who act at once one is the first. */
export async function lockMentorship(tx: TenantTx, id: string): Promise<StoredMentorship | null> {
  const [row] = await tx
    .select(columns)
    .from(mentorships)
    .where(isMentorship(tx, id))
    .for("update");
  return (row as StoredMentorship | undefined) ?? null;
}

export async function writeMentorship(
  tx: TenantTx,
  { id, ...mentorship }: StoredMentorship,
): Promise<void> {
  await tx.update(mentorships).set(mentorship).where(isMentorship(tx, id));
}

export interface MentorshipFilters {
  personId: string | null;
  programId: string | null;
  state: StoredMentorship["state"] | null;
}

/** A page of mentorships, newest first. */
export async function listMentorships(
  tx: TenantTx,
  { personId, programId, state }: MentorshipFilters,
  { before, limit }: { before: string | null; limit: number },
): Promise<StoredMentorship[]> {
  const rows = await tx
    .select(columns)
    .from(mentorships)
    .where(
      and(
        eq(mentorships.tenantId, tx.tenantId),
        personId === null
          ? undefined
          : or(eq(mentorships.mentorId, personId), eq(mentorships.menteeId, personId)),
        programId === null ? undefined : eq(mentorships.programId, programId),
        state === null ? undefined : eq(mentorships.state, state),
        before === null ? undefined : lt(mentorships.id, before),
      ),
    )
    .orderBy(desc(mentorships.id))
    .limit(limit);
  return rows as StoredMentorship[];
}

/** Every mentorship of a programme so far, in the few words that a new matching asks for. */
export async function readPairsOfProgram(tx: TenantTx, programId: string) {
  const { mentorId, menteeId, state } = mentorships;
  return tx
    .select({ mentorId, menteeId, state })
    .from(mentorships)
    .where(and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.programId, programId)));
}

/** Of these pairs, those that have an open mentorship anywhere. */
export async function readOpenPairs(tx: TenantTx, people: readonly string[]) {
  if (people.length === 0) return [];
  const { mentorId, menteeId, state } = mentorships;
  return tx
    .select({ mentorId, menteeId })
    .from(mentorships)
    .where(
      and(
        eq(mentorships.tenantId, tx.tenantId),
        isAny(mentorId, people),
        inArray(state, ["proposed", "active", "paused"]),
      ),
    );
}

const isSession = (tx: TenantTx, mentorshipId: string, id: string) =>
  and(
    eq(mentorshipSessions.tenantId, tx.tenantId),
    eq(mentorshipSessions.mentorshipId, mentorshipId),
    eq(mentorshipSessions.id, id),
  );

export async function insertSession(tx: TenantTx, session: StoredSession): Promise<void> {
  await tx.insert(mentorshipSessions).values({ tenantId: tx.tenantId, ...session });
}

export async function readSession(
  tx: TenantTx,
  mentorshipId: string,
  id: string,
): Promise<StoredSession | null> {
  const [row] = await tx
    .select(sessionColumns)
    .from(mentorshipSessions)
    .where(isSession(tx, mentorshipId, id));
  return (row as StoredSession | undefined) ?? null;
}

export async function writeSession(
  tx: TenantTx,
  { id, mentorshipId, ...session }: StoredSession,
): Promise<void> {
  await tx
    .update(mentorshipSessions)
    .set(session)
    .where(isSession(tx, mentorshipId, id));
}

/** Sessions in the order in which they take place; `after` is the last one of the page before. */
export async function listSessions(
  tx: TenantTx,
  mentorshipId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<StoredSession[]> {
  const { startsAt, id } = mentorshipSessions;
  const last = sql`(
    select starts_at, id from kith.mentorship_sessions
    where tenant_id = ${tx.tenantId}::uuid and mentorship_id = ${mentorshipId}::uuid
      and id = ${after}::uuid)`;
  const rows = await tx
    .select(sessionColumns)
    .from(mentorshipSessions)
    .where(
      and(
        eq(mentorshipSessions.tenantId, tx.tenantId),
        eq(mentorshipSessions.mentorshipId, mentorshipId),
        after === null ? undefined : sql`(${startsAt}, ${id}) > ${last}`,
      ),
    )
    .orderBy(asc(startsAt), asc(id))
    .limit(limit);
  return rows as StoredSession[];
}

/** All sessions of some mentorships, each one's in the order in which they take place. */
export async function readSessionsOf(
  tx: TenantTx,
  ids: readonly string[],
): Promise<StoredSession[]> {
  if (ids.length === 0) return [];
  const { mentorshipId, startsAt, id } = mentorshipSessions;
  const rows = await tx
    .select(sessionColumns)
    .from(mentorshipSessions)
    .where(and(eq(mentorshipSessions.tenantId, tx.tenantId), isAny(mentorshipId, ids)))
    .orderBy(asc(startsAt), asc(id));
  return rows as StoredSession[];
}

/** Of each open mentorship between two people the latest sessions, planned ones first. */
export async function readLatestSessions(tx: TenantTx, one: string, other: string) {
  const { mentorId, menteeId, state } = mentorships;
  const between = or(
    and(eq(mentorId, one), eq(menteeId, other)),
    and(eq(mentorId, other), eq(menteeId, one)),
  );
  const rows = await tx
    .select({ mentorship: columns, session: sessionColumns })
    .from(mentorships)
    .innerJoin(
      mentorshipSessions,
      and(
        eq(mentorshipSessions.tenantId, mentorships.tenantId),
        eq(mentorshipSessions.mentorshipId, mentorships.id),
      ),
    )
    .where(
      and(
        eq(mentorships.tenantId, tx.tenantId),
        eq(mentorshipSessions.tenantId, tx.tenantId),
        between,
        inArray(state, ["active", "paused"]),
        inArray(mentorshipSessions.state, ["planned", "held"]),
      ),
    )
    .orderBy(desc(mentorshipSessions.startsAt), desc(mentorshipSessions.id))
    .limit(latestSessions);
  return rows as { mentorship: StoredMentorship; session: StoredSession }[];
}

/** As many are looked at: what was agreed on longer ago has been forgotten or done. */
const latestSessions = 3;
