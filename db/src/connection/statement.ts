import { is, Placeholder, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { TenantTx } from "./tenant-tx.ts";

/** The values of a statement as its template names them; the tenant's id is always among them. */
type Named<Values> = { readonly [name in keyof Values | "tenantId"]: SQL };

/** A statement whose text is made once. */
export interface Statement<Row, Values> {
  rows(tx: TenantTx, values: Values): Promise<Row[]>;
  /** The same with its values in it: to be a part of another, or explained. */
  sql(tx: TenantTx, values: Values): SQL;
}

const dialect = new PgDialect();

/**
 * For what is sent often: to make a text from a template takes longer than PostgreSQL needs for a
 * small statement. A value that is named twice is sent once.
 */
export function statement<Row extends Record<string, unknown>, Values extends object>(
  template: (named: Named<Values>) => SQL,
): Statement<Row, Values> {
  const fill = (value: (name: string) => unknown) =>
    template(new Proxy({} as Named<Values>, { get: (_, name) => value(String(name)) }));
  const valueIn = (tx: TenantTx, values: Values) => (name: string) =>
    name === "tenantId" ? tx.tenantId : values[name as keyof Values];
  let made: Text | null = null;
  return {
    rows: async (tx, values) => {
      made ??= textOf(fill((name) => sql`${sql.placeholder(name)}`));
      return tx.send<Row>(made.text, made.names.map(valueIn(tx, values)));
    },
    sql: (tx, values) => {
      const value = valueIn(tx, values);
      return fill((name) => sql`${sql.param(value(name))}`);
    },
  };
}

interface Text {
  text: string;
  /** Of the values, in the order of their numbers in the text. */
  names: string[];
}

function textOf(template: SQL): Text {
  const { sql: text, params } = dialect.sqlToQuery(template);
  const given = params.map((param) => {
    if (is(param, Placeholder)) return param.name;
    throw new Error(`A statement names its values: ${JSON.stringify(param)} has no name.`);
  });
  const names = [...new Set(given)];
  const number = (place: string) => names.indexOf(given[Number(place) - 1] ?? "") + 1;
  return { text: text.replace(/\$(\d+)/g, (_, place) => `$${number(place)}`), names };
}
