import type { Language } from "@/generated/prisma/client";

export const EVENT_TYPES = [
  "page_view",
  "product_view",
  "whatsapp_click",
  "phone_click",
  "contact_submit",
  "newsletter_subscribe",
  "search",
  "search_click",
  "share",
  "filter",
  "calculator",
  "quote_open",
  "exposure",
  "lead_replied",
  "lead_quoted",
  "lead_sold",
  "lead_lost",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The names of routes that an event can have; an unknown path is `other`. */
export const PAGES = [
  "home",
  "catalogue",
  "category",
  "product",
  "search",
  "contact",
  "faq",
  "about",
  "legal",
  "privacy",
  "newsletter",
  "plan",
  "other",
] as const;
export type Page = (typeof PAGES)[number];

export const DEVICES = ["phone", "tablet", "desktop"] as const;
export type Device = (typeof DEVICES)[number];

/** Where a session came from: what its first event says. All null for a direct visit. */
export interface Arrival {
  source: string | null;
  medium: string | null;
  campaign: string | null;
}

/** A session and its visitor, as an event stores them. */
export interface Visit extends Arrival {
  visitorHash: string;
  sessionId: string;
  device: Device;
  town: string | null;
  personId: string | null;
  acceptsPostHog: boolean;
  isReturning: boolean | null;
}

/** An event to store; what is absent is null. */
export interface EventRow extends Partial<{ [K in keyof Visit]: Visit[K] | null }> {
  /** Made by the browser; without one the event is always new. */
  id?: string;
  eventType: EventType;
  createdAt?: Date;
  productId?: string | null;
  /** Instead of `productId`. An event that names an unknown product is not stored. */
  productSlug?: string | null;
  /** Default: the category of the product. */
  categoryId?: string | null;
  /** Instead of `categoryId`. */
  categorySlug?: string | null;
  metadata?: Record<string, unknown> | null;
  searchId?: string | null;
  locale?: Language | null;
  page?: Page | null;
}
