import { beforeEach, describe, expect, it } from "vitest";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import { db } from "@/lib/db";
import { buildCategory, buildProduct, buildVariationInput } from "../support/build";
import { buildLead, CHROME, followLink } from "../support/leads";
import { newIpAddress } from "../support/sign-in";
import { buildStaff } from "../support/staff";

const NUMBER = "212611223344";
const OTHER = "212655667788";

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await db.setting.deleteMany();
  await db.setting.createMany({
    data: [
      { key: "whatsapp", value: NUMBER },
      { key: "otherWhatsapp", value: [OTHER] },
    ],
  });
});

const findLead = (reference: string | null) =>
  db.lead.findUnique({ where: { reference: reference ?? "" } });
const listEvents = (leadId: string) =>
  db.analyticsEvent.findMany({ where: { metadata: { path: ["leadId"], equals: leadId } } });

const toPlainSpaces = (text = "") => text.replace(/[\u00a0\u202f]/g, " ");

/** Counts what a request writes. */
async function countWritten(act: () => Promise<unknown>): Promise<number> {
  const count = async () =>
    (await db.lead.count()) + (await db.analyticsEvent.count()) + (await db.rateLimit.count());
  const before = await count();
  await act();
  return (await count()) - before;
}

describe("A click on WhatsApp", () => {
  it("redirects to the shop's number with the message of the product, and makes a lead", async () => {
    const product = await buildProduct({
      name: "Zellige vert",
      sku: "ZEL-1",
      variations: { create: [{ ...buildVariationInput("Couleur", "Blanc"), sku: "ZEL-1-B" }] },
    });
    const path = buildClickPath({
      page: "product",
      locale: "fr",
      product: product.slug,
      choice: ["ZEL-1-B"],
    });
    const { response, location, text, reference } = await followLink(path);
    expect(response.status).toBe(302);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("x-robots-tag")).toContain("noindex");
    expect(`${location.origin}${location.pathname}`).toBe(`https://wa.me/${NUMBER}`);
    expect(toPlainSpaces(text)).toBe(
      `Bonjour, je voudrais un renseignement sur ce produit : Zellige vert, Couleur : Blanc (réf. ZEL-1-B)\nhttp://localhost:3000/produit/${product.slug}?v=ZEL-1-B\nDemande ${reference}`,
    );
    const lead = await findLead(reference);
    expect(lead).toMatchObject({
      kind: "WHATSAPP",
      status: "NEW",
      productId: product.id,
      selection: "Couleur\u00a0: Blanc",
      page: "product",
      locale: "FR",
      device: "phone",
    });
    expect(await listEvents(lead?.id ?? "")).toMatchObject([
      {
        eventType: "whatsapp_click",
        productId: product.id,
        categoryId: product.categoryId,
        visitorHash: lead?.visitorHash,
        sessionId: lead?.sessionId,
        page: "product",
        ipAddress: null,
        userAgent: null,
      },
    ]);
  });

  it("isolates Latin text and figures in the Arabic message", async () => {
    const { slug } = await buildProduct({ name: "Grès 60x60", nameAr: "بلاط 60×60", sku: "GR-1" });
    const { text, reference } = await followLink(
      buildClickPath({ page: "product", locale: "ar", product: slug }),
    );
    expect(text).toContain("بلاط \u206660×60\u2069");
    expect(text).toContain("(المرجع \u2066GR-1\u2069)");
    expect(text).toContain(`/ar/produit/${slug}`);
    expect(text.endsWith(`رقم الطلب: \u2066${reference}\u2069`)).toBe(true);
    expect(await findLead(reference)).toMatchObject({ locale: "AR" });
  });

  it("carries the words of an empty search, in both languages", async () => {
    const french = await followLink(
      buildClickPath({ page: "search", locale: "fr", query: "مغسلة 60×40 & plus" }),
    );
    expect(toPlainSpaces(french.text.split("\n")[0])).toBe(
      "Bonjour, je cherche : \u2068مغسلة \u206660×40\u2069 & plus\u2069",
    );
    expect(await findLead(french.reference)).toMatchObject({
      page: "search",
      selection: "مغسلة 60×40 & plus",
    });
    const arabic = await followLink(
      buildClickPath({ page: "search", locale: "ar", query: "lavabo 60×40" }),
    );
    expect(arabic.text.split("\n")[0]).toBe("السلام عليكم، أبحث عن: \u2066lavabo 60×40\u2069");
  });

  it("names the category of an empty list", async () => {
    const { slug, name } = await buildCategory();
    const { text, reference } = await followLink(
      buildClickPath({ page: "category", locale: "fr", category: slug }),
    );
    expect(text).toContain(name);
    expect(await findLead(reference)).toMatchObject({ page: "category", selection: name });
  });

  it("knows the page and the product of a link in the header from the Referer", async () => {
    const { id, slug } = await buildProduct();
    const referer = `http://shop.test/ar/produit/${slug}?utm_source=Instagram&utm_medium=bio`;
    const { reference } = await followLink(buildClickPath({ page: "site", locale: "ar" }), {
      headers: { referer },
    });
    expect(await findLead(reference)).toMatchObject({
      page: "product",
      productId: id,
      source: "instagram",
      medium: "bio",
    });
  });

  it.each([
    ["http://shop.test/", "home"],
    ["http://shop.test/catalogue", "catalogue"],
    ["http://shop.test/ar", "home"],
    ["http://shop.test/recherche?q=lavabo", "search"],
    ["http://shop.test/contact?produit=x", "contact"],
    ["http://shop.test/confidentialite", "privacy"],
    ["http://shop.test/inconnu", "other"],
    ["https://elsewhere.test/faq", "other"],
    ["javascript:alert(1)", "other"],
    ["not a url", "other"],
  ])("from %s is on the page %s", async (referer, page) => {
    const { reference } = await followLink("/w/site", { headers: { referer } });
    expect(await findLead(reference)).toMatchObject({ page });
  });

  it("by a link on another site has that site as its source", async () => {
    const headers = { referer: "https://www.instagram.com/" };
    const { reference } = await followLink("/w/contact", { headers });
    expect(await findLead(reference)).toMatchObject({ source: "instagram.com" });
  });

  it("reaches a further number by its place, and the first one for an unknown place", async () => {
    expect((await followLink("/w/contact?n=0")).location.pathname).toBe(`/${OTHER}`);
    expect((await followLink("/w/contact?n=1")).location.pathname).toBe(`/${NUMBER}`);
  });
});

