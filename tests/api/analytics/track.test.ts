import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/analytics/track/route";
import { EVENTS } from "@/app/api/limits";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { dumpDatabase, forwardedFor, newIpAddress } from "../../support/sign-in";

let count = 0;
const newSearchId = () => `search-${String(++count).padStart(6, "0")}`;

function buildSearch(fields: object = {}) {
  const common = { eventType: "search", locale: "fr", source: "page", total: 4 };
  return { ...common, searchId: newSearchId(), q: "lavabo", ...fields };
}

const track = (body: unknown, address = newIpAddress()) =>
  call(POST, { method: "POST", body, headers: forwardedFor(address) });

const listStored = (searchId: string) =>
  db.analyticsEvent.findMany({ where: { searchId }, orderBy: { eventType: "asc" } });

describe("POST /api/analytics/track", () => {
  it("stores a search and a click without anything about the person", async () => {
    const product = await buildProduct();
    const search = buildSearch({ q: "  Lavabo  blanc ", locale: "ar", correctedQuery: "lavabo" });
    const { searchId } = search;
    const click = { eventType: "search_click", searchId, slug: product.slug, position: 3 };
    const { status, body } = await track([search, click], "203.0.113.77");
    expect([status, body?.data]).toEqual([202, null]);
    expect(await listStored(searchId)).toEqual([
      {
        id: expect.any(String),
        eventType: "search",
        searchId,
        locale: "AR",
        productId: null,
        categoryId: null,
        metadata: {
          q: "Lavabo blanc",
          correctedQuery: "lavabo",
          withheld: null,
          total: 4,
          isApproximate: false,
          source: "page",
        },
        sessionId: null,
        userAgent: null,
        ipAddress: null,
        visitorHash: null,
        page: null,
        device: null,
        source: null,
        medium: null,
        campaign: null,
        town: null,
        isReturning: null,
        personId: null,
        createdAt: expect.any(Date),
      },
      expect.objectContaining({
        eventType: "search_click",
        productId: product.id,
        metadata: { position: 3 },
      }),
    ]);
  });

  it("keeps one row per intent: the last text counts", async () => {
    const search = buildSearch({ q: "lav", total: 0 });
    await track(search);
    await track([
      { ...search, q: "lavab" },
      { ...search, q: "lavabo", total: 9 },
    ]);
    const rows = await listStored(search.searchId);
    expect(rows).toMatchObject([{ metadata: { q: "lavabo", total: 9 } }]);
  });

  it("ignores a click on an unknown product", async () => {
    const searchId = newSearchId();
    const click = { eventType: "search_click", searchId, slug: "n-existe-pas", position: 1 };
    expect((await track(click)).status).toBe(202);
    expect(await listStored(searchId)).toEqual([]);
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
  ])("does not store the text of %s", async (_, q, withheld) => {
    const search = buildSearch({ q, correctedQuery: q.toUpperCase() });
    expect((await track(search)).status).toBe(202);
    const [row] = await listStored(search.searchId);
    expect(row?.metadata).toMatchObject({ q: null, correctedQuery: null, withheld, total: 4 });
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
  ])("stores the text of a search for %s", async (q) => {
    const search = buildSearch({ q });
    await track(search);
    expect(await listStored(search.searchId)).toMatchObject([{ metadata: { q, withheld: null } }]);
  });

  it("accepts a text from navigator.sendBeacon", async () => {
    const search = buildSearch();
    const request = new NextRequest("http://shop.test/api/analytics/track", {
      method: "POST",
      headers: {
        host: "shop.test",
        origin: "http://shop.test",
        "content-type": "text/plain;charset=UTF-8",
      },
      body: JSON.stringify(search),
    });
    const { status } = await POST(request, { params: Promise.resolve({}) });
    expect([status, (await listStored(search.searchId)).length]).toEqual([202, 1]);
  });

  it("accepts fifty events at most", async () => {
    const events = Array.from({ length: 51 }, () => buildSearch());
    expect((await track(events.slice(0, 50))).status).toBe(202);
    expect((await track(events)).status).toBe(400);
    expect((await track([])).status).toBe(400);
  });

  it.each([
    ["an unknown type", { eventType: "purchase" }],
    ["no type", { eventType: undefined }],
    ["an inherited name as type", { eventType: "constructor" }],
    ["an unknown field", { visitor: "x" }],
    ["an address of the client", { ipAddress: "203.0.113.1" }],
    ["an empty text", { q: " \u200b " }],
    ["a text that is too long", { q: "x".repeat(201) }],
    ["NUL", { q: "a\0b" }],
    ["half a surrogate pair", { q: "\ud83d" }],
    ["a list as text", { q: ["lavabo"] }],
    ["a short id", { searchId: "x" }],
    ["an id with other characters", { searchId: "'; DROP TABLE x; --" }],
    ["a negative total", { total: -1 }],
    ["a huge total", { total: 1e300 }],
    ["an unknown language", { locale: "en" }],
  ])("rejects an event with %s", async (_, fields) => {
    const search = buildSearch(fields);
    for (const body of [search, [buildSearch(), search]]) {
      const { status, body: answer } = await track(body);
      expect([status, answer?.error.code]).toEqual([400, "VALIDATION_ERROR"]);
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
    JSON.parse('{"__proto__":{"eventType":"search"}}'),
  ])("rejects %j", async (body) => {
    expect((await track(body)).status).toBe(400);
  });

  it("rejects more than 8 kB", async () => {
    expect((await track({ ...buildSearch(), q: "é".repeat(5_000) })).status).toBe(413);
  });

  it("limits the requests of one client", async () => {
    const address = newIpAddress();
    for (let request = 0; request < EVENTS.requests; request++) await track(null, address);
    const { status, headers } = await track(buildSearch(), address);
    expect([status, Number(headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
  });

  it("stores parallel batches of the same searches", async () => {
    const searches = Array.from({ length: 20 }, () => buildSearch());
    const batches = [searches, searches.toReversed(), searches, searches.toReversed()];
    const answers = await Promise.all(batches.map((batch) => track(batch)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const ids = searches.map(({ searchId }) => searchId);
    expect(await db.analyticsEvent.count({ where: { searchId: { in: ids } } })).toBe(20);
  });
});
