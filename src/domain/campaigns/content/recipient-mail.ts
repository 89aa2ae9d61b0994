import "server-only";
import { z } from "zod";
import { buildClickUrl, buildPixelUrl } from "@/domain/campaigns/tracking/links";
import {
  buildListUnsubscribeHeaders,
  buildPreferencesUrl,
  buildUnsubscribeUrl,
} from "@/domain/newsletter/subscription/unsubscribe-link";
import type { Mail } from "@/lib/mail/message";

export const RenderedMail = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type RenderedMail = z.infer<typeof RenderedMail>;

/** The campaign as rendered at its start; `ar` is null where the Arabic version is incomplete. */
export const Snapshot = z.object({ fr: RenderedMail, ar: RenderedMail.nullable() });
export type Snapshot = z.infer<typeof Snapshot>;

const PLACEHOLDER = /https:\/\/copy\.invalid\/~(link|unsubscribe|preferences|pixel)-(\d+)~/g;

type PlaceholderKind = "link" | "unsubscribe" | "preferences" | "pixel";

/** Builds the URL in the snapshot that is replaced in each recipient's mail. */
export function buildPlaceholder(kind: PlaceholderKind, position = 0): string {
  return `https://copy.invalid/~${kind}-${position}~`;
}

interface Recipient {
  messageId: string;
  subscriberId: string;
  email: string;
  locale: "FR" | "AR";
}

/** Builds one recipient's mail. The result is always identical, so that a retry with the same idempotency key has the same body. */
export function buildRecipientMail(
  { messageId, subscriberId, email, locale }: Recipient,
  snapshot: Snapshot,
): Mail {
  const language = locale === "AR" && snapshot.ar ? "ar" : "fr";
  const { subject, html, text } = snapshot[language] ?? snapshot.fr;
  const buildUrl = (kind: string, position: number) => {
    if (kind === "unsubscribe") return buildUnsubscribeUrl(subscriberId, language);
    if (kind === "preferences") return buildPreferencesUrl(subscriberId, language);
    return kind === "pixel" ? buildPixelUrl(messageId) : buildClickUrl(messageId, position);
  };
  return {
    to: email,
    subject,
    html: fillPlaceholders(html, (kind, position) =>
      buildUrl(kind, position).replaceAll("&", "&amp;"),
    ),
    text: fillPlaceholders(text, buildUrl),
    headers: buildListUnsubscribeHeaders(subscriberId),
    tags: { message: messageId },
  };
}

function fillPlaceholders(
  body: string,
  buildUrl: (kind: string, position: number) => string,
): string {
  return body.replace(PLACEHOLDER, (_, kind: string, position: string) =>
    buildUrl(kind, Number(position)),
  );
}
