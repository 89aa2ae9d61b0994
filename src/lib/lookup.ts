/**
 * Reads an own property by a key from user input. Inherited names (`constructor`, `toString`, `__proto__`) give undefined, where
 * `record[key]` would return a function.
 */
export function lookup<T extends object>(record: T, key: string): T[keyof T] | undefined {
  return Object.hasOwn(record, key) ? record[key as keyof T] : undefined;
}
