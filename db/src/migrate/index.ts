export { type Migration, migrationsHash, readMigrations } from "./history.ts";
export { type MigrateOptions, migrate } from "./migrate.ts";
export { appUrl, describeUrl } from "./roles.ts";
