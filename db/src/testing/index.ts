export { createTenant } from "./create-tenant.ts";
export { type TestDatabase, testDatabase } from "./test-database.ts";
