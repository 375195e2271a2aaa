import { inOrder, quantile, timesOf } from "./latencies.ts";
import { processorMs } from "./processor-time.ts";
import type { Service } from "./service.ts";
import { statementCalls } from "./statement-calls.ts";

export interface Measured {
  p50: number;
  p95: number;
  p99: number;
  /** Share of searches that found a path. */
  found: number;
  /** Processor time of one search in ms; null where it can't be read. */
  service: number | null;
  postgres: number | null;
  /** Statements of one search, those of the transaction included. */
  statements: number;
}

/** Sends searches one after another, as one client would, and times each. */
export async function measureSearches(
  { ownerUrl, pids }: Pick<Service, "ownerUrl" | "pids">,
  send: (search: object) => Promise<{ data: unknown[] }>,
  searches: readonly object[],
): Promise<Measured> {
  let found = 0;
  const [service, postgres] = [processorMs(pids.service), processorMs(pids.postgres)];
  const before = await statementCalls(ownerUrl);
  const times = await timesOf(searches, async (search) => {
    const { data } = await send(search);
    if (data.length > 0) found += 1;
  });
  const after = await statementCalls(ownerUrl);
  const each = (pid: number, start: number | null) => {
    const end = processorMs(pid);
    return start === null || end === null ? null : (end - start) / searches.length;
  };
  const sorted = inOrder(times);
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    found: found / searches.length,
    service: each(pids.service, service),
    postgres: each(pids.postgres, postgres),
    statements: (after - before) / searches.length,
  };
}
