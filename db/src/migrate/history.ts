import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

export interface Migration {
  name: string;
  statements: string;
  checksum: string;
}

const migrationsFolder = new URL("../../migrations/", import.meta.url);
export const rowLevelSecurity = readFileSync(
  new URL("row-level-security.sql", import.meta.url),
  "utf8",
);

export function readMigrations(folder: URL = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const statements = readFileSync(new URL(name, folder), "utf8");
      return { name, statements, checksum: sha256(statements) };
    });
}

/** What the migrated schema depends on: a database made from the same hash needs no migrating. */
export function migrationsHash(migrations: Migration[] = readMigrations()): string {
  return sha256(
    [...migrations.map(({ name, checksum }) => name + checksum), rowLevelSecurity].join("\n"),
  );
}

// A checkout on Windows may turn \n into \r\n; that is no change of history.
function sha256(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

/** The migrations still to be applied; throws when the applied ones are not a prefix of ours. */
export function pendingMigrations(
  migrations: Migration[],
  applied: readonly { name: string; checksum: string }[],
): Migration[] {
  applied.forEach((row, index) => {
    const ours = migrations[index];
    if (ours?.name === row.name && ours.checksum === row.checksum) return;
    const known = migrations.find((migration) => migration.name === row.name);
    if (!known) {
      throw new Error(
        `The database has the migration ${row.name}, which this version of Kith does not know: it was migrated by a newer version. Start that version, or restore a backup.`,
      );
    }
    if (known.checksum !== row.checksum) {
      throw new Error(
        `The migration ${row.name} was changed after it had been applied to this database. Migrations are forward-only: restore the file as it was and put the change into a new migration.`,
      );
    }
    throw new Error(
      `The migration ${ours?.name} sorts before ${row.name}, which the database already has. Give a new migration a number above all others.`,
    );
  });
  return migrations.slice(applied.length);
}
