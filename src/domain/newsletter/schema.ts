import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { emailKey } from "@/lib/input/email";
import { isStorable, REFUSED } from "@/lib/input/text-schema";

export const SubscriberEmail = emailKey();

/** Where the form is, with the slug of its product after a colon. */
export const Source = z
  .string()
  .regex(/^(?:footer|home|product|page|preferences)(?::[^\s:]{1,200})?$/u)
  .refine(isStorable, REFUSED);

const FormLocale = z.enum(LOCALES);
const Token = z.string().min(1).max(500).refine(isStorable, REFUSED);

export const SubscriptionRequest = z.strictObject({
  email: SubscriberEmail,
  source: Source.default("page"),
  locale: FormLocale.default("fr"),
  /** Honeypot: the form hides this field, so only programs fill it in. */
  website: z.string().max(2_000).optional(),
});
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

export const LinkRequest = z.strictObject({
  email: SubscriberEmail,
  locale: FormLocale.default("fr"),
});
export type LinkRequest = z.infer<typeof LinkRequest>;

export const Confirmation = z.strictObject({ token: Token, locale: FormLocale.optional() });

export const PreferenceChange = z.strictObject({
  token: Token,
  language: z.enum(LOCALES),
  locale: FormLocale.optional(),
});

export const SignedLinkRequest = z.strictObject({ token: Token, locale: FormLocale.optional() });

/** Our own page sends the token in the body; a mail program (RFC 8058) sends it in the URL. */
export const Unsubscription = z.strictObject({
  token: Token.optional(),
  locale: FormLocale.optional(),
  "List-Unsubscribe": z.literal("One-Click").optional(),
});

/** The subscription as its owner sees it. */
export const SubscriptionDetails = z.strictObject({
  email: z.string(),
  status: z.enum(["PENDING", "CONFIRMED", "UNSUBSCRIBED", "BOUNCED", "COMPLAINED"]),
  language: z.enum(LOCALES),
});
export type SubscriptionDetails = z.infer<typeof SubscriptionDetails>;
