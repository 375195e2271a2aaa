import type { Database, TenantTx } from "@kith/db";
import { publicKeyOf } from "../../erasure-receipts/issue-receipt.ts";
import { readErasureKeys } from "../../suppressions/queries.ts";
import { exportedTables, readHeader, readLines } from "./queries.ts";

/** Rows read at a time. */
const chunkRows = 500;

/** Longest an export may take, a slow reader included: it holds a connection and its snapshot. */
const deadlineMs = 15 * 60_000;

/**
 * Everything that is the tenant's, as lines of JSON: first what it is called and has set, then the
 * rows of each table, last how many lines there are, so that a file that was cut short shows. All of
 * it as of one moment. It is read as fast as it is taken: no more than a chunk is held.
 */
async function* linesOf(tx: TenantTx): AsyncGenerator<string[]> {
  const tables = await exportedTables(tx);
  const keys = await readErasureKeys(tx);
  const publicKey = keys && publicKeyOf(keys.signingKey);
  yield [await readHeader(tx)];
  let count = 1;
  for (const table of tables) {
    for await (const lines of readLines(tx, table, { publicKey, chunk: chunkRows })) {
      count += lines.length;
      yield lines;
    }
  }
  yield [`{"end":{"lines":${count + 1}}}`];
}

/** Gives the export of a tenant, chunk by chunk, to `take`; goes on when that is done. */
export async function exportTenant(
  database: Database,
  tenantId: string,
  take: (chunk: string) => Promise<void>,
): Promise<void> {
  let hasBegun = false;
  await database.withTenant(
    tenantId,
    async (tx) => {
      if (hasBegun) throw new Error("The database broke the export off. Begin it again.");
      hasBegun = true;
      for await (const lines of linesOf(tx)) await take(`${lines.join("\n")}\n`);
    },
    { readOnly: true, deadlineMs },
  );
}
