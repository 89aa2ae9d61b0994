import type { NextRequest } from "next/server";
import type { Arrival, Page } from "@/domain/analytics/event";
import { CLICK_PAGES, CLICK_PARAMETERS } from "@/domain/messaging/leads/click-link";
import { MAX_QUERY_LENGTH } from "@/domain/search/schema";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { pathLocale } from "@/lib/i18n/paths";
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

const PAGES: readonly (readonly [pattern: RegExp, page: Page])[] = [
  [/^\/$/, "home"],
  [/^\/catalogue$/, "catalogue"],
  [/^\/catalogue\/([^/]+)/, "category"],
  [/^\/produit\/([^/]+)$/, "product"],
  [/^\/recherche$/, "search"],
  [/^\/contact/, "contact"],
  [/^\/faq$/, "faq"],
  [/^\/a-propos$/, "about"],
  [/^\/mentions-legales$/, "legal"],
  [/^\/confidentialite$/, "privacy"],
  [/^\/newsletter\//, "newsletter"],
  [/^\/plan-du-site$/, "plan"],
];

/** The page of the storefront at an address. */
function readPage({ pathname, searchParams }: URL): Subject {
  const path = pathLocale(pathname) === "ar" ? pathname.replace(/^\/ar/, "") || "/" : pathname;
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(path);
    if (!match) continue;
    const slug = readSlug(match[1] ?? null);
    return {
      page,
      product: page === "product" ? slug : null,
      category: page === "category" ? slug : null,
      query: page === "search" ? readQuery(searchParams.get("q")) : null,
    };
  }
  return { page: "other", product: null, category: null, query: null };
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
  if (value === null || value.length > 10 * MAX_QUERY_LENGTH) return null;
  return (
    truncate(cleanPlain(value.replace(/[\0\p{Surrogate}]/gu, "")), MAX_QUERY_LENGTH).trim() || null
  );
}

/** Counts for a visitor of whom no page was counted before: one who refuses scripts, or comes by a link on another site. */
function readArrival(own: URLSearchParams, referer: Referer | null): Arrival {
  const named = own.has("utm_source") || !referer?.isOurs ? own : referer.url.searchParams;
  const host = referer && !referer.isOurs ? referer.url.hostname.replace(/^www\./, "") : null;
  return {
    source: readLabel(named.get("utm_source")) ?? readLabel(host),
    medium: readLabel(named.get("utm_medium")),
    campaign: readLabel(named.get("utm_campaign")),
  };
}

function readLabel(value: string | null): string | null {
  const label = (value ?? "").toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(label) ? label : null;
}
