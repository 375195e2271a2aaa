import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../../../.kith/dev.json", import.meta.url));

/** The database of the development server, as `pnpm start` wrote it down; null when there is none. */
export function developmentDatabaseUrl(): string | null {
  try {
    const { databaseUrl } = JSON.parse(readFileSync(file, "utf8")) as { databaseUrl?: string };
    return databaseUrl ?? null;
  } catch {
    return null;
  }
}
