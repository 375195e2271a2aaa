import { UsageError } from "./options.ts";
import type { Row } from "./read-rows.ts";

/** What a first reading of the file tells: before anything is sent, everything is known to be sendable. */
export interface Survey {
  rows: number;
  sendable: number;
  selfRows: number;
  faults: { line: number; fault: string }[];
  /** Rows by person, either side. */
  activity: Map<string, number>;
  /** Seconds since the epoch; null without a sendable row. */
  firstTs: number | null;
  lastTs: number | null;
}

export const kithTypes = [
  ...["message", "call", "meeting", "gathering"],
  ...["introduction", "referral", "lead", "advice", "feedback", "mentoring", "endorsement"],
  ...["knowledge", "collaboration", "support"],
  ...["thanks", "congratulation", "update", "conflict", "repair"],
];

/** A row without a type is a message. */
export const typeOf = (row: Row, map: Map<string, string>): string =>
  row.type === null ? "message" : (map.get(row.type) ?? row.type);

export async function surveyRows(
  rows: AsyncIterable<Row>,
  map: Map<string, string>,
): Promise<Survey> {
  const survey: Survey = {
    rows: 0,
    sendable: 0,
    selfRows: 0,
    faults: [],
    activity: new Map(),
    firstTs: null,
    lastTs: null,
  };
  const unmapped = new Map<string, number>();
  for await (const row of rows) {
    survey.rows++;
    if (row.fault !== null) {
      survey.faults.push({ line: row.line, fault: row.fault });
      continue;
    }
    if (row.src === row.dst) {
      survey.selfRows++;
      continue;
    }
    survey.sendable++;
    for (const id of [row.src, row.dst]) {
      survey.activity.set(id, (survey.activity.get(id) ?? 0) + 1);
    }
    survey.firstTs = Math.min(survey.firstTs ?? row.unixTs, row.unixTs);
    survey.lastTs = Math.max(survey.lastTs ?? row.unixTs, row.unixTs);
    const type = typeOf(row, map);
    if (!kithTypes.includes(type)) unmapped.set(type, (unmapped.get(type) ?? 0) + 1);
  }
  if (unmapped.size > 0) throw new UsageError(askForMap(unmapped));
  return survey;
}

function askForMap(unmapped: Map<string, number>): string {
  const list = [...unmapped].map(([type, count]) => `  ${type || "(empty)"}: ${count} rows`);
  const example = [...unmapped.keys()].map((type) => `${type}=feedback`).join(",");
  return [
    "the file has types that Kith does not know:",
    ...list,
    `Say what they are, for instance: --map ${example}`,
    `Kith's types: ${kithTypes.join(" ")}`,
  ].join("\n");
}
