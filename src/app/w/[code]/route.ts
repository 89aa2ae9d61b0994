import type { NextRequest } from "next/server";
import { orNull, PRIVATE_HEADERS } from "@/app/n/visit";
import { type ClickRequest, readClick } from "@/app/w/click-request";
import { buildBlankSubject, findSubject } from "@/app/w/click-subject";
import { registerClick } from "@/app/w/register-click";
import { buildClickMessage } from "@/domain/messaging/leads/click-message";
import { getShopSettings } from "@/domain/settings/published";
import { buildWhatsappLink } from "@/domain/settings/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import { appUrl } from "@/lib/env";
import { localPath } from "@/lib/i18n/paths";

interface Context {
  params: Promise<{ code: string }>;
}

/**
 * A link to WhatsApp: makes the lead of a customer's click and redirects to the chat. The number comes from the settings only. What is no
 * click of a customer, and what cannot be counted in time, is redirected without a reference.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const click = readClick(request, (await params).code);
  const shop = await findShop();
  const location = shop
    ? await buildChatLink(request, click, shop)
    : `${appUrl}${localPath(click.locale, "/contact")}`;
  return new Response(null, { status: 302, headers: { ...PRIVATE_HEADERS, location } });
}

export const HEAD = GET;

/** The numbers as they were last read, for as long as the database is unavailable. */
let lastShop: ShopSettings | null = null;

async function findShop(): Promise<ShopSettings | null> {
  lastShop = (await orNull(getShopSettings())) ?? lastShop;
  return lastShop;
}

/** A customer waits no longer for the database. */
const TIMEOUT_MS = 2_500;

async function buildChatLink(
  request: NextRequest,
  click: ClickRequest,
  { whatsapp, otherWhatsapp }: ShopSettings,
): Promise<string> {
  let subject = buildBlankSubject(click);
  const reference = await withTimeout(
    orNull(
      findSubject(click).then((found) => {
        subject = found;
        return registerClick(request, click, found);
      }),
    ),
  );
  const number = otherWhatsapp[click.number ?? -1] ?? whatsapp;
  return buildWhatsappLink(number, buildClickMessage(subject, click.locale, reference));
}

function withTimeout<T>(work: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
