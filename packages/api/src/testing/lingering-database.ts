import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@kith/db";

/**
 * A database whose writing transactions wait a moment before they commit, once told to: what is sent
 * at once then overlaps on any machine.
 */
export function lingeringDatabase(lingerMs: number) {
  let isOn = false;
  const proxy = (database: Database): Database => ({
    ...database,
    withTenant: (tenantId, fn, options) =>
      database.withTenant(
        tenantId,
        async (tx) => {
          const result = await fn(tx);
          if (isOn && !options?.readOnly) await pause(lingerMs);
          return result;
        },
        options,
      ),
  });
  /** Runs some work with overlapping transactions. */
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    isOn = true;
    try {
      return await work();
    } finally {
      isOn = false;
    }
  };
  return { proxy, during };
}
