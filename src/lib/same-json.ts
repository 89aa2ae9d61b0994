/** Whether two JSON values are equal, regardless of the order of keys; null equals a missing key. */
export function isSameJson(a: unknown, b: unknown): boolean {
  // The fast path: most compared fields are short texts.
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return false;
  return normalize(a) === normalize(b);
}

function normalize(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, entry]) => entry != null);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
