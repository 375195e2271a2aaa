import type { Interaction, InteractionCategory } from "@kith/core";
import { type Database, parseInstant, type TenantTx } from "@kith/db";
import { recordChange } from "../../../changes/record-change.ts";
import { addEvidence } from "../../interactions/add-evidence.ts";
import { replaceSearchKeys } from "../../people/queries.ts";
import { searchKeys } from "../../people/search-keys.ts";
import { newErasureKeys } from "../../suppressions/suppress.ts";
import { readTenant } from "../queries.ts";
import {
  exportedTables,
  findFilled,
  holdTenant,
  type TableShape,
  writeHeader,
  writeRows,
} from "./queries.ts";
import { type Batch, readParts } from "./read-file.ts";

/** All of it is one transaction: a tenant is imported, or it is as it was. */
const deadlineMs = 6 * 60 * 60_000;

/**
 * Operator's use case: fills a tenant that has nothing with what was exported of another. Ids stay.
 * What follows from the log is made anew from it by the same code as ever. How many rows came in.
 */
export async function importTenant(
  database: Database,
  { tenantId, open }: { tenantId: string; open: () => AsyncIterable<string> },
  wall: number,
): Promise<number> {
  return database.withTenant(
    tenantId,
    async (tx) => {
      await holdTenant(tx);
      const tenant = await readTenant(tx);
      const tables = await exportedTables(tx);
      await requireEmpty(tx, tables);
      const target = new Target(tx, tables);
      let revision = tenant.revision;
      for await (const part of readParts(open())) {
        if (part.kind === "header") revision = await writeHeader(tx, part.line);
        else await target.write(part);
      }
      const ctx = {
        ...{ tx, now: wall + tenant.clockOffsetMs, tenant },
        actor: { kind: "operator", id: null },
        origin: { operation: "tenant.import", requestId: null },
      };
      const count = Math.max(1, target.rows);
      await recordChange(ctx, { type: "tenant.imported", id: tenantId, sequence: revision, count });
      return target.rows;
    },
    { deadlineMs },
  );
}

async function requireEmpty(tx: TenantTx, tables: readonly TableShape[]): Promise<void> {
  const filled = await findFilled(tx, tables);
  if (filled === null) return;
  throw new Error(
    `The tenant has something already (in ${filled}): import into a new one, \`pnpm kith tenant create …\`.`,
  );
}

/** Where rows go, and what is derived of them on the way. */
class Target {
  rows = 0;
  #tx: TenantTx;
  #tables: Map<string, TableShape>;
  /** As the first row of each table has them. */
  #columns = new Map<string, string[]>();

  constructor(tx: TenantTx, tables: readonly TableShape[]) {
    this.#tx = tx;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async write(batch: Batch): Promise<void> {
    const table = this.#tables.get(batch.table);
    if (!table) throw at(batch, `rows of "${batch.table}" are not imported by this version`);
    const columns = this.#columnsOf(table, batch);
    const added = table.name === "erasure_keys" ? { signing_key: newErasureKeys().signingKey } : {};
    try {
      await writeRows(this.#tx, table, { columns, lines: batch.lines, added });
    } catch (error) {
      // PostgreSQL's own words may quote a row: they are for the operator, who has the file.
      throw at(batch, error instanceof Error ? error.message : String(error), error);
    }
    this.rows += batch.lines.length;
    if (table.name === "people") await this.#addSearchKeys(batch);
    if (table.name === "interactions") await addEvidence(this.#tx, interactionsOf(batch));
  }

  #columnsOf(table: TableShape, batch: Batch): string[] {
    const known = this.#columns.get(table.name);
    if (known) return known;
    const columns = Object.keys(rowsOf(batch)[0] ?? {});
    const unknown = columns.find((name) => name === "tenant_id" || !table.columns.includes(name));
    if (unknown !== undefined) throw at(batch, `"${unknown}" is no column of ${table.name}`);
    this.#columns.set(table.name, columns);
    return columns;
  }

  async #addSearchKeys(batch: Batch): Promise<void> {
    const people = rowsOf(batch) as unknown as (Parameters<typeof searchKeys>[0] & {
      id: string;
    })[];
    const keys = new Map(people.map((person) => [person.id, searchKeys(person)]));
    await replaceSearchKeys(this.#tx, keys, { isNew: true });
  }
}

const rowsOf = ({ lines }: Batch) =>
  lines.map((line) => (JSON.parse(line) as { row: Record<string, unknown> }).row);

function interactionsOf(batch: Batch): Interaction[] {
  const rows = rowsOf(batch) as Record<string, string | null>[];
  return rows
    .filter(({ voided_at }) => voided_at === null)
    .map((row) => ({
      from: row.from_id ?? "",
      to: row.to_id ?? "",
      type: row.type ?? "",
      category: row.category as InteractionCategory,
      occurredAt: parseInstant(row.occurred_at ?? ""),
    }));
}

const at = ({ lineNumber, lines }: Batch, what: string, cause?: unknown): Error =>
  new Error(`Lines ${lineNumber} to ${lineNumber + lines.length - 1}: ${what}.`, { cause });
