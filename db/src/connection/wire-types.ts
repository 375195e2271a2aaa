/**
 * How PostgreSQL's types travel. Declared here in full because the driver's own look-up of array
 * types (`fetch_types`) costs a query per connection and is one more thing that can hang.
 *
 * - int8: a number while it is a safe integer, else its decimal string
 * - timestamptz, date, timestamp: the text that PostgreSQL writes (the schema's columns decode it);
 *   a timestamptz parameter may be a Date, an ISO string or epoch milliseconds
 * - bytea: Buffer; float4/8: number, with ±Infinity and NaN
 * - json, jsonb: parsed; a string parameter is taken to be JSON text already (drizzle sends that)
 * - arrays of all of these, both ways
 */

type Serialize = (value: unknown) => string;
type Parse = (text: string) => unknown;
interface WireType {
  /** Its text never holds what an array's text would have to quote. */
  readonly bare?: true;
  readonly oid: number;
  readonly arrayOid: number;
  readonly serialize: Serialize;
  readonly parse: Parse;
}

const asIs: Parse = (text) => text;
const plain: Serialize = (value) => (value instanceof Date ? value.toISOString() : String(value));

function parseInt8(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

function serializeInstant(value: unknown): string {
  return typeof value === "number" ? new Date(value).toISOString() : plain(value);
}

function serializeBytes(value: unknown): string {
  if (typeof value === "string") return value;
  return `\\x${Buffer.from(value as Uint8Array).toString("hex")}`;
}

function serializeJson(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function serializeDate(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

const wireTypes: Readonly<Record<string, WireType>> = {
  bool: { bare: true, oid: 16, arrayOid: 1000, serialize: plain, parse: (text) => text === "t" },
  bytea: {
    oid: 17,
    arrayOid: 1001,
    serialize: serializeBytes,
    parse: (text) => Buffer.from(text.slice(2), "hex"),
  },
  int8: { bare: true, oid: 20, arrayOid: 1016, serialize: plain, parse: parseInt8 },
  int2: { bare: true, oid: 21, arrayOid: 1005, serialize: plain, parse: Number },
  int4: { bare: true, oid: 23, arrayOid: 1007, serialize: plain, parse: Number },
  text: { oid: 25, arrayOid: 1009, serialize: plain, parse: asIs },
  json: { oid: 114, arrayOid: 199, serialize: serializeJson, parse: JSON.parse },
  float4: { bare: true, oid: 700, arrayOid: 1021, serialize: plain, parse: Number },
  float8: { bare: true, oid: 701, arrayOid: 1022, serialize: plain, parse: Number },
  varchar: { oid: 1043, arrayOid: 1015, serialize: plain, parse: asIs },
  date: { oid: 1082, arrayOid: 1182, serialize: serializeDate, parse: asIs },
  timestamp: { oid: 1114, arrayOid: 1115, serialize: plain, parse: asIs },
  timestamptz: {
    oid: 1184,
    arrayOid: 1185,
    serialize: serializeInstant,
    parse: asIs,
  },
  numeric: { oid: 1700, arrayOid: 1231, serialize: plain, parse: asIs },
  uuid: { bare: true, oid: 2950, arrayOid: 2951, serialize: plain, parse: asIs },
  jsonb: { oid: 3802, arrayOid: 3807, serialize: serializeJson, parse: JSON.parse },
};

const special = /[\\"]/;

function arrayLiteral(values: readonly unknown[], type: WireType): string {
  const { serialize, bare } = type;
  const parts = values.map((value) => {
    if (value === null || value === undefined) return "NULL";
    if (Array.isArray(value)) return arrayLiteral(value, type);
    const text = serialize(value);
    if (bare) return text;
    return `"${special.test(text) ? text.replace(/[\\"]/g, "\\$&") : text}"`;
  });
  return `{${parts.join(",")}}`;
}

/** Parses `{a,"b \"c\"",NULL,{d}}`: quoted items are never NULL, unquoted ones carry no escapes. */
export function parseArray(text: string, parse: Parse): unknown[] {
  // Bounds may precede the braces: `[0:1]={a,b}`.
  let at = text.indexOf("{") + 1;
  const list = (): unknown[] => {
    const items: unknown[] = [];
    while (at < text.length && text[at] !== "}") {
      if (text[at] === ",") at++;
      if (text[at] === "{") {
        at++;
        items.push(list());
      } else if (text[at] === '"') {
        items.push(parse(quoted()));
      } else {
        const start = at;
        while (at < text.length && text[at] !== "," && text[at] !== "}") at++;
        const item = text.slice(start, at);
        items.push(item === "NULL" ? null : parse(item));
      }
    }
    at++;
    return items;
  };
  const quoted = (): string => {
    let out = "";
    for (at++; at < text.length && text[at] !== '"'; at++) {
      if (text[at] === "\\") at++;
      out += text[at];
    }
    at++;
    return out;
  };
  return list();
}

interface DriverType {
  to: number;
  from: number[];
  serialize: Serialize;
  parse: Parse;
}

/** The table in the form postgres.js takes as its `types` option. */
export const driverTypes: Record<string, DriverType> = Object.fromEntries(
  Object.entries(wireTypes).flatMap(([name, type]) => {
    const { oid, arrayOid, serialize, parse } = type;
    return [
      [name, { to: oid, from: [oid], serialize, parse }],
      [
        `${name}Array`,
        {
          to: arrayOid,
          from: [arrayOid],
          serialize: (value: unknown) =>
            Array.isArray(value) ? arrayLiteral(value, type) : String(value),
          parse: (text: string) => parseArray(text, parse),
        },
      ],
    ];
  }),
);
