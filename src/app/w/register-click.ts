import { isbot } from "isbot";
import type { NextRequest } from "next/server";
import { readClient } from "@/domain/analytics/client";
import { trackVisitor } from "@/domain/analytics/visit-commands";
import { recordClick } from "@/domain/messaging/leads/click-commands";
import { formatSelection } from "@/domain/messaging/leads/click-message";
import { hasStaffCookie } from "@/lib/auth/device-cookie";
import { getClientAddress } from "@/lib/http/request";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limit";
import type { ClickRequest } from "./click-request";
import type { FoundSubject } from "./click-subject";

/** Several customers may share an IP address. */
const CLICKS: RateLimit = {
  name: "whatsapp-clicks",
  requests: 40,
  seconds: 10 * 60,
  store: "database",
};
/** Of the whole shop: a flood from many addresses fills no table. */
const ALL_CLICKS: RateLimit = {
  name: "all-whatsapp-clicks",
  requests: 1_000,
  seconds: 60 * 60,
  store: "database",
};

/** Counts a click and returns the reference of its lead; null for a request that is no click of a customer, and above the limits. */
export async function registerClick(
  request: NextRequest,
  click: ClickRequest,
  subject: FoundSubject,
): Promise<string | null> {
  if (!isClickOfCustomer(request)) return null;
  const address = getClientAddress(request.headers);
  if (!(await consumeRateLimit(CLICKS, address))) return null;
  if (!(await consumeRateLimit(ALL_CLICKS, "shop"))) return null;
  const client = readClient(request.headers, address);
  const { page, locale, arrival } = click;
  const { productId, categoryId } = subject;
  return recordClick(
    { page, locale, productId, categoryId, selection: formatSelection(subject), arrival },
    client && (await trackVisitor(client)),
  );
}

/** No prefetch, preview or part of another page, no program and no member of staff. */
function isClickOfCustomer({ method, headers }: NextRequest): boolean {
  const purpose = `${headers.get("sec-purpose")} ${headers.get("purpose")} ${headers.get("x-moz")}`;
  const userAgent = headers.get("user-agent");
  return (
    method === "GET" &&
    !/prefetch|preview|prerender/i.test(purpose) &&
    (headers.get("sec-fetch-dest") ?? "document") === "document" &&
    !headers.has("rsc") &&
    Boolean(userAgent) &&
    !isbot(userAgent) &&
    !hasStaffCookie(headers.get("cookie") ?? "")
  );
}
