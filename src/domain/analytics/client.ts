import { isbot } from "isbot";
import { findVisitor, isReturningVisitor, isTrackingRefused } from "@/domain/consent/cookies";
import { hasStaffCookie } from "@/lib/auth/device-cookie";
import { isOnVercel } from "@/lib/env";
import type { Device } from "./event";

/** The visitor's choice on the privacy page. */
const OPT_OUT_COOKIE = "no-count=1";
const OPT_OUT_SECONDS = 395 * 86_400;
const OPT_OUT = new RegExp(`(?:^|;\\s*)${OPT_OUT_COOKIE}(?:;|$)`);
const MAX_USER_AGENT_LENGTH = 500;
const MAX_TOWN_LENGTH = 60;

/** The client of a request that may be counted. Only in memory: `address` and `userAgent` are never stored. */
export interface Client {
  address: string;
  userAgent: string;
  device: Device;
  town: string | null;
  personId: string | null;
  acceptsPostHog: boolean;
  isReturning: boolean | null;
}

/** Returns null for a client that is not counted: a bot, a member of staff, a visitor who refused. */
export function readClient(headers: Headers, address: string): Client | null {
  const userAgent = (headers.get("user-agent") ?? "").slice(0, MAX_USER_AGENT_LENGTH);
  const cookies = headers.get("cookie") ?? "";
  const isRefused = isTrackingRefused(headers) || OPT_OUT.test(cookies);
  if (isRefused || !userAgent || isbot(userAgent) || hasStaffCookie(cookies)) return null;
  return {
    address,
    userAgent,
    device: getDevice(userAgent),
    town: readTown(headers),
    ...readPerson(headers),
  };
}

export function buildOptOutCookie(isRefused: boolean): string {
  return `${OPT_OUT_COOKIE}; Path=/; SameSite=Lax; Max-Age=${isRefused ? OPT_OUT_SECONDS : 0}`;
}

/** Says nothing without consent. */
function readPerson(headers: Headers): Pick<Client, "personId" | "acceptsPostHog" | "isReturning"> {
  const visitor = findVisitor(headers);
  if (!visitor) return { personId: null, acceptsPostHog: false, isReturning: null };
  return {
    personId: visitor.personId,
    acceptsPostHog: findVisitor(headers, "posthog") !== null,
    isReturning: isReturningVisitor(visitor),
  };
}

function getDevice(userAgent: string): Device {
  if (/iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)/i.test(userAgent)) return "tablet";
  return /Mobi|Android|iPhone|iPod/i.test(userAgent) ? "phone" : "desktop";
}

/** Vercel sets this header itself and removes it from requests. On our own server a client could write it. */
function readTown(headers: Headers): string | null {
  const encoded = isOnVercel ? headers.get("x-vercel-ip-city") : null;
  if (!encoded) return null;
  try {
    return decodeURIComponent(encoded).slice(0, MAX_TOWN_LENGTH);
  } catch {
    return null;
  }
}
