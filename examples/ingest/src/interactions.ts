import type { Row } from "./read-rows.ts";
import { typeOf } from "./survey.ts";

export interface RowInteraction {
  /** Where it stands in the file: what a rejection is reported by. */
  line: number;
  interaction: { externalId: string; type: string; from: string; to: string[]; occurredAt: string };
}

export interface Translation {
  map: Map<string, string>;
  prefix: string;
  epochOffset: number;
}

/**
 * Rows to interactions, each with an id made of its content: sending the file again, or in another
 * order, gives the same ids. Rows that are exactly alike are numbered in the order of the file.
 */
export async function* toInteractions(
  rows: AsyncIterable<Row>,
  { map, prefix, epochOffset }: Translation,
): AsyncGenerator<RowInteraction> {
  const occurrences = new Map<string, number>();
  for await (const row of rows) {
    if (row.fault !== null || row.src === row.dst) continue;
    const type = typeOf(row, map);
    const content = `${prefix}${row.src}>${row.dst}@${row.unixTs + epochOffset}:${type}`;
    const occurrence = (occurrences.get(content) ?? 0) + 1;
    occurrences.set(content, occurrence);
    yield {
      line: row.line,
      interaction: {
        externalId: `${content}#${occurrence}`,
        type,
        from: `ext:${prefix}${row.src}`,
        to: [`ext:${prefix}${row.dst}`],
        occurredAt: instantOf(row.unixTs + epochOffset),
      },
    };
  }
}

/** A time that no calendar has goes out as it is: the server says what is wrong with it. */
function instantOf(unixTs: number): string {
  const date = new Date(unixTs * 1000);
  return Number.isNaN(date.getTime()) ? String(unixTs) : date.toISOString();
}
