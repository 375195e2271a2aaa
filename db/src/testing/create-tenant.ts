import { randomUUID } from "node:crypto";
import type { Database } from "../connection/index.ts";
import { tenants } from "../schema/index.ts";

/** A tenant of its own for a test; answers its id. */
export async function createTenant(
  database: Database,
  { mode = "test", name = "A test" }: { mode?: "live" | "test"; name?: string } = {},
): Promise<string> {
  const tenantId = randomUUID();
  await database.withTenant(tenantId, async (tx) => {
    await tx.insert(tenants).values({ tenantId, name, mode });
  });
  return tenantId;
}
