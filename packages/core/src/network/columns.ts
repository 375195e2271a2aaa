type TypedArray = Float64Array | Int32Array | Uint8Array | Uint16Array;

/** An array of at least `length` places with the same content: itself, or a copy twice as long. */
export function grown<Column extends TypedArray>(column: Column, length: number): Column {
  if (length <= column.length) return column;
  const longer = new (column.constructor as new (length: number) => Column)(
    Math.max(length, 2 * column.length),
  );
  longer.set(column);
  return longer;
}

/** Mixes two integers into a place of a table whose size is a power of two. */
export function placeOf(x: number, y: number, size: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) & (size - 1);
}
