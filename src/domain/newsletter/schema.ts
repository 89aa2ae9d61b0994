import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { emailKey } from "@/lib/input/email";
import { isStorable, REFUSED } from "@/lib/input/text-schema";

export const SubscriberEmail = emailKey();

/** Where a form stands; behind a colon, of what product. */
export const Source = z
  .string()
  .regex(/^(?:footer|home|product|page|preferences)(?::[^\s:]{1,200})?$/u)
  .refine(isStorable, REFUSED);

const FormLocale = z.enum(LOCALES);
/** Which page posts, for what it shows next; nothing that the command reads. */
const Token = z.string().min(1).max(500).refine(isStorable, REFUSED);

export const SubscriptionRequest = z.strictObject({
  email: SubscriberEmail,
  source: Source.default("page"),
  locale: FormLocale.default("fr"),
  /** People do not see it; who fills it in is no person. */
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

/** Of our own page, with the token; of a mail program (RFC 8058), which has the token in the address. */
export const Unsubscription = z.strictObject({
  token: Token.optional(),
  locale: FormLocale.optional(),
  "List-Unsubscribe": z.literal("One-Click").optional(),
});

/** What the row says of somebody, for that person. */
export const SubscriptionDetails = z.strictObject({
  email: z.string(),
  status: z.enum(["PENDING", "CONFIRMED", "UNSUBSCRIBED", "BOUNCED", "COMPLAINED"]),
  language: z.enum(LOCALES),
});
export type SubscriptionDetails = z.infer<typeof SubscriptionDetails>;
