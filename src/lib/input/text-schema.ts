import { z } from "zod";
import { cleanLine, cleanPlain, cleanText } from "./text";

/** PostgreSQL holds neither NUL nor half of a character. */
export const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();

export const REFUSED = "Ce caractère n'est pas accepté.";

/** "4 000 caractères au plus." */
export const tooLong = (max: number) => `${max.toLocaleString("fr")} caractères au plus.`;

const cleaned = (clean: (typed: string) => string, max: number) =>
  z.string().refine(isStorable, REFUSED).overwrite(clean).max(max, tooLong(max));

/** A text of one line. */
export const line = (max: number) => cleaned(cleanLine, max);

/** A text of several lines. */
export const text = (max: number) => cleaned(cleanText, max);

/** What is compared rather than shown: search words, codes, names of accounts. */
export const plain = (max: number) => cleaned(cleanPlain, max);

/** As `line`; an emptied field is null. */
export const optionalLine = (max: number) =>
  line(max)
    .nullable()
    .transform((value) => value || null);

/** As `text`; an emptied field is null. */
export const optionalText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => value || null);

/** A whole number out of an address. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
