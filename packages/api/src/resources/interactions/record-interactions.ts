import type { Interaction } from "@kith/core";
import { type Change, recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { newUuids, timeOfUuid, toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { AboutIntroductions } from "../introductions/about-introductions.ts";
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
  const introductions = new AboutIntroductions();
  await introductions.find(
    ctx,
    items.map(({ item }) => item),
  );

  const rejected: Recorded["rejected"] = [];
  const possible = items.filter(({ index, item }) => {
    const errors = participants.check(item);
    if (item.aboutKind === "introduction") {
      const people = [item.from, ...item.to].map((text) => participants.keyOf(text));
      errors.push(...introductions.check(item, people));
    }
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
  const recorded = await record(ctx, distinct, participants);
  const created = recorded.map(({ id }) => id);
  if (created.length > 0) await recordChange(ctx, changeOf(created));
  await introductions.follow(ctx, recorded);
  return { created, duplicates: possible.length - created.length, rejected };
}

const maxNamed = 100;

/** One event for a batch, however large: it names the new interactions while they are few. */
function changeOf(ids: readonly string[]): Change {
  const type = "interaction.recorded";
  const [id = ""] = ids;
  if (ids.length === 1) return { type, id, sequence: 1, data: { count: 1 } };
  // Ids sort by the time of the interaction.
  let [first, last] = [id, id];
  for (const other of ids) {
    if (other < first) first = other;
    if (other > last) last = other;
  }
  const range = {
    firstOccurredAt: toIso(timeOfUuid(first)),
    lastOccurredAt: toIso(timeOfUuid(last)),
  };
  const named =
    ids.length > maxNamed ? {} : { interactions: ids.map((uuid) => toId("interaction", uuid)) };
  const data = { count: ids.length, ...range, ...named };
  return { type, id: null, count: ids.length, data };
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
): Promise<LogRow[]> {
  if (items.length === 0) return [];
  const ids = newUuids(items.map(({ occurredAt }) => occurredAt));
  const rowOf = (item: CheckedItem, id: string, ordinal: number): LogRow => ({
    item,
    id,
    ordinal,
    from: participants.idOf(item.from),
    to: participants.idOf(item.to[ordinal] as string),
  });
  const firsts = items.map((item, index) => rowOf(item, ids[index] as string, 0));
  const written = await insertLog(ctx.tx, firsts, ctx.now);
  const others: LogRow[] = [];
  for (const [index, item] of items.entries()) {
    const id = ids[index] as string;
    if (written && !written.has(id)) continue;
    for (let to = 1; to < item.to.length; to++) others.push(rowOf(item, id, to));
  }
  if (others.length > 0) await insertLog(ctx.tx, others, ctx.now);
  const created = written ? firsts.filter(({ id }) => written.has(id)) : firsts;
  await addEvidence(ctx.tx, [...created, ...others].map(interactionOf));
  return created;
}

const interactionOf = ({ item, from, to }: LogRow): Interaction => {
  const { type, category, occurredAt } = item;
  return { type, category, from, to, occurredAt };
};
