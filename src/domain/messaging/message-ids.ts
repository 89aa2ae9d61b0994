import { appUrl } from "@/lib/env";

/** The Message-ID that a customer's conversation begins with: replies name it, so that mailboxes show them together. */
export function buildContactMessageId(id: string): string {
  return `<contact-${id}@${new URL(appUrl).hostname}>`;
}

export function buildReplyMessageId(id: string): string {
  return `<reply-${id}@${new URL(appUrl).hostname}>`;
}

/** A header line has an end: of a long conversation its beginning and its latest replies are named. */
const MAX_REFERENCES = 20;

/** By these the customer's mail program strings a reply after what went before; `earlier` are the replies, the oldest first. */
export function buildThreadHeaders(
  messageId: string,
  earlier: readonly string[],
): Record<string, string> {
  const first = buildContactMessageId(messageId);
  return {
    "In-Reply-To": earlier.at(-1) ?? first,
    References: [first, ...earlier.slice(-MAX_REFERENCES)].join(" "),
  };
}
