import "server-only";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { formatEmail } from "@/lib/input/email";
import { INVALID_LINK_MESSAGE, toLocale } from "../rules";
import type { SubscriptionDetails } from "../schema";
import { readSubscriberToken } from "./unsubscribe-link";

const OLDEST_FIRST: [{ createdAt: "asc" }, { id: "asc" }] = [{ createdAt: "asc" }, { id: "asc" }];

const OLDEST_LINK_FIRST: [{ linkedAt: "asc" }, { personId: "asc" }] = [
  { linkedAt: "asc" },
  { personId: "asc" },
];

/** Finds the subscription that a signed link identifies; null for an invalid link or an erased subscriber. Never cached. */
export async function findSubscriptionByToken(
  token: string | undefined,
): Promise<SubscriptionDetails | null> {
  const id = readSubscriberToken(token);
  if (id === null) return null;
  const row = await db.newsletterSubscriber.findUnique({
    where: { id },
    select: { email: true, status: true, locale: true },
  });
  return (
    row && { email: formatEmail(row.email), status: row.status, language: toLocale(row.locale) }
  );
}

/** Returns all stored data of the subscriber. @throws GONE for an invalid link or an erased subscriber */
export async function exportSubscriptionByToken(token: string) {
  const id = readSubscriberToken(token);
  const row =
    id === null
      ? null
      : await db.newsletterSubscriber.findUnique({ where: { id }, select: EXPORT_SELECT });
  if (!row) throw new AppError("GONE", { message: INVALID_LINK_MESSAGE });
  return row;
}

const EXPORT_SELECT = {
  email: true,
  status: true,
  locale: true,
  source: true,
  subscribedAt: true,
  confirmedAt: true,
  unsubscribedAt: true,
  visitors: { select: { linkedAt: true }, orderBy: OLDEST_LINK_FIRST },
  consentEvents: {
    select: {
      event: true,
      wordingVersion: true,
      source: true,
      formId: true,
      locale: true,
      declaredOn: true,
      createdAt: true,
    },
    orderBy: OLDEST_FIRST,
  },
  messages: {
    select: { createdAt: true, state: true, firstOpenAt: true, firstClickAt: true },
    orderBy: OLDEST_FIRST,
  },
} as const;
