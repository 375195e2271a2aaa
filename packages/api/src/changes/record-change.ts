import { type Context, wallTime } from "../context.ts";
import { newUuids } from "../http/ids.ts";
import { auditOnly, type ChangeType, kindOf } from "./change-types.ts";
import { insertChanges } from "./queries/insert-changes.ts";

/** Who changes something and on whose request: all of a context that its record needs. */
export type ChangeContext = Pick<Context, "tx" | "now" | "origin"> & {
  tenant: Pick<Context["tenant"], "clockOffsetMs">;
  actor: { kind: string; id: string | null };
};

export interface Change {
  type: ChangeType;
  /** The object's id; null when one entry stands for many, as for a batch of interactions. */
  id: string | null;
  /** A person: the other side of a tie, who stays when people are merged, for whom a token speaks. */
  relatedId?: string;
  /**
   * Which change of this object it is: its revision, where it has one. Left out, it is one more than
   * that of the object's last event; the object must be locked then.
   */
  sequence?: number;
  /** How many objects the entry stands for. */
  count?: number;
  /** Ids, counts and names of fields. Never what a person said or is. */
  data?: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * Records changes in the transaction that makes them: an event for those who follow, an audit entry
 * for those who check. Every use case that changes something calls it, with what really changed;
 * `changes.test.ts` finds one that does not. One statement, however many.
 */
export async function recordChange(
  ctx: ChangeContext,
  given: Change | readonly Change[],
): Promise<void> {
  const changes = Array.isArray(given) ? (given as readonly Change[]) : [given as Change];
  if (changes.length === 0) return;
  const recordedAt = wallTime(ctx);
  const eventIds = newUuids(changes.map(() => ctx.now));
  const entryIds = newUuids(changes.map(() => recordedAt));
  await insertChanges(
    ctx.tx,
    {
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      operation: ctx.origin.operation,
      requestId: ctx.origin.requestId,
      occurredAt: ctx.now,
      recordedAt,
    },
    changes.map((change, index) => ({
      eventId: eventIds[index] as string,
      entryId: entryIds[index] as string,
      type: change.type,
      isPublished: !auditOnly.has(change.type),
      kind: kindOf(change.type),
      objectId: change.id,
      relatedId: change.relatedId ?? null,
      sequence: change.sequence ?? null,
      count: change.count ?? 1,
      data: change.data ?? {},
    })),
  );
}
