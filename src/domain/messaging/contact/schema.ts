import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { optionalEmailAddress } from "@/lib/input/email";
import { normalizePhones } from "@/lib/input/phone";
import { cleanLine, cleanText, toLatinDigits } from "@/lib/input/text";
import { CONTACT_MAX_LENGTH } from "./limits";

const boundedString = (max: number) => z.string().max(max * 2);
const requiredLine = (max: number) =>
  boundedString(max).transform(cleanLine).pipe(z.string().min(1).max(max));
const toNullIfEmpty = (value: string | undefined) => value || null;

/** A phone number that cannot be parsed is stored as typed, so that the customer can still send the message. */
const Phone = boundedString(CONTACT_MAX_LENGTH.phone)
  .transform(cleanLine)
  .pipe(z.string().max(CONTACT_MAX_LENGTH.phone))
  .transform((line) => normalizePhones(line) || null);

const ContactFields = z.strictObject({
  name: requiredLine(CONTACT_MAX_LENGTH.name),
  email: optionalEmailAddress()
    .nullish()
    .transform((email) => email ?? null),
  phone: Phone.nullish().transform((phone) => phone ?? null),
  subject: boundedString(CONTACT_MAX_LENGTH.subject)
    .transform(cleanLine)
    .pipe(z.string().max(CONTACT_MAX_LENGTH.subject))
    .nullish()
    .transform((subject) => toNullIfEmpty(subject ?? "")),
  message: boundedString(CONTACT_MAX_LENGTH.message)
    .transform(cleanText)
    .pipe(z.string().min(1).max(CONTACT_MAX_LENGTH.message)),
  /** The slug of a product that is no longer published is ignored; the message is accepted. */
  productSlug: z
    .string()
    .max(300)
    .nullish()
    .transform((slug) => toNullIfEmpty(slug ?? "")),
  locale: z.enum(LOCALES).optional(),
  /** Honeypot: the form hides this field, so only programs fill it in. */
  website: z.string().optional().default(""),
  /** Token from `/api/public/contact/form-token` with the time of the first interaction with the form. */
  formToken: z.string().max(1000).optional().default(""),
  /** Idempotency key: a second request with the same key stores no second message. */
  submissionKey: z
    .string()
    .regex(/^([\w-]{8,100})?$/)
    .optional()
    .transform(toNullIfEmpty),
});

/** Staff may still make out a number that cannot be parsed, but not one without digits. */
const hasDigits = (phone: string | null) => /(?:\d\D*){6}/.test(toLatinDigits(phone ?? ""));

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