describe("The same visitor", () => {
  it("gets the same reference for the same product, with the last choice, and another one for another product", async () => {
    const [first, second] = [await buildProduct(), await buildProduct()];
    const headers = { "x-forwarded-for": newIpAddress() };
    const follow = (slug: string) => followLink(`/w/product?p=${slug}`, { headers });
    const { reference } = await follow(first.slug);
    expect((await follow(first.slug)).reference).toBe(reference);
    expect((await follow(second.slug)).reference).not.toBe(reference);
    const lead = await findLead(reference);
    expect((await listEvents(lead?.id ?? "")).map(({ eventType }) => eventType)).toEqual([
      "whatsapp_click",
      "whatsapp_click",
    ]);
  });

  it("gets one reference for a double tap", async () => {
    const { slug } = await buildProduct();
    const headers = { "x-forwarded-for": newIpAddress() };
    const taps = await Promise.all(
      Array.from({ length: 4 }, () => followLink(`/w/product?p=${slug}`, { headers })),
    );
    expect(new Set(taps.map(({ reference }) => reference)).size).toBe(1);
  });

  it("gets a new reference once the lead is closed", async () => {
    const { slug } = await buildProduct();
    const headers = { "x-forwarded-for": newIpAddress() };
    const { reference } = await followLink(`/w/product?p=${slug}`, { headers });
    await db.lead.update({ where: { reference: reference ?? "" }, data: { status: "SOLD" } });
    const next = (await followLink(`/w/product?p=${slug}`, { headers })).reference;
    expect(next).toMatch(/^W-/);
    expect(next).not.toBe(reference);
  });

  it("shares no reference with another visitor behind the same address", async () => {
    const { slug } = await buildProduct();
    const address = { "x-forwarded-for": newIpAddress() };
    const one = await followLink(`/w/product?p=${slug}`, { headers: address });
    const two = await followLink(`/w/product?p=${slug}`, {
      headers: { ...address, "user-agent": `${CHROME} Edg/131` },
    });
    expect(two.reference).not.toBe(one.reference);
  });
});

