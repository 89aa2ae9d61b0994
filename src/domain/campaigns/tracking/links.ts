import "server-only";
import { signPermanentToken, verifyToken } from "@/lib/auth/signed-token";
import { appUrl } from "@/lib/env";

/** Builds the tracking URL of a link. The token holds its position and not its target, so that it cannot serve as an open redirect. */
export function buildClickUrl(messageId: string, position: number): string {
  return `${appUrl}/n/c/${signPermanentToken("campaign-click", { m: messageId, l: position })}`;
}

export function buildPixelUrl(messageId: string): string {
  return `${appUrl}/n/o/${signPermanentToken("campaign-open", { m: messageId })}.gif`;
}

/** Names the campaign in a link to our own pages, so that the visit is counted as one of the newsletter. */
export function withCampaign(url: string, campaignId: string): string {
  const target = new URL(url);
  const isNamed = target.searchParams.has("utm_source") || target.searchParams.has("utm_campaign");
  if (target.origin !== new URL(appUrl).origin || isNamed) return url;
  target.searchParams.set("utm_source", "newsletter");
  target.searchParams.set("utm_medium", "email");
  target.searchParams.set("utm_campaign", campaignId);
  return target.href;
}

/** Null for a token with an invalid signature. */
export function readClickToken(token: string): { messageId: string; position: number } | null {
  const { m, l } = verifyToken<{ m: unknown; l: unknown }>("campaign-click", token) ?? {};
  return typeof m === "string" && typeof l === "number" ? { messageId: m, position: l } : null;
}

export function readOpenToken(token: string): string | null {
  const { m } = verifyToken<{ m: unknown }>("campaign-open", token) ?? {};
  return typeof m === "string" ? m : null;
}
