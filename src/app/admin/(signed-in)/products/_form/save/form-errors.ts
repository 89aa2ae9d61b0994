import { toFormField } from "../options/product-options";
import type { ProductValues } from "../product-values";

/** Error messages by field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Renames the fields of API errors to the fields of the form. */
export function toFormErrors(errors: FieldErrors, { variations }: ProductValues): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [toFormField(field, variations), message]),
  );
}

const isWithin = (field: string, parent: string) =>
  field === parent || field.startsWith(`${parent}.`);

/**
 * Returns the errors that remain after a change. `rejected` are the errors of the refused save, `checked` the fields among
 * them that the form can validate itself, `current` its present errors. A server-only error remains until its field
 * `changed`.
 */
export function remainingErrors(
  rejected: FieldErrors,
  checked: ReadonlySet<string>,
  current: FieldErrors,
  changed: string | undefined,
): FieldErrors {
  const remaining = Object.entries(rejected).flatMap(([field, message]) => {
    if (checked.has(field)) return field in current ? [[field, current[field] ?? message]] : [];
    const isTouched =
      changed !== undefined && (isWithin(field, changed) || isWithin(changed, field));
    return isTouched ? [] : [[field, message]];
  });
  return Object.fromEntries(remaining);
}

/** Removes the errors of a field and of the rows in it. */
export function withoutField(errors: FieldErrors, field: string): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !isWithin(name, field)));
}
