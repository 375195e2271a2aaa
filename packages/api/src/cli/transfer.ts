import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Database } from "@kith/db";
import { requireId } from "../http/ids.ts";
import { exportTenant } from "../resources/tenant/transfer/export-tenant.ts";
import { importTenant } from "../resources/tenant/transfer/import-tenant.ts";
import { splitLines } from "../resources/tenant/transfer/split-lines.ts";

/** `pnpm kith tenant export <tenant> --to <file>`: the file is there once it is whole. */
export async function exportCommand(database: Database, tenant: string, to: string): Promise<void> {
  const tenantId = requireId("tenant", tenant, "<tenant>");
  const unfinished = `${to}.unfinished`;
  const file = await open(unfinished, "w", 0o600); // it holds personal data
  try {
    await exportTenant(database, tenantId, (chunk) => file.appendFile(chunk));
    await file.sync();
    await file.close();
    await rename(unfinished, to);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
  console.log(`Exported to ${to}. It holds personal data: keep it as you keep the database.`);
}

/** `pnpm kith tenant import <tenant> --from <file>`: all of it, or nothing. */
export async function importCommand(
  database: Database,
  tenant: string,
  from: string,
  now: number,
): Promise<void> {
  const tenantId = requireId("tenant", tenant, "<tenant>");
  const lines = () => splitLines(createReadStream(from));
  const rows = await importTenant(database, { tenantId, open: lines }, now);
  console.log(`Imported ${rows} rows. Make API keys and signing secrets for the tenant anew.`);
}
