import type { Context } from "../../context.ts";
import { type FieldError, Problem } from "../../errors.ts";
import { itemChecker } from "./check-item.ts";
import type { BatchInput } from "./read-batch.ts";
import { type IndexedItem, recordInteractions } from "./record-interactions.ts";
import { type BatchResult, maxBatchRecipients, NewInteraction } from "./schemas.ts";

/** Records the good items of a batch in one transaction and says what is wrong with the others. */
export async function createBatch(
  ctx: Context,
  { entries, createPeople }: BatchInput,
): Promise<BatchResult> {
  const check = itemChecker(ctx, NewInteraction);
  const items: IndexedItem[] = [];
  const refused: { index: number; errors: FieldError[] }[] = [];
  let recipients = 0;
  for (const entry of entries) {
    const { index } = entry;
    const checked = "error" in entry ? [entry.error] : check(entry.value);
    if (Array.isArray(checked)) {
      refused.push({ index, errors: checked });
      continue;
    }
    items.push({ index, item: checked });
    recipients += checked.to.length;
  }
  if (recipients > maxBatchRecipients) throw tooManyRecipients(recipients);
  const { created, duplicates, rejected } = await recordInteractions(ctx, items, createPeople);
  const all = [...refused, ...rejected].sort((x, y) => x.index - y.index);
  return { created: created.length, duplicates, rejected: all };
}

const tooManyRecipients = (count: number) =>
  new Problem(
    "invalid_request",
    `The batch has ${count} recipients in all: send at most ${maxBatchRecipients} at once.`,
    { errors: [{ pointer: "", detail: `at most ${maxBatchRecipients} recipients in one batch` }] },
  );
