/**
 * Keeps the errors of fields ("hours.monday.0.open") whose value is still the rejected one. An error disappears as soon as
 * its field changes.
 */
export function unchangedErrors(
  errors: Readonly<Record<string, string>>,
  rejected: unknown,
  current: unknown,
): Record<string, string> {
  const isUnchanged = ([path]: [string, string]) =>
    JSON.stringify(getPath(rejected, path)) === JSON.stringify(getPath(current, path));
  return Object.fromEntries(Object.entries(errors).filter(isUnchanged));
}

function getPath(values: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const hasKey = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return hasKey ? (value as Record<string, unknown>)[key] : undefined;
  }, values);
}
