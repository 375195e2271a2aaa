export { createTenant } from "./create-tenant.ts";
export { testSql } from "./sql.ts";
export { type Teardown, type TestDatabase, testDatabase } from "./test-database.ts";
