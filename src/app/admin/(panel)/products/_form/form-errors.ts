import { toFormField } from "./product-options";
import type { ProductValues } from "./product-values";

/** Field → what is wrong with it. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The API's errors under the names of the form's fields. */
export function toFormErrors(errors: FieldErrors, { variations }: ProductValues): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [toFormField(field, variations), message]),
  );
}

const isWithin = (field: string, parent: string) =>
  field === parent || field.startsWith(`${parent}.`);

/**
 * The errors that still hold after a change. `refused` are those of the refused save and `checked` those of them that the
 * form can check by itself; `now` is what it finds wrong at present. The server's own errors last until their field changes.
 */
export function remainingErrors(
  refused: FieldErrors,
  checked: ReadonlySet<string>,
  now: FieldErrors,
  changed: string | undefined,
): FieldErrors {
  const left = Object.entries(refused).flatMap(([field, message]) => {
    if (checked.has(field)) return field in now ? [[field, now[field] ?? message]] : [];
    const isTouched =
      changed !== undefined && (isWithin(field, changed) || isWithin(changed, field));
    return isTouched ? [] : [[field, message]];
  });
  return Object.fromEntries(left);
}

/** Without those of a field and of the rows in it: rows that moved have other numbers. */
export function withoutField(errors: FieldErrors, field: string): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !isWithin(name, field)));
}
