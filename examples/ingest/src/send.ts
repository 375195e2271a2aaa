import type { Kith } from "@kith/sdk";
import type { RowInteraction } from "./interactions.ts";
import { inBatches } from "./order.ts";

export interface Sent {
  created: number;
  duplicates: number;
  rejected: { line: number; reason: string }[];
}

type Batches = Pick<Kith["interactions"], "createBatch">;

/**
 * Sends everything in batches, several at a time. Whoever is named for the first time is created;
 * profiles that are there already stay as they are.
 */
export async function sendAll(
  interactions: Batches,
  rows: AsyncIterable<RowInteraction>,
  { batch, concurrency }: { batch: number; concurrency: number },
  onProgress: (rows: number) => void,
): Promise<Sent> {
  const sent: Sent = { created: 0, duplicates: 0, rejected: [] };
  const batches = inBatches(rows, batch);
  let failed = false;
  // Each worker takes the next batch when it has an answer, so that the file is read no faster than sent.
  const work = async () => {
    for (;;) {
      const { value: items, done } = await batches.next();
      if (done || failed) return;
      const body = items.map(({ interaction }) => interaction);
      const answer = await interactions.createBatch(body, { createPeople: true });
      sent.created += answer.created;
      sent.duplicates += answer.duplicates;
      for (const { index, errors } of answer.rejected) {
        const reason = errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join("; ");
        sent.rejected.push({ line: items[index]?.line ?? 0, reason });
      }
      onProgress(items.length);
    }
  };
  try {
    await Promise.all(
      Array.from({ length: concurrency }, () =>
        work().catch((error) => {
          failed = true;
          throw error;
        }),
      ),
    );
  } finally {
    await batches.return(undefined);
  }
  sent.rejected.sort((x, y) => x.line - y.line);
  return sent;
}
