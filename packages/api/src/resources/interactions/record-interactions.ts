import type { Context } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { addEvidence } from "./add-evidence.ts";
import type { CheckedItem } from "./check-item.ts";
import { Participants } from "./participants.ts";
import { insertLog, type LogRow } from "./queries/ingest.ts";

export interface IndexedItem {
  index: number;
  item: CheckedItem;
}

export interface Recorded {
  /** The ids of the new ones. */
  created: string[];
  duplicates: number;
  rejected: { index: number; errors: FieldError[] }[];
}

/**
 * Records valid items exactly once. The log decides which are new (its unique external id), the
 * contact days which of those are new evidence; both happen in the caller's transaction.
 */
export async function recordInteractions(
  ctx: Context,
  items: readonly IndexedItem[],
  createPeople: boolean,
): Promise<Recorded> {
  const participants = new Participants(createPeople);
  for (const { item } of items) {
    participants.add(item.from);
    for (const text of item.to) participants.add(text);
  }
  await participants.find(ctx);

  const rejected: Recorded["rejected"] = [];
  const possible = items.filter(({ index, item }) => {
    const errors = participants.check(item);
    if (errors.length > 0) rejected.push({ index, errors });
    return errors.length === 0;
  });
  const distinct = firstOfEach(possible);
  if (createPeople) {
    await participants.create(
      ctx,
      distinct.flatMap(({ from, to }) => [from, ...to]),
    );
  }
  const created = await record(ctx, distinct, participants);
  return { created, duplicates: possible.length - created.length, rejected };
}

/** One item for each external id, in the order of those: the order in which the log is locked. */
function firstOfEach(items: readonly IndexedItem[]): CheckedItem[] {
  const named = new Map<string, CheckedItem>();
  const nameless: CheckedItem[] = [];
  for (const { item } of items) {
    if (item.externalId === null) nameless.push(item);
    else if (!named.has(item.externalId)) named.set(item.externalId, item);
  }
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  return [...sorted, ...nameless];
}

async function record(
  ctx: Context,
  items: readonly CheckedItem[],
  participants: Participants,
): Promise<string[]> {
  if (items.length === 0) return [];
  const firsts: LogRow[] = [];
  const others: LogRow[] = [];
  for (const { from, to, ...item } of items) {
    const id = newUuid(item.occurredAt);
    const fromId = participants.idOf(from);
    to.forEach((text, ordinal) => {
      const row = { ...item, id, ordinal, fromId, toId: participants.idOf(text) };
      if (ordinal === 0) firsts.push(row);
      else others.push(row);
    });
  }
  const written = await insertLog(ctx.tx, firsts, ctx.now);
  const isNew = written && new Set(written);
  const ofNew = (rows: LogRow[]) => (isNew ? rows.filter(({ id }) => isNew.has(id)) : rows);
  const rows = [...ofNew(firsts), ...ofNew(others)];
  const rest = rows.filter(({ ordinal }) => ordinal > 0);
  if (rest.length > 0) await insertLog(ctx.tx, rest, ctx.now);
  if (rows.length === 0) return [];
  await addEvidence(
    ctx.tx,
    rows.map(({ type, category, fromId: from, toId: to, occurredAt }) => ({
      type,
      category,
      from,
      to,
      occurredAt,
    })),
  );
  return written ?? firsts.map(({ id }) => id);
}
