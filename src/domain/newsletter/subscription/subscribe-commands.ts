import "server-only";
import {
  createMailedLink,
  redeemMailedLink,
  revokeMailedLinks,
} from "@/domain/mailed-links/tx-commands";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import type { Language } from "@/generated/prisma/enums";
import { db, type Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { localPath } from "@/lib/i18n/paths";
import { createId } from "@/lib/id";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limit";
import { CONFIRMATION_LINK_HOURS, toLanguage, toLocale, toMainSource } from "../rules";
import type { SubscriptionRequest } from "../schema";
import { recordConsent } from "./consent-commands";
import { lockSubscription, type Subscription } from "./end-commands";
import { hashEmail } from "./suppression";
import { unsuppress } from "./suppression-commands";
import { buildMailLinks } from "./unsubscribe-link";
import { linkVisitor } from "./visitor-commands";
import { FORM_WORDING, type WordingVersion } from "./wordings";

/** Limit of confirmation mails to one address, across all visitors. */
const CONFIRMATION_LIMIT: RateLimit = {
  name: "newsletter-address",
  requests: 3,
  seconds: 60 * 60,
  store: "database",
};

/**
 * Mails a confirmation link. Runs the same statements and sends the same mail for every address, so that neither the response, its
 * duration nor the mail reveals whether the address subscribes. Only the link changes a subscription.
 */
export async function requestSubscription(request: SubscriptionRequest): Promise<void> {
  const { email, source, locale, website } = request;
  if (website) return;
  const hmac = hashEmail(email);
  if (!(await consumeRateLimit(CONFIRMATION_LIMIT, hmac))) return;
  await db.$transaction(async (tx) => {
    const subscriberId = await upsertSubscriber(tx, { ...request, hmac });
    await recordConsent(tx, {
      subscriberId,
      event: "REQUEST",
      wordingVersion: FORM_WORDING,
      source,
      formId: toMainSource(source),
      locale: toLanguage(locale),
    });
    const { id, token } = await createMailedLink(tx, {
      purpose: "NEWSLETTER_CONFIRM",
      owner: { subscriberId },
      hours: CONFIRMATION_LINK_HOURS,
    });
    await enqueueMail(tx, {
      template: "newsletter-confirmation",
      props: { hours: CONFIRMATION_LINK_HOURS },
      secret: { link: `${appUrl}${localPath(locale, "/newsletter/confirmer")}?token=${token}` },
      to: email,
      locale: toLanguage(locale),
      idempotencyKey: `newsletter-confirmation:${id}`,
      entity: { type: "NewsletterSubscriber", id: subscriberId },
    });
  });
}

/** Inserts a pending row, or renews the date of a pending one. In any other row updates only the HMAC, whose key may have changed. */
async function upsertSubscriber(
  tx: Transaction,
  { email, source, locale, hmac }: SubscriptionRequest & { hmac: string },
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "NewsletterSubscriber" AS s ("id", "email", "emailHmac", "isSubscribed", "locale", "source")
    VALUES (${createId()}, ${email}, ${hmac}, false, ${toLanguage(locale)}::"Language", ${toMainSource(source)})
    ON CONFLICT ("email") DO UPDATE SET
      "emailHmac" = EXCLUDED."emailHmac",
      "subscribedAt" = CASE WHEN s."status" = 'PENDING' THEN now() ELSE s."subscribedAt" END
    RETURNING "id"`;
  if (!row) throw new AppError("INTERNAL_SERVER_ERROR");
  return row.id;
}

const INVALID_CONFIRMATION_MESSAGE = {
  fr: "Ce lien a expiré ou a déjà servi. Si vous avez déjà confirmé, votre inscription est en ordre ; sinon, inscrivez-vous de nouveau.",
  ar: "انتهت صلاحية هذا الرابط أو سبق استعماله. إذا سبق أن أكدتم فاشتراككم سارٍ، وإلا فاشتركوا من جديد.",
};

/**
 * Redeems the link of a confirmation mail. `personId` is that of a visitor whose consent lets the newsletter use their visits.
 * @throws GONE for a link that is expired, used or invalid
 */
export async function confirmSubscription(
  token: string,
  personId: string | null = null,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const subscriber = await redeemConfirmation(tx, token);
    const request = await tx.consentEvent.findFirst({
      where: { subscriberId: subscriber.id, event: "REQUEST" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { source: true, formId: true, locale: true, wordingVersion: true },
    });
    const wasConfirmed = subscriber.status === "CONFIRMED";
    const language = request?.locale ?? subscriber.locale;
    const source = request?.formId ?? subscriber.source;
    const now = new Date();
    await unsuppress(tx, subscriber.email);
    await tx.newsletterSubscriber.update({
      where: { id: subscriber.id },
      data: {
        status: "CONFIRMED",
        isSubscribed: true,
        locale: language,
        unsubscribedAt: null,
        softBounces: 0,
        ...(!wasConfirmed && { confirmedAt: now, subscribedAt: now, source }),
      },
      select: { id: true },
    });
    await recordConsent(tx, {
      subscriberId: subscriber.id,
      event: "CONFIRM",
      wordingVersion: (request?.wordingVersion as WordingVersion) ?? FORM_WORDING,
      source: request?.source ?? subscriber.source,
      formId: "confirmation",
      locale: language,
      delta: wasConfirmed ? 0 : 1,
    });
    if (personId) await linkVisitor(tx, subscriber.id, personId);
    if (!wasConfirmed) await queueWelcomeMail(tx, subscriber, language);
  });
}

/** Redeems the link and revokes the other links of the subscriber. @throws GONE for a link that no longer works */
async function redeemConfirmation(tx: Transaction, token: string): Promise<Subscription> {
  const link = await redeemMailedLink(tx, "NEWSLETTER_CONFIRM", token);
  const subscriber = link?.subscriberId
    ? await lockSubscription(tx, { id: link.subscriberId })
    : null;
  if (!subscriber) throw new AppError("GONE", { message: INVALID_CONFIRMATION_MESSAGE });
  await revokeMailedLinks(tx, { subscriberId: subscriber.id });
  return subscriber;
}

async function queueWelcomeMail(tx: Transaction, { id, email }: Subscription, language: Language) {
  const locale = toLocale(language);
  await enqueueMail(tx, {
    template: "newsletter-welcome",
    props: {},
    secret: buildMailLinks(id, locale),
    to: email,
    locale: language,
    idempotencyKey: `newsletter-welcome:${createId()}`,
    entity: { type: "NewsletterSubscriber", id },
  });
}
