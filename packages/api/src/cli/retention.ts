import type { Database } from "@kith/db";
import { requireId } from "../http/ids.ts";
import { expireInteractions } from "../resources/interactions/expire-interactions.ts";

/** `pnpm kith retention run <tenant>` */
export async function retentionCommand(
  database: Database,
  tenant: string,
  now: number,
): Promise<void> {
  const tenantId = requireId("tenant", tenant, "<tenant>");
  const expired = await expireInteractions(database, { tenantId }, now);
  console.log(
    expired === null
      ? "This tenant keeps everything: it has no `retentionDays`."
      : `Deleted ${expired} interactions.`,
  );
}
