import { z } from "zod";

/** PostgreSQL holds neither NUL nor half of a character. */
export const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();

export const REFUSED = "Ce caractère n'est pas accepté.";

/** A text of one field, without the blanks around it. */
export const line = (max: number) =>
  z.string().trim().max(max, `Au plus ${max} caractères.`).refine(isStorable, REFUSED);

/** As `line`; an emptied field is nothing. */
export const optionalLine = (max: number) =>
  line(max)
    .nullable()
    .transform((value) => value || null);

/** A whole number out of an address. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
