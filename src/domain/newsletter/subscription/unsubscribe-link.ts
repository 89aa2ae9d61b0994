import "server-only";
import { buildOneClickHeaders } from "@emails/_one-click";
import { signPermanentToken, verifyToken } from "@/lib/auth/signed-token";
import { appUrl } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

/**
 * Signs the token of a subscriber's links. It is not stored and is always the same for one subscriber, so that a mail that is
 * rendered again is identical.
 */
export function signSubscriberToken(subscriberId: string): string {
  return signPermanentToken("newsletter", { s: subscriberId });
}

/** Returns the subscriber's id, whose row may have been deleted; null for a token with an invalid signature. */
export function readSubscriberToken(token: string | undefined): string | null {
  const id = verifyToken<{ s: unknown }>("newsletter", token)?.s;
  return typeof id === "string" ? id : null;
}

/** The URL of a page with a button; opening it does not unsubscribe. */
export function buildUnsubscribeUrl(subscriberId: string, locale: Locale): string {
  return buildPageUrl("/newsletter/desinscription", subscriberId, locale);
}

/** The URL of the page for language, unsubscription, export and erasure. */
export function buildPreferencesUrl(subscriberId: string, locale: Locale): string {
  return buildPageUrl("/newsletter/preferences", subscriberId, locale);
}

/** The URL to which mail programs send a POST to unsubscribe (RFC 8058). */
function buildListUnsubscribeUrl(subscriberId: string): string {
  return `${appUrl}/api/public/newsletter/unsubscribe?token=${signSubscriberToken(subscriberId)}`;
}

/** Returns the links for mails other than campaigns. */
export function buildMailLinks(subscriberId: string, locale: Locale) {
  return {
    preferences: buildPreferencesUrl(subscriberId, locale),
    unsubscribe: buildUnsubscribeUrl(subscriberId, locale),
    oneClick: buildListUnsubscribeUrl(subscriberId),
  };
}

export function buildListUnsubscribeHeaders(subscriberId: string): Record<string, string> {
  return buildOneClickHeaders(buildListUnsubscribeUrl(subscriberId));
}

function buildPageUrl(path: string, subscriberId: string, locale: Locale): string {
  return `${appUrl}${localPath(locale, path)}?token=${signSubscriberToken(subscriberId)}`;
}
