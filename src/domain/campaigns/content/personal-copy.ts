import "server-only";
import { z } from "zod";
import {
  listUnsubscribeHeaders,
  preferencesUrl,
  unsubscribeUrl,
} from "@/domain/newsletter/subscription/unsubscribe-link";
import type { Mail } from "@/lib/mail/message";
import { clickUrl, pixelUrl } from "../tracking/links";

export const Rendered = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type Rendered = z.infer<typeof Rendered>;

/** A campaign as it was rendered when it started; Arabic is null where it was not written. */
export const Snapshot = z.object({ fr: Rendered, ar: Rendered.nullable() });
export type Snapshot = z.infer<typeof Snapshot>;

const PLACE = /https:\/\/copy\.invalid\/~(link|unsubscribe|preferences|pixel)-(\d+)~/g;

type Kind = "link" | "unsubscribe" | "preferences" | "pixel";

/** Stands in the snapshot where each recipient's copy has an address of its own. */
export function placeFor(kind: Kind, position = 0): string {
  return `https://copy.invalid/~${kind}-${position}~`;
}

interface Recipient {
  messageId: string;
  subscriberId: string;
  email: string;
  locale: "FR" | "AR";
}

/** One recipient's mail: byte for byte the same whenever it is made again, so that a repeated call is the same call. */
export function copyFor(
  { messageId, subscriberId, email, locale }: Recipient,
  snapshot: Snapshot,
): Mail {
  const language = locale === "AR" && snapshot.ar ? "ar" : "fr";
  const { subject, html, text } = snapshot[language] ?? snapshot.fr;
  const addressOf = (kind: string, position: number) => {
    if (kind === "unsubscribe") return unsubscribeUrl(subscriberId, language);
    if (kind === "preferences") return preferencesUrl(subscriberId, language);
    return kind === "pixel" ? pixelUrl(messageId) : clickUrl(messageId, position);
  };
  return {
    to: email,
    subject,
    html: filled(html, (kind, position) => addressOf(kind, position).replaceAll("&", "&amp;")),
    text: filled(text, addressOf),
    headers: listUnsubscribeHeaders(subscriberId),
    tags: { message: messageId },
  };
}

function filled(body: string, addressOf: (kind: string, position: number) => string): string {
  return body.replace(PLACE, (_, kind: string, position: string) =>
    addressOf(kind, Number(position)),
  );
}
