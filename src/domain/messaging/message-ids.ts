import { appUrl } from "@/lib/env";

/** Message-ID of the first mail of a conversation. Replies refer to it, so that mail programs show one thread. */
export function buildContactMessageId(id: string): string {
  return `<contact-${id}@${new URL(appUrl).hostname}>`;
}

export function buildReplyMessageId(id: string): string {
  return `<reply-${id}@${new URL(appUrl).hostname}>`;
}

/** The header holds the first mail and this many of the latest replies, to limit its length. */
const MAX_REFERENCES = 20;

/** Returns the headers that thread a reply (RFC 5322). `earlier`: Message-IDs of the replies so far, oldest first. */
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
