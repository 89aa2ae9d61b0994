import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { cleanLine, cleanText } from "@/lib/text";
import { LONGEST } from "./contact-limits";
import { customerPhone } from "./contact-rules";

/** What a customer sends. */

const typed = (max: number) => z.string().max(max * 2);
const filled = (max: number) => typed(max).transform(cleanLine).pipe(z.string().min(1).max(max));
const blank = (value: string | undefined) => value || null;

const Email = typed(LONGEST.email)
  .transform(cleanLine)
  .pipe(z.union([z.literal("").transform(() => null), z.email().max(LONGEST.email)]));

const Phone = typed(LONGEST.phone)
  .transform(cleanLine)
  .transform((line, context) => {
    if (line === "") return null;
    const phone = customerPhone(line);
    if (phone === null) context.addIssue({ code: "custom", message: "0661 23 45 67" });
    return phone ?? z.NEVER;
  });

const ContactFields = z.strictObject({
  name: filled(LONGEST.name),
  email: Email.nullish().transform((email) => email ?? null),
  phone: Phone.nullish().transform((phone) => phone ?? null),
  subject: typed(LONGEST.subject)
    .transform(cleanLine)
    .pipe(z.string().max(LONGEST.subject))
    .nullish()
    .transform((subject) => blank(subject ?? "")),
  message: typed(LONGEST.message).transform(cleanText).pipe(z.string().min(1).max(LONGEST.message)),
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

/** An e-mail or a phone number is enough. */
export const ContactRequest = ContactFields.refine(
  ({ email, phone }) => email !== null || phone !== null,
  { path: ["email"], message: "Indiquez un e-mail ou un téléphone." },
);
export type ContactRequest = z.infer<typeof ContactRequest>;

export const ContactReceipt = z.strictObject({
  /** "EO-1001" */
  reference: z.string(),
});
export type ContactReceipt = z.infer<typeof ContactReceipt>;

export const FormToken = z.strictObject({ token: z.string() });

export const SweptMessages = z.strictObject({ archived: z.int(), deleted: z.int() });
export type SweptMessages = z.infer<typeof SweptMessages>;
