/**
 * Reads a key that people typed, or that comes from outside, out of a plain object. Names that every object inherits
 * (`constructor`, `toString`, `__proto__`) are no keys: such a lookup would answer a function instead of undefined.
 */
export function lookup<T extends object>(record: T, key: string): T[keyof T] | undefined {
  return Object.hasOwn(record, key) ? record[key as keyof T] : undefined;
}
