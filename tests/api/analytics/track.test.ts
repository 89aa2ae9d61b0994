import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { POST as choose } from "@/app/api/analytics/choice/route";
import { POST } from "@/app/api/analytics/track/route";
import { EVENTS } from "@/app/api/limits";
import { flushEvents } from "@/domain/analytics/buffer-commands";
import { db } from "@/lib/db";
import { newClientHeaders, PHONE_BROWSER } from "../../support/analytics";
import { buildCategory, buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { newWord } from "../../support/search";
import { dumpDatabase, newIpAddress } from "../../support/sign-in";
import { recordStatements } from "../../support/statements";

const DAY_MS = 86_400_000;

const buildView = (fields: object = {}) => ({
  eventType: "page_view",
  id: randomUUID(),
  path: "/",
  ...fields,
});
const buildSearch = (fields: object = {}) => ({
  eventType: "search",
  path: "/recherche",
  q: newWord(),
  total: 4,
  source: "page",
  ...fields,
});

/** Sends events, each time as a new visitor unless `headers` names one, and writes them. */
async function track(body: unknown, headers: Record<string, string> = newClientHeaders()) {
  const {
    status,
    body: answer,
    headers: answered,
  } = await call(POST, { method: "POST", body, headers });
  await flushEvents();
  return { status, code: answer?.error?.code, data: answer?.data, headers: answered };
}

const findStored = (id: string) => db.analyticsEvent.findUnique({ where: { id } });
const listSearches = (q: string) =>
  db.analyticsEvent.findMany({
    where: { metadata: { path: ["q"], equals: q } },
    orderBy: { createdAt: "asc" },
  });

describe("POST /api/analytics/track", () => {
  it("stores the views of a page without an address or a user agent", async () => {
    const product = await buildProduct();
    const path = `/ar/produit/${product.slug}`;
    const view = buildView({
      path,
      referrer: "www.Facebook.com",
      utmCampaign: "Soldes",
      ageMs: 60_000,
    });
    const seen = { eventType: "product_view", id: randomUUID(), path };
    const headers = newClientHeaders("203.0.113.77");
    expect(await track([view, seen], headers)).toMatchObject({ status: 202, data: null });
    const stored = await findStored(view.id);
    expect(stored).toEqual({
      id: view.id,
      eventType: "page_view",
      page: "product",
      locale: "AR",
      source: "facebook.com",
      medium: null,
      campaign: "soldes",
      device: "phone",
      town: null,
      productId: null,
      categoryId: null,
      metadata: null,
      searchId: null,
      sessionId: expect.any(String),
      visitorHash: expect.stringMatching(/^[\w-]{22}$/),
      personId: null,
      isReturning: null,
      userAgent: null,
      ipAddress: null,
      createdAt: expect.any(Date),
    });
    const age = Date.now() - Number(stored?.createdAt);
    expect(age).toBeGreaterThanOrEqual(60_000);
    expect(age).toBeLessThan(90_000);
    expect(await findStored(seen.id)).toMatchObject({
      eventType: "product_view",
      productId: product.id,
      categoryId: product.categoryId,
      sessionId: stored?.sessionId,
      source: "facebook.com",
    });
    const dump = await dumpDatabase();
    expect(dump).toContain(view.id);
    for (const text of ["203.0.113.77", PHONE_BROWSER]) expect(dump).not.toContain(text);
  });

  it("accepts every type of event", async () => {
    const product = await buildProduct();
    const path = `/produit/${product.slug}`;
    const plain = ["product_view", "whatsapp_click", "phone_click", "contact_submit"];
    const others = ["newsletter_subscribe", "share", "calculator"];
    const events = [
      ...[...plain, ...others].map((eventType) => ({ eventType, id: randomUUID(), path })),
      {
        eventType: "filter",
        id: randomUUID(),
        path: "/catalogue",
        filters: ["price", "option", "price"],
      },
      { eventType: "quote_open", id: randomUUID(), path, products: 3 },
      buildView({ path }),
    ];
    expect((await track(events)).status).toBe(202);
    const ids = events.map(({ id }) => id);
    const stored = await db.analyticsEvent.findMany({ where: { id: { in: ids } } });
    expect(stored).toHaveLength(events.length);
    expect(stored.find(({ eventType }) => eventType === "filter")?.metadata).toEqual({
      filters: ["price", "option"],
    });
  });

  it.each([
    ["/", "FR", "home"],
    ["/ar", "AR", "home"],
    ["/ar/catalogue", "AR", "catalogue"],
    ["/recherche", "FR", "search"],
    ["/ar/newsletter/merci", "AR", "newsletter"],
    ["/confidentialite", "FR", "privacy"],
    ["/produit", "FR", "other"],
    ["/produit/%E0%A4%A", "FR", "other"],
    ["/produit/n-existe-pas", "FR", "other"],
    ["/catalogue/n-existe-pas", "FR", "other"],
    ["/catalogue/a/b/c", "FR", "other"],
    ["/constructor", "FR", "other"],
    ["/__proto__/x", "FR", "other"],
    ["/en/catalogue", "FR", "other"],
    [`/${"x".repeat(499)}`, "FR", "other"],
  ])("folds the path %s to its route", async (path, locale, page) => {
    const view = buildView({ path });
    expect((await track(view)).status).toBe(202);
    const stored = await findStored(view.id);
    expect(stored).toMatchObject({ locale, page, productId: null, categoryId: null });
  });

  it("names the category of a page", async () => {
    const category = await buildCategory();
    const view = buildView({ path: `/catalogue/${category.slug}` });
    await track(view);
    expect(await findStored(view.id)).toMatchObject({ page: "category", categoryId: category.id });
  });

  it("ignores views of unknown products", async () => {
    const seen = { eventType: "product_view", id: randomUUID(), path: "/produit/n-existe-pas" };
    expect((await track(seen)).status).toBe(202);
    expect(await findStored(seen.id)).toBeNull();
  });

  it("stores an event once, however often and in however many batches it comes", async () => {
    const view = buildView();
    const headers = newClientHeaders();
    const batches = [[view, view], [view], [view, buildView(), view]];
    const answers = await Promise.all(batches.map((batch) => track(batch, headers)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await track({ ...view, path: "/faq" });
    expect(await findStored(view.id)).toMatchObject({ page: "home" });
  });

  it.each([
    ["the source of a link", { utmSource: " Google  Ads " }, "google ads"],
    ["the host of a page", { referrer: "l.instagram.com" }, "instagram.com"],
    ["our own host", { referrer: "localhost" }, null],
    ["a text that is no host", { referrer: "<script>alert(1)</script>" }, null],
    ["an address with a name", { referrer: "https://example.com/fatima" }, null],
    ["an e-mail address", { utmSource: "fatima@example.ma" }, null],
    ["a phone number", { utmSource: "0661234567" }, null],
  ])("reads from %s where a visitor comes from", async (_, fields, source) => {
    const view = buildView(fields);
    expect((await track(view)).status).toBe(202);
    expect(await findStored(view.id)).toMatchObject({ source });
  });

  it.each<[string, Record<string, string>]>([
    ["Global Privacy Control", { "sec-gpc": "1" }],
    ["the opt-out", { cookie: "no-count=1" }],
    ["a session of staff", { cookie: "session=x" }],
    ["the user agent of a bot", { "user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)" }],
    ["no user agent", { "user-agent": "" }],
  ])("accepts, but does not count, a request with %s", async (_, headers) => {
    const view = buildView();
    expect((await track(view, { ...newClientHeaders(), ...headers })).status).toBe(202);
    expect(await findStored(view.id)).toBeNull();
  });

  it("accepts a text from navigator.sendBeacon", async () => {
    const view = buildView();
    const request = new NextRequest("http://shop.test/api/analytics/track", {
      method: "POST",
      headers: {
        ...newClientHeaders(),
        host: "shop.test",
        origin: "http://shop.test",
        "content-type": "text/plain;charset=UTF-8",
      },
      body: JSON.stringify(view),
    });
    const { status } = await POST(request, { params: Promise.resolve({}) });
    await flushEvents();
    expect([status, (await findStored(view.id))?.page]).toEqual([202, "home"]);
  });

  it("accepts fifty events at most", async () => {
    const events = Array.from({ length: 51 }, () => ({
      ...buildView(),
      id: randomUUID().slice(0, 8),
    }));
    expect((await track(events.slice(0, 50))).status).toBe(202);
    expect((await track(events)).status).toBe(400);
    expect((await track([])).status).toBe(400);
  });

  it.each<[string, object]>([
    ["an unknown type", { eventType: "purchase" }],
    ["a type of the server", { eventType: "lead_sold" }],
    ["no type", { eventType: undefined }],
    ["an inherited name as type", { eventType: "constructor" }],
    ["an unknown field", { visitor: "x" }],
    ["an address of the client", { ipAddress: "203.0.113.1" }],
    ["a product id", { productId: "x" }],
    ["a moment in the future", { ageMs: -3_600_000 }],
    ["an age of more than a day", { ageMs: DAY_MS + 1 }],
    ["an age of a year", { ageMs: 365 * DAY_MS }],
    ["a date as age", { ageMs: "2026-01-01" }],
    ["no path", { path: undefined }],
    ["a relative path", { path: "produit/x" }],
    ["a list as path", { path: ["/"] }],
    ["NUL in its path", { path: "/a\0b" }],
    ["half a surrogate pair", { path: "/\ud83d" }],
    ["a long path", { path: `/${"x".repeat(500)}` }],
    ["no id", { id: undefined }],
    ["a short id", { id: "x" }],
    ["an id with other characters", { id: "'; DROP TABLE x; --" }],
    ["a long label", { utmSource: "x".repeat(101) }],
  ])("rejects an event with %s", async (_, fields) => {
    const event = buildView(fields);
    for (const body of [event, [buildView(), event]]) {
      expect(await track(body)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    }
  });

  it.each([
    null,
    1,
    "x",
    true,
    [null],
    [[]],
    { events: [] },
    JSON.parse('{"__proto__":{"eventType":"page_view"}}'),
  ])("rejects %j", async (body) => {
    expect((await track(body)).status).toBe(400);
  });

  it("rejects more than 8 kB", async () => {
    expect((await track(buildView({ path: `/${"é".repeat(5_000)}` }))).status).toBe(413);
    expect((await track(buildView({ path: `/${"x".repeat(1_000_000)}` }))).status).toBe(413);
  });

  it("limits the requests of one client", async () => {
    const headers = newClientHeaders();
    for (let request = 0; request < EVENTS.requests; request++) await track(null, headers);
    const { status, headers: answered } = await track(buildView(), headers);
    expect([status, Number(answered.get("retry-after"))]).toEqual([429, expect.any(Number)]);
  });
});

const HOSTILE = [
  "' OR 1=1 --",
  '"; DROP TABLE "AnalyticsEvent"; --',
  "a & b | !c ( d ) : * < >",
  "a\0b",
  "🧱🏳️‍🌈",
  "é".repeat(5_000),
  "\u202e\u2066مغسلة\u2069",
  "\ud83d",
  "%00%E0%A4%A",
  "{}",
  "__proto__",
  "constructor",
  "",
  " ",
];

describe("Hostile values", () => {
  const examples: Record<string, unknown>[] = [
    { ...buildView(), referrer: "x", utmSource: "x", utmMedium: "x", utmCampaign: "x", ageMs: 1 },
    { eventType: "product_view", id: randomUUID(), path: "/produit/x" },
    { eventType: "filter", id: randomUUID(), path: "/catalogue", filters: ["price"] },
    { eventType: "quote_open", id: randomUUID(), path: "/", products: 1 },
    { ...buildSearch(), isApproximate: false, correctedQuery: "x" },
    { eventType: "search_click", path: "/recherche", q: "x", slug: "x", position: 1 },
  ];
  const OTHERS = [null, [], {}, [[]], true, -1, 1e300, Number.MAX_SAFE_INTEGER + 1];

  it("in every property are accepted or rejected, and none is an error of ours or stops later events", async () => {
    const statuses = new Map<number, number>();
    for (const example of examples) {
      for (const name of [...Object.keys(example), "__proto__", "unknown"]) {
        for (const value of [...HOSTILE, ...OTHERS, ["x"], `/${HOSTILE[0]}`]) {
          const event = { ...example, id: example.id && randomUUID(), [name]: value };
          const { status } = await call(POST, {
            method: "POST",
            body: event,
            headers: newClientHeaders(),
          });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }
    }
    expect([...statuses.keys()].toSorted()).toEqual([202, 400, 413]);
    await flushEvents();
    const view = buildView();
    await track(view);
    expect(await findStored(view.id)).not.toBeNull();
  });
});

describe("Searches", () => {
  it("of one visitor that continue each other are one row: the last text counts", async () => {
    const headers = newClientHeaders();
    const word = newWord();
    const first = buildSearch({
      q: word.slice(0, 4),
      total: 0,
      source: "suggestions",
      path: "/ar",
    });
    await track(first, headers);
    await track([buildSearch({ q: word.slice(0, 5), total: 0 })], headers);
    await track(
      buildSearch({ q: word, total: 9, correctedQuery: "lavabo", path: "/ar/recherche" }),
      headers,
    );
    await track(buildSearch({ q: word, total: 9 }));
    const rows = await listSearches(word);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      eventType: "search",
      locale: "AR",
      searchId: expect.any(String),
      metadata: {
        q: word,
        correctedQuery: "lavabo",
        withheld: null,
        total: 9,
        isApproximate: false,
        source: "page",
      },
    });
    expect(await listSearches(word.slice(0, 4))).toEqual([]);
  });

  it("get the last click on one of their products, also when others came between", async () => {
    const headers = newClientHeaders();
    const product = await buildProduct();
    const [q, other] = [newWord(), `ciment ${newWord()}`];
    const click = (text: string, position: number) => ({
      eventType: "search_click",
      path: "/recherche",
      q: text,
      slug: product.slug,
      position,
    });
    await track([buildSearch({ q }), { ...click(q, 3) }], headers);
    await track(buildSearch({ q: other }), headers);
    await track(click(q, 1), headers);
    await track([click(newWord(), 1), { ...click(other, 1), slug: "n-existe-pas" }], headers);
    await track(click(q, 7));
    const [search] = await listSearches(q);
    const clicks = await db.analyticsEvent.findMany({
      where: { eventType: "search_click", visitorHash: search?.visitorHash },
    });
    expect(clicks).toMatchObject([
      { searchId: search?.searchId, productId: product.id, metadata: { position: 1 } },
    ]);
  });

  it.each([
    ["an e-mail address", "fatima@example.ma", "personal"],
    ["an e-mail address among words", "facture de fatima @ example.ma", "personal"],
    ["a full-width at sign", "fatima＠example.ma", "personal"],
    ["a phone number", "06 61 23 45 67", "personal"],
    ["a phone number among words", "appelez 0661234567 svp", "personal"],
    ["a phone number in Arabic digits", "٠٦٦١٢٣٤٥٦٧", "personal"],
    ["a foreign number", "+33 6 12 34 56 78", "personal"],
    ["a foreign number among words", "whatsapp +33612345678", "personal"],
    [
      "a long text",
      "je cherche un lavabo pour la petite salle de bains de mon cousin à Zagora, merci d’avance",
      "long",
    ],
  ])("are stored without the text of %s", async (_, q, withheld) => {
    const total = Math.floor(Math.random() * 1e9);
    expect((await track(buildSearch({ q, correctedQuery: q.toUpperCase(), total }))).status).toBe(
      202,
    );
    const rows = await db.analyticsEvent.findMany({
      where: { metadata: { path: ["total"], equals: total } },
    });
    expect(rows).toMatchObject([{ metadata: { q: null, correctedQuery: null, withheld } }]);
    const dump = await dumpDatabase();
    for (const text of [q, q.toUpperCase()]) expect(dump).not.toContain(text);
  });

  it.each([
    "grès 60×60",
    "3000 K",
    "ROB-0101-NM",
    "2,5 mm²",
    "مغسلة ٦٠ سم",
    "6111234567890",
    "100%_\\'\"",
  ])("are stored with the text %s", async (q) => {
    await track(buildSearch({ q: `  ${q} ` }));
    expect(await listSearches(q)).toMatchObject([{ metadata: { q, withheld: null } }]);
  });

  it.each([
    ["an empty text", { q: " \u200b " }],
    ["a text that is too long", { q: "x".repeat(201) }],
    ["NUL", { q: "a\0b" }],
    ["half a surrogate pair", { q: "\ud83d" }],
    ["a list as text", { q: ["lavabo"] }],
    ["a negative total", { total: -1 }],
    ["a huge total", { total: 1e300 }],
  ])("are rejected with %s", async (_, fields) => {
    expect((await track(buildSearch(fields))).status).toBe(400);
  });
});

describe("POST /api/analytics/choice", () => {
  it("sets a cookie with which a browser is not counted, and removes it", async () => {
    const chooseWith = async (isCounted: boolean) => {
      const { status, headers } = await call(choose, { method: "POST", body: { isCounted } });
      expect(status).toBe(200);
      return headers.get("set-cookie") ?? "";
    };
    const refusal = await chooseWith(false);
    const [cookie = ""] = refusal.split(";");
    const view = buildView();
    await track(view, { ...newClientHeaders(), cookie });
    expect(await findStored(view.id)).toBeNull();
    expect(await chooseWith(true)).toBe(refusal.replace(/Max-Age=\d+/, "Max-Age=0"));
  });

  it("rejects anything but a choice", async () => {
    for (const body of [null, {}, { isCounted: "no" }, { isCounted: true, days: 1 }]) {
      expect((await call(choose, { method: "POST", body })).status).toBe(400);
    }
  });
});

describe("A thousand events", () => {
  it("of many visitors are written in ten statements at most, none of which changes a product", async () => {
    const product = await buildProduct();
    await track(buildView());
    const statements = await recordStatements(async () => {
      for (let request = 0; request < 100; request++) {
        const path = `/produit/${product.slug}`;
        const views = Array.from({ length: 8 }, () => buildView({ path }));
        const seen = { eventType: "product_view", id: randomUUID(), path };
        const body = [...views, seen, buildSearch()];
        await call(POST, { method: "POST", body, headers: newClientHeaders(newIpAddress()) });
      }
      await flushEvents();
    });
    expect(await db.analyticsEvent.count({ where: { productId: product.id } })).toBe(100);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(10);
    expect(statements.filter((text) => /UPDATE\s+"Product"/i.test(text))).toEqual([]);
  });
});
