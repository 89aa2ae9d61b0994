import "server-only";
import { signPermanentToken, verifyToken } from "@/lib/auth/signed-token";
import { appUrl } from "@/lib/env";

/** The address of a link in somebody's copy. It names a position; where it leads stands in the database. */
export function buildClickUrl(messageId: string, position: number): string {
  return `${appUrl}/n/c/${signPermanentToken("campaign-click", { m: messageId, l: position })}`;
}

export function buildPixelUrl(messageId: string): string {
  return `${appUrl}/n/o/${signPermanentToken("campaign-open", { m: messageId })}.gif`;
}

/** What a click's token names, or null for what this shop has not signed. */
export function readClickToken(token: string): { messageId: string; position: number } | null {
  const { m, l } = verifyToken<{ m: unknown; l: unknown }>("campaign-click", token) ?? {};
  return typeof m === "string" && typeof l === "number" ? { messageId: m, position: l } : null;
}

export function readOpenToken(token: string): string | null {
  const { m } = verifyToken<{ m: unknown }>("campaign-open", token) ?? {};
  return typeof m === "string" ? m : null;
}
