import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { enqueueEvent, flushEvents } from "@/domain/analytics/buffer-commands";
import { readClient } from "@/domain/analytics/client";
import { DEVICES, EVENT_TYPES, type EventType, PAGES, type Page } from "@/domain/analytics/event";
import { insertEvent } from "@/domain/analytics/tx-commands";
import { trackVisitor } from "@/domain/analytics/visit-commands";
import { db } from "@/lib/db";
import { newClient, PHONE_BROWSER } from "../../support/analytics";
import { buildProduct } from "../../support/build";

const MINUTE_MS = 60_000;
const listEvents = (visitorHash: string) =>
  db.analyticsEvent.findMany({ where: { visitorHash }, orderBy: [{ createdAt: "asc" }] });

describe("A client", () => {
  const read = (headers: Record<string, string>) =>
    readClient(new Headers({ "user-agent": PHONE_BROWSER, ...headers }), "192.0.2.1");

  it.each([
    ["phone", PHONE_BROWSER],
    ["phone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1"],
    ["tablet", "Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) Mobile/15E148 Safari/604.1"],
    [
      "tablet",
      "Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
    ],
    [
      "desktop",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
    ],
  ])("is a %s", (device, userAgent) => {
    expect(read({ "user-agent": userAgent })?.device).toBe(device);
  });

  it.each<[string, Record<string, string>]>([
    [
      "a bot",
      { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
    ],
    ["no user agent", { "user-agent": "" }],
    ["Global Privacy Control", { "sec-gpc": "1" }],
    ["Do Not Track", { dnt: "1" }],
    ["the opt-out", { cookie: "consent=x; no-count=1" }],
    ["a session of staff", { cookie: "theme=dark; session=abc" }],
    ["a device of staff", { cookie: "device-0123456789ab=x" }],
  ])("is not counted with %s", (_, headers) => {
    expect(read(headers)).toBeNull();
  });

  it("is counted with other cookies", () => {
    expect(read({ cookie: "no-count=0; sessions=1; my-session=2; device-x=3" })).not.toBeNull();
  });
});

describe("Queued events", () => {
  it("are stored once, with a session that thirty minutes without events end", async () => {
    const client = newClient();
    const start = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000);
    const arrival = { source: "facebook.com", medium: null, campaign: null };
    const events = [0, 10, 39, 70].map((minutes, index) => ({
      id: randomUUID(),
      eventType: "page_view" as const,
      page: "home" as const,
      createdAt: new Date(start.getTime() + minutes * MINUTE_MS),
      arrival: index === 0 ? arrival : undefined,
    }));
    const [first, ...others] = events;
    if (first) enqueueEvent(client, first);
    await flushEvents();
    for (const event of [...others.toReversed(), ...events]) enqueueEvent(client, event);
    await flushEvents();
    const { visitorHash } = await trackVisitor(client, start);
    const stored = await listEvents(visitorHash);
    expect(stored.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(new Set(stored.slice(0, 3).map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(stored[3]?.sessionId).not.toBe(stored[0]?.sessionId);
    expect(stored.map(({ source }) => source)).toEqual([
      "facebook.com",
      "facebook.com",
      "facebook.com",
      null,
    ]);
    expect(stored[0]).toMatchObject({ ipAddress: null, userAgent: null, device: "phone" });
  });

  it("name a product by its slug, and are refused for an unknown one", async () => {
    const client = newClient();
    const product = await buildProduct();
    for (const productSlug of [product.slug, "n-existe-pas"]) {
      enqueueEvent(client, { eventType: "page_view", page: "product", productSlug });
      enqueueEvent(client, { eventType: "product_view", page: "product", productSlug });
    }
    const { visitorHash } = await trackVisitor(client);
    const stored = await listEvents(visitorHash);
    expect(
      stored.map(({ eventType, page, productId, categoryId }) => [
        eventType,
        page,
        productId,
        categoryId,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["page_view", "product", null, null],
        ["product_view", "product", product.id, product.categoryId],
        ["page_view", "other", null, null],
      ]),
    );
    expect(stored).toHaveLength(3);
  });
});

describe("An event in the transaction of a change", () => {
  it("continues the session of events that were still waiting", async () => {
    const client = newClient();
    const product = await buildProduct();
    const arrival = { source: "google.com", medium: null, campaign: null };
    enqueueEvent(client, { eventType: "page_view", page: "home", arrival });
    const visit = await trackVisitor(client);
    expect(visit).toMatchObject({ source: "google.com", device: "phone" });
    await db.$transaction((tx) =>
      insertEvent(tx, {
        eventType: "whatsapp_click",
        ...visit,
        productId: product.id,
        locale: "AR",
      }),
    );
    const stored = await listEvents(visit.visitorHash);
    expect(stored).toMatchObject([
      { eventType: "page_view" },
      { eventType: "whatsapp_click", productId: product.id, categoryId: product.categoryId },
    ]);
    expect(stored[0]?.sessionId).toBe(stored[1]?.sessionId);
  });

  it("can have each type, page and device", async () => {
    const visit = await trackVisitor(newClient());
    const store = (eventType: EventType, page: Page) =>
      db.$transaction((tx) => insertEvent(tx, { ...visit, eventType, page }));
    for (const eventType of EVENT_TYPES) await store(eventType, "other");
    for (const page of PAGES) await store("page_view", page);
    for (const device of DEVICES) {
      await db.$transaction((tx) => insertEvent(tx, { ...visit, eventType: "share", device }));
    }
    const count = EVENT_TYPES.length + PAGES.length + DEVICES.length;
    expect(await listEvents(visit.visitorHash)).toHaveLength(count);
  });

  it("disappears with it", async () => {
    const visit = await trackVisitor(newClient());
    const failed = db.$transaction(async (tx) => {
      await insertEvent(tx, { eventType: "whatsapp_click", ...visit });
      throw new Error("the lead is refused");
    });
    await expect(failed).rejects.toThrow("refused");
    expect(await listEvents(visit.visitorHash)).toEqual([]);
  });
});
