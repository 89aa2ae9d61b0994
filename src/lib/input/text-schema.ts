import { z } from "zod";
import { cleanLine, cleanPlain, cleanText } from "./text";

/** PostgreSQL stores neither NUL nor a lone surrogate. */
export const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();

export const REFUSED = "Ce caractère n'est pas accepté.";

/** "4 000 caractères au plus." */
export const tooLong = (max: number) => `${max.toLocaleString("fr")} caractères au plus.`;

const cleaned = (clean: (typed: string) => string, max: number) =>
  z.string().refine(isStorable, REFUSED).overwrite(clean).max(max, tooLong(max));

/** One line, cleaned, of at most `max` UTF-16 units. */
export const line = (max: number) => cleaned(cleanLine, max);

/** Several lines, cleaned, of at most `max` UTF-16 units. */
export const text = (max: number) => cleaned(cleanText, max);

/** For texts that are compared: search words, codes, user names. */
export const plain = (max: number) => cleaned(cleanPlain, max);

/** As `line`; empty text gives null. */
export const optionalLine = (max: number) =>
  line(max)
    .nullable()
    .transform((value) => value || null);

/** As `text`; empty text gives null. */
export const optionalText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => value || null);

/** An integer in a query parameter or a variable. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
