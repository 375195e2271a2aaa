import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Row {
  from: string;
  to: string;
  occurredAt: number;
  /** Where the file has a column for it. */
  type?: string;
}

/** The contacts of a gzipped CSV with the columns `src,dst,unix_ts[,type]`. */
export function readRows(file: string): Row[] {
  const [head = "", ...lines] = gunzipSync(readFileSync(file)).toString().trim().split("\n");
  const columns = head.trim().split(",");
  const [src, dst, time, type] = ["src", "dst", "unix_ts", "type"].map((name) =>
    columns.indexOf(name),
  ) as [number, number, number, number];
  return lines.flatMap((line) => {
    const cells = line.trim().split(",");
    const [from = "", to = ""] = [cells[src], cells[dst]];
    if (from === to) return [];
    const kind = type < 0 ? {} : { type: cells[type] ?? "message" };
    return [{ from, to, occurredAt: Number(cells[time]) * 1000, ...kind }];
  });
}
