import { randomUUID } from "node:crypto";
import { type ParsedMail, simpleParser } from "mailparser";
import { expect } from "vitest";
import { POST as subscribe } from "@/app/api/public/newsletter/subscribe/route";
import { hashEmail } from "@/domain/newsletter/subscription/suppression";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { call } from "./call";
import { forwardedFor, newIpAddress, readSentMails } from "./sign-in";

export const newEmail = () => `abonne-${randomUUID().slice(0, 8)}@exemple.test`;

/** Creates a confirmed subscriber by default. */
export function buildSubscriber(
  fields: Partial<Prisma.NewsletterSubscriberUncheckedCreateInput> = {},
) {
  const email = fields.email ?? newEmail();
  return db.newsletterSubscriber.create({
    data: {
      email,
      emailHmac: hashEmail(email),
      status: "CONFIRMED",
      isSubscribed: true,
      source: "footer",
      confirmedAt: new Date(),
      ...fields,
    },
  });
}

/** Posts the subscription form from a new IP address by default. */
export function requestSubscription(
  email: unknown,
  fields: object = {},
  headers = forwardedFor(newIpAddress()),
) {
  return call(subscribe, { method: "POST", headers, body: { email, ...fields } });
}

export async function listNewsletterMails(email: string): Promise<ParsedMail[]> {
  const mails = await Promise.all(readSentMails().map((mail) => simpleParser(mail)));
  return mails
    .filter(({ to }) => [to].flat().some((each) => each?.text === email))
    .toSorted((a, b) => Number(a.date) - Number(b.date));
}

/** Runs `act`, and returns the one newsletter mail that arrives for this address. */
export async function waitForMail(email: string, act: () => Promise<unknown>): Promise<ParsedMail> {
  const before = (await listNewsletterMails(email)).map(({ messageId }) => messageId);
  await act();
  let arrived: ParsedMail[] = [];
  await expect
    .poll(
      async () => {
        const mails = await listNewsletterMails(email);
        arrived = mails.filter(({ messageId }) => !before.includes(messageId));
        return arrived.length;
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  const [mail] = arrived;
  if (!mail) throw new Error("no mail");
  return mail;
}

/** Requests a subscription, and returns the confirmation token from the mail. */
export async function requestConfirmationToken(
  email: string,
  fields: object = {},
): Promise<string> {
  const mail = await waitForMail(email, () => requestSubscription(email, fields));
  return /newsletter\/confirmer\?token=([\w-]{43})/.exec(mail.text ?? "")?.[1] ?? "";
}

export async function isSuppressed(email: string): Promise<boolean> {
  return (await db.suppression.count({ where: { emailHmac: hashEmail(email) } })) > 0;
}
