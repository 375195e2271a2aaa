import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import type { Database } from "@kith/db";
import { Problem } from "../../../errors.ts";
import { exportTenant } from "./export-tenant.ts";

/** In one process: each holds a connection of the pool for as long as its reader takes. */
const most = 2;
/** Longest a reader may take nothing. */
const pauseMs = 30_000;

/** Exports over HTTP: bounded in number, in memory and in time. */
export class RunningExports {
  #database: Database;
  #tenants = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves once the first rows were read, so that what fails before is a problem as ever. */
  async start(tenantId: string): Promise<Readable> {
    if (this.#tenants.has(tenantId) || this.#tenants.size >= most) throw busy();
    this.#tenants.add(tenantId);
    const stream = new PassThrough();
    const begun = Promise.withResolvers<void>();
    exportTenant(this.#database, tenantId, async (chunk) => {
      begun.resolve();
      await write(stream, chunk);
    })
      .then(() => stream.end())
      .catch((error: Error) => {
        begun.reject(error);
        stream.destroy(error); // the answer breaks off: its last line is missing
      })
      .finally(() => this.#tenants.delete(tenantId));
    await begun.promise;
    return stream;
  }
}

async function write(stream: PassThrough, chunk: string): Promise<void> {
  if (stream.destroyed) throw new Error("The reader of an export has gone.");
  if (stream.write(chunk)) return;
  const signal = AbortSignal.timeout(pauseMs);
  await Promise.race([once(stream, "drain", { signal }), once(stream, "close", { signal })]);
}

const busy = () =>
  new Problem("rate_limited", "Another export is under way: wait until it is done.", {
    headers: { "retry-after": "30" },
  });
