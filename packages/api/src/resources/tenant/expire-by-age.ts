import type { TenantTx } from "@kith/db";
import type { ChangeType } from "../../changes/change-types.ts";
import { recordChange } from "../../changes/record-change.ts";
import { readTenant } from "./queries.ts";

interface Expiry {
  /** For how many days the tenant keeps it. */
  setting: "retentionDays" | "eventRetentionDays" | "auditRetentionDays";
  type: ChangeType;
  /** Holds the tenant: of two runs at once, one waits for the other. */
  lock?: boolean;
  wall: number;
}

/**
 * Deletes what is older than the tenant keeps it, batch by batch, each in a transaction that `run`
 * begins and with its own entry in the record, until `deleteBatch` finds nothing: null, where 0 would
 * be recorded. How many went; null when the tenant keeps all.
 */
export async function expireByAge(
  run: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>,
  { setting, type, lock = false, wall }: Expiry,
  deleteBatch: (tx: TenantTx, age: { now: number; keepDays: number }) => Promise<number | null>,
): Promise<number | null> {
  let expired = 0;
  for (;;) {
    const done = await run(async (tx) => {
      const tenant = await readTenant(tx, { lock });
      const now = wall + tenant.clockOffsetMs;
      const keepDays = tenant.settings[setting] ?? null;
      if (keepDays === null) return null;
      const count = await deleteBatch(tx, { now, keepDays });
      if (count === null) return 0;
      const ctx = {
        ...{ tx, now, tenant },
        actor: { kind: "operator", id: null },
        origin: { operation: "retention.run", requestId: null },
      };
      await recordChange(ctx, { type, id: null, count });
      return count;
    });
    if (done === null) return null;
    if (done === 0) return expired;
    expired += done;
  }
}
