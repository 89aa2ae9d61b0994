import type { NextRequest } from "next/server";
import type { Arrival, Page } from "@/domain/analytics/event";
import { parsePagePath } from "@/domain/analytics/received/page-path";
import { toArrival } from "@/domain/analytics/received/received-event";
import { CLICK_PAGES, CLICK_PARAMETERS } from "@/domain/messaging/leads/click-link";
import { MAX_QUERY_LENGTH } from "@/domain/search/schema";
import { appUrl } from "@/lib/env";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { cleanPlain, truncate } from "@/lib/input/text";

/** What a link to WhatsApp asks. Each value has been checked; an invalid one is left out, so that every address leads to the chat. */
export interface ClickRequest {
  page: Page;
  locale: Locale;
  /** Slugs, which may be unknown. */
  product: string | null;
  category: string | null;
  choice: string[];
  query: string | null;
  /** Place among the further numbers of the settings; null for the first number. */
  number: number | null;
  arrival: Arrival;
}

export function readClick(request: NextRequest, code: string): ClickRequest {
  const { searchParams } = request.nextUrl;
  const referer = readReferer(request);
  const page = CLICK_PAGES.find((name) => name === code) ?? "other";
  const locale = searchParams.get(CLICK_PARAMETERS.locale);
  const given = {
    page: page === "site" ? ("other" as const) : page,
    product: readSlug(searchParams.get(CLICK_PARAMETERS.product)),
    category: readSlug(searchParams.get(CLICK_PARAMETERS.category)),
    query: readQuery(searchParams.get(CLICK_PARAMETERS.query)),
  };
  const subject = page === "site" && referer?.isOurs ? readPage(referer.url) : given;
  const number = searchParams.get(CLICK_PARAMETERS.number) ?? "";
  return {
    ...subject,
    locale: isLocale(locale) ? locale : "fr",
    choice: searchParams.getAll(CLICK_PARAMETERS.choice).slice(0, MAX_CHOICES).flatMap(readChoice),
    number: /^\d{1,2}$/.test(number) ? Number(number) : null,
    arrival: readArrival(searchParams, referer),
  };
}

interface Referer {
  url: URL;
  isOurs: boolean;
}

function readReferer(request: NextRequest): Referer | null {
  const referer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return null;
  const url = new URL(referer);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  return { url, isOurs: url.host === request.headers.get("host") };
}

type Subject = Pick<ClickRequest, "page" | "product" | "category" | "query">;

function readPage({ pathname, searchParams }: URL): Subject {
  const { page, productSlug, categorySlug } = parsePagePath(pathname);
  return {
    page,
    product: readSlug(productSlug),
    category: readSlug(categorySlug),
    query: page === "search" ? readQuery(searchParams.get("q")) : null,
  };
}

function readSlug(value: string | null): string | null {
  return value !== null && /^[a-z0-9-]{1,200}$/.test(value) ? value : null;
}

const MAX_CHOICES = 10;

/** A SKU or an id. */
function readChoice(value: string): string[] {
  return value.length <= 100 && !value.includes("\0") ? [value] : [];
}

function readQuery(value: string | null): string | null {
  return readText(value, MAX_QUERY_LENGTH);
}

/** Null for an empty text, and for one that is much too long. */
function readText(value: string | null, maxLength: number): string | null {
  if (value === null || value.length > 10 * maxLength) return null;
  const text = cleanPlain(value.replace(/[\0\p{Surrogate}]/gu, ""));
  return truncate(text, maxLength).trim() || null;
}

const MAX_LABEL_LENGTH = 100;

/** Counts for a visitor of whom no page was counted before: one without scripts, or one who comes by a link on another site. */
function readArrival(own: URLSearchParams, referer: Referer | null): Arrival {
  const named = own.has("utm_source") || !referer?.isOurs ? own : referer.url.searchParams;
  const readLabel = (name: string) => readText(named.get(name), MAX_LABEL_LENGTH);
  const origin = {
    referrer: referer && !referer.isOurs ? referer.url.hostname : null,
    utmSource: readLabel("utm_source"),
    utmMedium: readLabel("utm_medium"),
    utmCampaign: readLabel("utm_campaign"),
  };
  return toArrival(origin, SHOP_HOST);
}

const SHOP_HOST = new URL(appUrl).hostname;
