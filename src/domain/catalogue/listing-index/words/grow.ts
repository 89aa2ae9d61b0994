type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Returns a column of at least `length` values, with room for more. */
export function grow<T extends Column>(column: T, length: number): T {
  if (length <= column.length) return column;
  const Typed = column.constructor as new (length: number) => T;
  const larger = new Typed(Math.max(length, Math.ceil(column.length * 1.5)));
  larger.set(column as never);
  return larger;
}
