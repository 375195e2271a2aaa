export interface Leaf {
  path: string[];
  value: unknown;
}

/** Every value in a JSON document that is no object or array, and every object and array itself. */
export function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return [
    { path, value },
    ...Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key])),
  ];
}

/** A copy with another value at one place; what is missing on the way there is made. */
export function withLeaf(document: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const isContainer = typeof document === "object" && document !== null;
  const copy = (isContainer ? structuredClone(document) : key === "0" ? [] : {}) as Record<
    string,
    unknown
  >;
  copy[key] = withLeaf(copy[key], rest, value);
  return copy;
}
