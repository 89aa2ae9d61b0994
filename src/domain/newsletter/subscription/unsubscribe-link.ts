import "server-only";
import { buildOneClickHeaders } from "@emails/_one-click";
import { signPermanentToken, verifyToken } from "@/lib/auth/signed-token";
import { appUrl } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

/**
 * The links of a newsletter's mail. Nothing of them is stored: they are signed anew for each mail, and are always the same for
 * a subscriber, so that a mail that is sent again is the same mail.
 */
export function signSubscriberToken(subscriberId: string): string {
  return signPermanentToken("newsletter", { s: subscriberId });
}

/** The id of the subscriber that a link is for, who may be gone; null for what this shop has not signed. */
export function readSubscriberToken(token: string | undefined): string | null {
  const id = verifyToken<{ s: unknown }>("newsletter", token)?.s;
  return typeof id === "string" ? id : null;
}

/** A page with a button: opening it changes nothing. */
export function buildUnsubscribeUrl(subscriberId: string, locale: Locale): string {
  return buildPageUrl("/newsletter/desinscription", subscriberId, locale);
}

/** Where a subscriber sees what is kept of them: language, unsubscribing, export, erasure. */
export function buildPreferencesUrl(subscriberId: string, locale: Locale): string {
  return buildPageUrl("/newsletter/preferences", subscriberId, locale);
}

/** RFC 8058: mail programs unsubscribe by one POST to this address. */
function buildListUnsubscribeUrl(subscriberId: string): string {
  return `${appUrl}/api/public/newsletter/unsubscribe?token=${signSubscriberToken(subscriberId)}`;
}

/** The links that a mail outside of campaigns carries. */
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
