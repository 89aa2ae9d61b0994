/** The errors of those fields ("hours.monday.0.open") that still hold what was refused; the others are corrected or about to be. */
export function unchangedErrors(
  errors: Readonly<Record<string, string>>,
  refused: unknown,
  present: unknown,
): Record<string, string> {
  const isUnchanged = ([path]: [string, string]) =>
    JSON.stringify(valueAt(refused, path)) === JSON.stringify(valueAt(present, path));
  return Object.fromEntries(Object.entries(errors).filter(isUnchanged));
}

function valueAt(values: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const isHeld = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isHeld ? (value as Record<string, unknown>)[key] : undefined;
  }, values);
}
