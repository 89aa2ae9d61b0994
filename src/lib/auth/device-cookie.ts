import "server-only";
import { createHash } from "node:crypto";
import { SESSION_COOKIE } from "./lucia";

/** Each account has its own cookie, since several people sign in on the shop's computer. */
export function getDeviceCookieName(userId: string): string {
  const account = createHash("sha256").update(userId).digest("hex").slice(0, 12);
  return SESSION_COOKIE.replace("session", `device-${account}`);
}

export function buildDeviceCookie(userId: string, token: string, seconds: number): string {
  const name = getDeviceCookieName(userId);
  const secure = name.startsWith("__Host-") ? "; Secure" : "";
  return `${name}=${token}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${seconds}${secure}`;
}

const STAFF_COOKIE = new RegExp(
  `(?:^|;\\s*)(?:${SESSION_COOKIE}|${SESSION_COOKIE.replace("session", "device-")}[0-9a-f]{12})=`,
);

/** Whether a Cookie header shows a device that staff use. Proves nothing about a session: for leaving staff out of figures only. */
export function hasStaffCookie(cookies: string): boolean {
  return STAFF_COOKIE.test(cookies);
}
