import { mentorshipParticipants, mentorshipPrograms, type TenantTx } from "@kith/db";
import { and, asc, desc, eq, getTableColumns, gt, lt, type SQL } from "drizzle-orm";

export type StoredProgram = Omit<typeof mentorshipPrograms.$inferSelect, "tenantId">;
export type StoredParticipant = Omit<typeof mentorshipParticipants.$inferSelect, "tenantId">;

const { tenantId: _, ...programColumns } = getTableColumns(mentorshipPrograms);
const { tenantId: __, ...participantColumns } = getTableColumns(mentorshipParticipants);

const isProgram = (tx: TenantTx, id: string) =>
  and(eq(mentorshipPrograms.tenantId, tx.tenantId), eq(mentorshipPrograms.id, id));

export async function insertProgram(tx: TenantTx, program: StoredProgram): Promise<void> {
  await tx.insert(mentorshipPrograms).values({ tenantId: tx.tenantId, ...program });
}

export async function readProgram(tx: TenantTx, id: string): Promise<StoredProgram | null> {
  const [row] = await tx.select(programColumns).from(mentorshipPrograms).where(isProgram(tx, id));
  return row ?? null;
}

/** Held until the end of the transaction: one change, or one matching, at a time. */
export async function lockProgram(tx: TenantTx, id: string): Promise<StoredProgram | null> {
  const [row] = await tx
    .select(programColumns)
    .from(mentorshipPrograms)
    .where(isProgram(tx, id))
    .for("update");
  return row ?? null;
}

export async function writeProgram(tx: TenantTx, { id, ...program }: StoredProgram): Promise<void> {
  await tx.update(mentorshipPrograms).set(program).where(isProgram(tx, id));
}

/** A page of programmes, newest first. */
export async function listPrograms(
  tx: TenantTx,
  { before, limit }: { before: string | null; limit: number },
): Promise<StoredProgram[]> {
  return tx
    .select(programColumns)
    .from(mentorshipPrograms)
    .where(
      and(
        eq(mentorshipPrograms.tenantId, tx.tenantId),
        before === null ? undefined : lt(mentorshipPrograms.id, before),
      ),
    )
    .orderBy(desc(mentorshipPrograms.id))
    .limit(limit);
}

const ofProgram = (tx: TenantTx, programId: string, more?: SQL) =>
  and(
    eq(mentorshipParticipants.tenantId, tx.tenantId),
    eq(mentorshipParticipants.programId, programId),
    more,
  );

export async function readParticipant(
  tx: TenantTx,
  programId: string,
  personId: string,
): Promise<StoredParticipant | null> {
  const [row] = await tx
    .select(participantColumns)
    .from(mentorshipParticipants)
    .where(ofProgram(tx, programId, eq(mentorshipParticipants.personId, personId)));
  return row ?? null;
}

/** Participants by person id; all of them without a limit. */
export async function listParticipants(
  tx: TenantTx,
  programId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<StoredParticipant[]> {
  return tx
    .select(participantColumns)
    .from(mentorshipParticipants)
    .where(
      ofProgram(
        tx,
        programId,
        after === null ? undefined : gt(mentorshipParticipants.personId, after),
      ),
    )
    .orderBy(asc(mentorshipParticipants.personId))
    .limit(limit);
}

/** In which programmes a person takes part, and with what. */
export async function readParticipations(
  tx: TenantTx,
  personId: string,
): Promise<StoredParticipant[]> {
  return tx
    .select(participantColumns)
    .from(mentorshipParticipants)
    .where(
      and(
        eq(mentorshipParticipants.tenantId, tx.tenantId),
        eq(mentorshipParticipants.personId, personId),
      ),
    )
    .orderBy(asc(mentorshipParticipants.programId));
}

export async function writeParticipant(
  tx: TenantTx,
  participant: StoredParticipant,
): Promise<void> {
  const { seeks, capacity, wants, offers, notWith, updatedAt } = participant;
  await tx
    .insert(mentorshipParticipants)
    .values({ tenantId: tx.tenantId, ...participant })
    .onConflictDoUpdate({
      target: [
        mentorshipParticipants.tenantId,
        mentorshipParticipants.programId,
        mentorshipParticipants.personId,
      ],
      set: { seeks, capacity, wants, offers, notWith, updatedAt },
    });
}

export async function deleteParticipant(
  tx: TenantTx,
  programId: string,
  personId: string,
): Promise<boolean> {
  const gone = await tx
    .delete(mentorshipParticipants)
    .where(ofProgram(tx, programId, eq(mentorshipParticipants.personId, personId)))
    .returning({ personId: mentorshipParticipants.personId });
  return gone.length > 0;
}
