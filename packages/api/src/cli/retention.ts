import type { Database } from "@kith/db";
import { requireId } from "../http/ids.ts";
import { expireInteractions } from "../resources/interactions/expire-interactions.ts";

/** Less is more likely a slip of the hand than a policy. */
const leastDays = 30;

/** `pnpm kith retention run <tenant> --days <n>`; throws before anything is touched. */
export function retentionRun(
  tenant: string,
  days: string | undefined,
): (database: Database, now: number) => Promise<void> {
  const tenantId = requireId("tenant", tenant, "<tenant>");
  const keepDays = /^\d{1,5}$/.test(days ?? "") ? Number(days) : 0;
  if (keepDays < leastDays) {
    throw new Error(`--days must be a whole number of days to keep, ${leastDays} at least.`);
  }
  return async (database, now) => {
    const expired = await expireInteractions(database, { tenantId, keepDays }, now);
    console.log(`Deleted ${expired} interactions from before the last ${keepDays} days.`);
  };
}
