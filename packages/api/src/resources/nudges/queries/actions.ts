import { type NudgeAction, type NudgeKind, nudgeKinds } from "@kith/core";
import { nudgeActions, type TenantTx } from "@kith/db";
import { and, desc, eq } from "drizzle-orm";

export interface StoredAction extends NudgeAction {
  /** The nudge's id, as a UUID. */
  readonly id: string;
}

/** The latest actions of a person; nobody has come near so many. */
const maxActions = 5000;

type Row = typeof nudgeActions.$inferSelect;

function toActions(rows: readonly Row[]): StoredAction[] {
  return rows.flatMap(({ nudgeId, kind, subjectId, occasion, action, actedAt, untilAt }) =>
    nudgeKinds.some((known) => known === kind)
      ? [
          {
            ...{ id: nudgeId, kind: kind as NudgeKind, subject: subjectId, occasion },
            ...{ action, actedAt, until: untilAt },
          },
        ]
      : [],
  );
}

export async function readActions(tx: TenantTx, person: string): Promise<StoredAction[]> {
  const rows = await tx
    .select()
    .from(nudgeActions)
    .where(and(eq(nudgeActions.tenantId, tx.tenantId), eq(nudgeActions.personId, person)))
    .orderBy(desc(nudgeActions.actedAt), nudgeActions.nudgeId)
    .limit(maxActions);
  return toActions(rows);
}

export async function readAction(
  tx: TenantTx,
  person: string,
  id: string,
): Promise<StoredAction | null> {
  const rows = await tx
    .select()
    .from(nudgeActions)
    .where(
      and(
        eq(nudgeActions.tenantId, tx.tenantId),
        eq(nudgeActions.personId, person),
        eq(nudgeActions.nudgeId, id),
      ),
    );
  return toActions(rows)[0] ?? null;
}

/** Stores what a person did with a nudge in place of what they did with it before. */
export async function writeAction(
  tx: TenantTx,
  person: string,
  { id, subject, until, ...action }: StoredAction,
): Promise<void> {
  const { action: did, actedAt, kind, occasion } = action;
  const values = { action: did, actedAt, untilAt: until };
  await tx
    .insert(nudgeActions)
    .values({
      ...{ tenantId: tx.tenantId, personId: person, nudgeId: id, kind, occasion },
      ...{ subjectId: subject, ...values },
    })
    .onConflictDoUpdate({
      target: [nudgeActions.tenantId, nudgeActions.personId, nudgeActions.nudgeId],
      set: values,
    });
}
