import { appUrl } from "@/lib/env";

/** The Message-ID that a customer's conversation begins with: replies name it, so that mailboxes show them together. */
export function contactMessageId(id: string): string {
  return `<contact-${id}@${new URL(appUrl).hostname}>`;
}
