import { randomUUID } from "node:crypto";
import { emailHmac } from "@/domain/newsletter/suppression";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";

export const newEmail = () => `abonne-${randomUUID().slice(0, 8)}@exemple.test`;

/** Somebody who is subscribed and confirmed it, unless told otherwise. */
export function buildSubscriber(
  fields: Partial<Prisma.NewsletterSubscriberUncheckedCreateInput> = {},
) {
  const email = fields.email ?? newEmail();
  return db.newsletterSubscriber.create({
    data: {
      email,
      emailHmac: emailHmac(email),
      status: "CONFIRMED",
      isSubscribed: true,
      source: "footer",
      confirmedAt: new Date(),
      ...fields,
    },
  });
}
