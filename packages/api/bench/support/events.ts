import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Event {
  from: string;
  to: string;
  type: string;
  at: number;
}

/** `src,dst,unix_ts[,type]`, gzipped. */
export function readEvents(file: string, most: number): Event[] {
  const [head = "", ...lines] = gunzipSync(readFileSync(file)).toString().trim().split("\n");
  const columns = head.split(",");
  const place = (name: string) => columns.indexOf(name);
  const [src, dst, ts, type] = [place("src"), place("dst"), place("unix_ts"), place("type")];
  return lines.slice(0, most).flatMap((line) => {
    const cells = line.split(",");
    const [from = "", to = ""] = [cells[src], cells[dst]];
    const at = Number(cells[ts]) * 1000;
    return from === to ? [] : [{ from, to, at, type: cells[type] || "message" }];
  });
}

/** Two years of an organisation of 1,000: everybody writes to a few, most of it to the nearest. */
export function makeEvents(count: number): Event[] {
  const random = generator(1);
  const people = 1_000;
  const spanMs = 730 * 86_400_000;
  const start = Date.UTC(2024, 0, 1);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor(people * random() ** 2);
    const to = (from + 1 + Math.floor(60 * random() ** 3)) % people;
    const at = start + Math.floor((spanMs * index) / count);
    const type = random() < 0.9 ? "message" : random() < 0.5 ? "advice" : "thanks";
    return { from: String(from), to: String(to), type, at };
  });
}

/** mulberry32: the same rows in every run. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