describe("Nothing is written, and the chat opens without a reference, for", () => {
  it.each<[string, Record<string, string>, string?]>([
    ["HEAD", {}, "HEAD"],
    ["a prefetch", { "sec-purpose": "prefetch;prerender" }],
    ["an older prefetch", { purpose: "prefetch" }],
    ["Firefox's prefetch", { "x-moz": "prefetch" }],
    ["an image", { "sec-fetch-dest": "image" }],
    ["a fetch of a script", { "sec-fetch-dest": "empty" }],
    ["a frame", { "sec-fetch-dest": "iframe" }],
    ["a prefetch of the router", { rsc: "1" }],
    ["WhatsApp's preview", { "user-agent": "WhatsApp/2.23.20.0 A" }],
    ["Facebook's preview", { "user-agent": "facebookexternalhit/1.1" }],
    [
      "Slack's preview",
      { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
    ],
    ["Telegram's preview", { "user-agent": "TelegramBot (like TwitterBot)" }],
    [
      "Discord's preview",
      { "user-agent": "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)" },
    ],
    ["LinkedIn's preview", { "user-agent": "LinkedInBot/1.0" }],
    [
      "Google",
      { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
    ],
    ["curl", { "user-agent": "curl/8.5.0" }],
    ["no user agent", { "user-agent": "" }],
  ])("%s", async (_, headers, method = "GET") => {
    const { slug } = await buildProduct();
    const path = `/w/product?p=${slug}`;
    const written = await countWritten(async () => {
      const { response, location, reference, text } = await followLink(path, { headers, method });
      expect(response.status).toBe(302);
      expect(location.pathname).toBe(`/${NUMBER}`);
      expect(reference).toBeNull();
      expect(text).toContain(`/produit/${slug}`);
    });
    expect(written).toBe(0);
  });

  it("signed-in staff", async () => {
    const { cookie } = await buildStaff();
    expect(
      await countWritten(async () => {
        expect((await followLink("/w/contact", { headers: { cookie } })).reference).toBeNull();
      }),
    ).toBe(0);
  });
});

it.each<[string, Record<string, string>]>([
  ["Sec-GPC", { "sec-gpc": "1" }],
  ["the cookie of the privacy page", { cookie: "no-count=1" }],
])(
  "A visitor who refuses to be counted by %s gets a reference, and nothing about them is stored",
  async (_, headers) => {
    const { reference } = await followLink("/w/contact?utm_source=x", { headers });
    const lead = await findLead(reference);
    expect(lead).toMatchObject({
      visitorHash: null,
      sessionId: null,
      personId: null,
      source: null,
      device: null,
    });
    expect(await listEvents(lead?.id ?? "")).toEqual([]);
  },
);

describe("Bad input", () => {
  const HOSTILE = [
    "",
    "\0",
    "%00",
    "%ff",
    "%ed%a0%80",
    "💧".repeat(5_000),
    "a".repeat(10_000),
    "../../etc/passwd",
    "//evil.example",
    "https://evil.example",
    "\u202Eevil",
    '\'; DROP TABLE "Lead"; --',
    "<script>alert(1)</script>",
    "& | ! ( ) : * < >",
    "__proto__",
    "constructor",
    "\r\nLocation: https://evil.example",
  ];
  const NAMES = [
    "l",
    "p",
    "v",
    "c",
    "q",
    "n",
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "number",
  ];

  it.each(HOSTILE)("%j in each part of the address leads to the shop's own chat", async (text) => {
    const encoded = text.startsWith("%") ? text : encodeURIComponent(text);
    await db.rateLimit.deleteMany();
    for (const name of NAMES) {
      const { response, location } = await followLink(`/w/product?${name}=${encoded}&${name}=2`);
      expect(response.status).toBe(302);
      expect(`${location.origin}${location.pathname}`).toBe(`https://wa.me/${NUMBER}`);
      expect(location.href.length).toBeLessThan(8_000);
    }
    const { location } = await followLink(`/w/${encoded || "x"}`, {
      headers: {
        referer: `http://shop.test/produit/${encoded}?q=${encoded}&utm_source=${encoded}`,
      },
    });
    expect(location.host).toBe("wa.me");
  });

  it("finds no unknown product, and stores none", async () => {
    const { reference, text } = await followLink("/w/product?p=inconnu&v=X");
    expect(await findLead(reference)).toMatchObject({ productId: null, selection: null });
    expect(text).not.toContain("inconnu");
  });

  it("stores nothing of the values that it does not know", async () => {
    const { reference } = await followLink("/w/invented?utm_source=%00&q=%00&l=xx&n=99");
    expect(await findLead(reference)).toMatchObject({
      page: "other",
      locale: "FR",
      source: null,
      selection: null,
    });
  });
});

describe("Limits", () => {
  it("redirect without a reference above the limit of a client", async () => {
    const headers = { "x-forwarded-for": newIpAddress() };
    const follow = () => followLink("/w/contact", { headers });
    for (let i = 0; i < 40; i++) expect((await follow()).reference).not.toBeNull();
    const { response, location, reference } = await follow();
    expect([response.status, location.pathname, reference]).toEqual([302, `/${NUMBER}`, null]);
  });

  it("redirect without a reference above the limit of the shop", async () => {
    await followLink("/w/contact");
    await db.rateLimit.updateMany({
      where: { key: { startsWith: "all-whatsapp-clicks:" } },
      data: { count: 1_000 },
    });
    const leads = await db.lead.count();
    expect((await followLink("/w/contact")).reference).toBeNull();
    expect(await db.lead.count()).toBe(leads);
  });

  it("make longer references where the short ones are taken", async () => {
    const { createLeadReference } = await import("@/domain/messaging/leads/lead-reference");
    const taken = createLeadReference(() => 3, 0);
    await buildLead({ reference: taken });
    expect(createLeadReference(() => 3, 3)).not.toBe(taken);
  });
});
