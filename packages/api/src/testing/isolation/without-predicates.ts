import type { Database, TenantTx } from "@kith/db";

export interface Rewritten {
  statements: number;
  /** Those of which at least one predicate on the tenant was made true. */
  rewritten: number;
  predicates: number;
  /** Texts that still compare the tenant with something, in a form not known here. */
  left: Set<string>;
}

const column = String.raw`(?:"?[a-z_][a-z0-9_]*"?\.)*"?tenant_id"?`;
const withParameter = new RegExp(String.raw`(${column})\s*=\s*(\$\d+)(?:::uuid)?`, "gi");
const withColumn = new RegExp(String.raw`(${column})\s*=\s*${column}`, "gi");
const compared = new RegExp(
  String.raw`${column}\s*(?:[=<>]|in\b|is not distinct)|\bin\s*\(\s*\$\d+\s*,\s*${column}`,
  "i",
);

/**
 * The same door with every predicate on the tenant made always true, in the text of the statements
 * on their way to the driver: only row-level security is left.
 */
export function withoutPredicates(database: Database): Database & { rewritten: Rewritten } {
  const rewritten: Rewritten = { statements: 0, rewritten: 0, predicates: 0, left: new Set() };
  const neutral = (text: string): string => {
    let predicates = 0;
    const count = (replacement: string) => {
      predicates++;
      return replacement;
    };
    const result = text
      // The parameter stays named, or PostgreSQL could not tell its type.
      .replace(withParameter, (_, name, parameter) =>
        count(`(${name} is not null or ${parameter}::uuid is null)`),
      )
      .replace(withColumn, (_, name) => count(`(${name} is not null)`));
    rewritten.statements++;
    if (predicates > 0) rewritten.rewritten++;
    rewritten.predicates += predicates;
    if (compared.test(result)) rewritten.left.add(result);
    return result;
  };
  return {
    ...database,
    rewritten,
    withTenant: (tenantId, work, options) =>
      database.withTenant(tenantId, (tx) => work(rewriting(tx, neutral)), options),
  };
}

interface Prepared {
  session: { prepareQuery(query: { sql: string }, ...rest: unknown[]): unknown };
}

/** Each transaction has a session of its own, through which all of its statements go. */
function rewriting(tx: TenantTx, neutral: (text: string) => string): TenantTx {
  const { session } = tx as unknown as Prepared;
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (query, ...rest) =>
    prepare({ ...query, sql: neutral(query.sql) }, ...rest);
  return tx;
}
