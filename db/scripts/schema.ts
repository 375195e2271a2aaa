/** `pnpm --filter @kith/db schema`: writes db/schema.sql from a freshly migrated database. */
import { writeFileSync } from "node:fs";
import postgres from "postgres";
import { dumpSchema } from "../src/catalogue/index.ts";
import { startThrowAway } from "../src/embedded/index.ts";
import { migrate } from "../src/migrate/index.ts";

const cluster = await startThrowAway({ onProgress: console.log });
try {
  await migrate(cluster.ownerUrl, { onProgress: console.log });
  const sql = postgres(cluster.ownerUrl, { max: 1 });
  writeFileSync(new URL("../schema.sql", import.meta.url), await dumpSchema(sql));
  await sql.end();
  console.log("Wrote db/schema.sql");
} finally {
  await cluster.stop();
}
