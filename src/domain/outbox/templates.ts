import type { MailTemplate } from "@emails/_template";
import { campaign } from "@emails/campaign";
import { campaignPaused } from "@emails/campaign-paused";
import { contactDigest } from "@emails/contact-digest";
import { contactNotification } from "@emails/contact-notification";
import { contactReceived } from "@emails/contact-received";
import { invitation } from "@emails/invitation";
import { newsletterConfirmation } from "@emails/newsletter-confirmation";
import { newsletterLinks } from "@emails/newsletter-links";
import { newsletterWelcome } from "@emails/newsletter-welcome";
import { passwordReset } from "@emails/password-reset";
import { reply } from "@emails/reply";
import { weeklyFigures } from "@emails/weekly-figures";

/** Every mail template by its name in the database. Each needs a sample in emails/_samples.ts. */
export const TEMPLATES = {
  campaign,
  "campaign-paused": campaignPaused,
  "contact-digest": contactDigest,
  "contact-notification": contactNotification,
  "contact-received": contactReceived,
  "newsletter-confirmation": newsletterConfirmation,
  "newsletter-links": newsletterLinks,
  "newsletter-welcome": newsletterWelcome,
  invitation,
  "password-reset": passwordReset,
  reply,
  "weekly-figures": weeklyFigures,
} as const;

export type TemplateName = keyof typeof TEMPLATES;

type AllProps<N extends TemplateName> =
  (typeof TEMPLATES)[N] extends MailTemplate<infer P> ? P : never;

export type TemplateProps<N extends TemplateName> = Omit<AllProps<N>, "secret">;

/** `{ secret }` for the templates that have one. */
export type SecretPart<N extends TemplateName> =
  AllProps<N> extends { secret: infer S } ? { secret: S } : { secret?: never };

export type TemplateSample<N extends TemplateName> = { props: TemplateProps<N> } & SecretPart<N>;

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name);
}
