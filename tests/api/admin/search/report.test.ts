import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { DELETE } from "@/app/api/admin/search/ignored/[id]/route";
import { POST } from "@/app/api/admin/search/ignored/route";
import { GET } from "@/app/api/admin/search/report/route";
import type { UnansweredSearch } from "@/domain/search/report/schema";
import { db } from "@/lib/db";
import { startOfShopDay } from "@/lib/format/shop-day";
import { call } from "../../../support/call";
import {
  buildIgnoredSearch,
  buildSearchEvents,
  buildSearchRule,
  buildSynonym,
  newWord,
} from "../../../support/search";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("ADMIN");
});
afterEach(async () => {
  await db.analyticsEvent.deleteMany();
});

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

async function readReport(query = "") {
  const { status, body } = await call(GET, { as, query });
  expect(status).toBe(200);
  return body?.data;
}

const listTexts = async (query = "") =>
  (await readReport(query)).unanswered.map(({ text }: UnansweredSearch) => text);

describe("The figures of searches", () => {
  it("are zero in a new shop", async () => {
    expect(await readReport()).toMatchObject({
      figures: { searches: 0, withoutResult: 0, withClick: 0, meanPosition: null },
      topSearches: [],
      unanswered: [],
    });
  });

  it("count intents, searches without result, clicks and their positions, for each language", async () => {
    await buildSearchEvents({ q: "lavabo", clicked: 1 });
    await buildSearchEvents({ q: "Lavabo", clicked: 4 });
    await buildSearchEvents({ q: "zelij", total: 0 });
    await buildSearchEvents({ q: "مغسلة", locale: "AR", clicked: 2 });
    const { figures, topSearches } = await readReport();
    expect(figures).toEqual({ searches: 4, withoutResult: 1, withClick: 3, meanPosition: 7 / 3 });
    expect(topSearches[0]).toMatchObject({ searches: 2, withoutResult: 0, withClick: 2 });
    expect(topSearches).toHaveLength(3);
    expect((await readReport("locale=ar")).figures).toEqual({
      searches: 1,
      withoutResult: 0,
      withClick: 1,
      meanPosition: 2,
    });
  });

  it("belong to days of the shop's time zone", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const firstMoment = startOfShopDay(today, -6);
    await buildSearchEvents({ q: "premier", createdAt: firstMoment });
    await buildSearchEvents({ q: "veille", createdAt: new Date(firstMoment.getTime() - 1) });
    await buildSearchEvents({ q: "ancien", createdAt: new Date(Date.now() - 95 * DAY_MS) });
    const counts = await Promise.all(
      ["days=7", "days=30", "days=90", ""].map(
        async (query) => (await readReport(query)).figures.searches,
      ),
    );
    expect(counts).toEqual([1, 2, 2, 2]);
  });

  it.each(["days=1", "days=7x", "days=constructor", "locale=en", "locale=FR"])(
    "reject %s",
    async (query) => {
      expect((await call(GET, { as, query })).status).toBe(400);
    },
  );
});

describe("The inbox of searches without result", () => {
  it("groups the spellings of a search under the latest one", async () => {
    const word = newWord();
    await buildSearchEvents({ q: `É${word}`, total: 0, createdAt: minutesAgo(3) });
    await buildSearchEvents({ q: `e${word}`, total: 0, createdAt: minutesAgo(2), locale: "AR" });
    await buildSearchEvents({ q: `E${word}`, total: 0, createdAt: minutesAgo(1) });
    await buildSearchEvents({ q: "autre", total: 0, createdAt: minutesAgo(0) });
    await buildSearchEvents({
      q: "proche",
      total: 5,
      isApproximate: true,
      createdAt: minutesAgo(5),
    });
    await buildSearchEvents({ q: "trouvé", total: 5 });
    expect((await readReport()).unanswered).toEqual([
      {
        text: `E${word}`,
        searches: 3,
        lastSeenAt: expect.any(String),
        locales: ["fr", "ar"],
        isApproximate: false,
      },
      expect.objectContaining({ text: "autre", searches: 1, locales: ["fr"] }),
      expect.objectContaining({ text: "proche", isApproximate: true }),
    ]);
  });

  it("leaves out a search that finds something by now", async () => {
    const q = newWord();
    await buildSearchEvents({ q, total: 0, createdAt: minutesAgo(2) });
    expect(await listTexts()).toEqual([q]);
    await buildSearchEvents({ q: q.toUpperCase(), total: 2, createdAt: minutesAgo(1) });
    expect(await listTexts()).toEqual([]);
  });

  it("leaves out texts that were not stored", async () => {
    const metadata = { q: null, withheld: "personal", total: 0, isApproximate: false };
    await db.analyticsEvent.create({
      data: { eventType: "search", searchId: newWord(), metadata },
    });
    expect(await readReport()).toMatchObject({
      figures: { searches: 1, withoutResult: 1 },
      topSearches: [],
      unanswered: [],
    });
  });

  it.each([
    ["synonym", (query: string) => buildSynonym({ terms: ["autre", query.toUpperCase()] })],
    ["rule", (query: string) => buildSearchRule({ query: query.toUpperCase() })],
  ])("leaves out a search with a %s until it fails again", async (_, handle) => {
    const q = newWord();
    await buildSearchEvents({ q, total: 0, createdAt: minutesAgo(1) });
    expect(await listTexts()).toEqual([q]);
    await handle(q);
    expect(await listTexts()).toEqual([]);
    await buildSearchEvents({ q, total: 0, createdAt: new Date(Date.now() + 1_000) });
    expect(await listTexts()).toEqual([q]);
  });

  it("leaves out an ignored search for good, until it is put back", async () => {
    const q = newWord();
    await buildSearchEvents({ q, total: 0 });
    const ignore = () =>
      call(POST, { as, method: "POST", body: { query: ` ${q.toUpperCase()} ` } });
    const { status, body } = await ignore();
    expect([status, body?.data]).toEqual([201, { id: expect.any(String), query: q.toUpperCase() }]);
    expect((await ignore()).body?.data).toEqual(body?.data);
    await buildSearchEvents({ q, total: 0, createdAt: new Date(Date.now() + 1_000) });
    const report = await readReport();
    expect([report.unanswered, report.ignored[0]]).toEqual([[], body?.data]);
    const restore = () => call(DELETE, { as, method: "DELETE", params: { id: body?.data.id } });
    expect((await restore()).status).toBe(200);
    expect(await listTexts()).toEqual([q]);
    expect((await restore()).status).toBe(404);
  });

  it.each([{ query: "" }, { query: "?" }, { query: "x".repeat(81) }, {}, { q: "x" }])(
    "rejects to ignore %j",
    async (body) => {
      expect((await call(POST, { as, method: "POST", body })).status).toBe(400);
    },
  );

  it("lists the latest of the ignored searches first", async () => {
    const { id } = await buildIgnoredSearch();
    expect((await readReport()).ignored[0].id).toBe(id);
  });
});
