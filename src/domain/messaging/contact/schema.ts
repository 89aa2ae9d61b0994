import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { optionalEmailAddress } from "@/lib/input/email";
import { normalizePhones } from "@/lib/input/phone";
import { cleanLine, cleanText, toLatinDigits } from "@/lib/input/text";
import { CONTACT_MAX_LENGTH } from "./limits";

/** What a customer sends. */

const typed = (max: number) => z.string().max(max * 2);
const filled = (max: number) => typed(max).transform(cleanLine).pipe(z.string().min(1).max(max));
const blank = (value: string | undefined) => value || null;

/** What cannot be read as a number is kept as it was typed: it must not cost the customer the message. */
const Phone = typed(CONTACT_MAX_LENGTH.phone)
  .transform(cleanLine)
  .pipe(z.string().max(CONTACT_MAX_LENGTH.phone))
  .transform((line) => normalizePhones(line) || null);

const ContactFields = z.strictObject({
  name: filled(CONTACT_MAX_LENGTH.name),
  email: optionalEmailAddress()
    .nullish()
    .transform((email) => email ?? null),
  phone: Phone.nullish().transform((phone) => phone ?? null),
  subject: typed(CONTACT_MAX_LENGTH.subject)
    .transform(cleanLine)
    .pipe(z.string().max(CONTACT_MAX_LENGTH.subject))
    .nullish()
    .transform((subject) => blank(subject ?? "")),
  message: typed(CONTACT_MAX_LENGTH.message)
    .transform(cleanText)
    .pipe(z.string().min(1).max(CONTACT_MAX_LENGTH.message)),
  /** One that is not public any more is passed over: the message counts. */
  productSlug: z
    .string()
    .max(300)
    .nullish()
    .transform((slug) => blank(slug ?? "")),
  locale: z.enum(LOCALES).optional(),
  /** Nobody sees this field. */
  website: z.string().optional().default(""),
  /** Signed, from `/api/public/contact/form-token`: when the form was first touched. */
  formToken: z.string().max(1000).optional().default(""),
  /** The same one again is the same message. */
  submissionKey: z
    .string()
    .regex(/^([\w-]{8,100})?$/)
    .optional()
    .transform(blank),
});

/** A number that cannot be read may still be one that somebody can make out; a word is none. */
const hasDigits = (phone: string | null) => /(?:\d\D*){6}/.test(toLatinDigits(phone ?? ""));

/** An e-mail or a phone number is enough. */
export const ContactRequest = ContactFields.refine(
  ({ email, phone }) => email !== null || hasDigits(phone),
  { path: ["email"], message: "Indiquez un e-mail ou un téléphone." },
);
export type ContactRequest = z.infer<typeof ContactRequest>;

export const ContactReceipt = z.strictObject({
  /** "EO-1001" */
  reference: z.string(),
});
export type ContactReceipt = z.infer<typeof ContactReceipt>;

export const FormToken = z.strictObject({ token: z.string() });

export const MessageRetentionResult = z.strictObject({ archived: z.int(), deleted: z.int() });
export type MessageRetentionResult = z.infer<typeof MessageRetentionResult>;
