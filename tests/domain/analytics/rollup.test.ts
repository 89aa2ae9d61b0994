import { afterEach, describe, expect, it } from "vitest";
import { GET as list } from "@/app/api/public/products/route";
import type { EventRow } from "@/domain/analytics/event";
import { listTop } from "@/domain/analytics/report/queries";
import { TOP_CARDS } from "@/domain/analytics/report/schema";
import { resolveScope } from "@/domain/analytics/report/scope";
import { selectTop } from "@/domain/analytics/report/top-sql";
import { rollUp } from "@/domain/analytics/rollup/commands";
import { insertEvents } from "@/domain/analytics/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { createRandom, pick } from "../../support/random";
import { recordStatements } from "../../support/statements";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON = new Date("2026-11-20T12:00:00Z");
const daysBefore = (days: number) => new Date(NOON.getTime() - days * DAY_MS);

afterEach(async () => {
  await db.analyticsEvent.deleteMany();
  await db.analyticsDaily.deleteMany();
  await db.analyticsHourly.deleteMany();
  await db.analyticsRollupState.deleteMany();
});

const store = (...events: EventRow[]) => insertEvents(db, events);
const view = (visitorHash: string, createdAt: Date, fields: Partial<EventRow> = {}): EventRow => ({
  eventType: "page_view",
  page: "home",
  locale: "FR",
  device: "phone",
  visitorHash,
  sessionId: `session of ${visitorHash}`,
  createdAt,
  ...fields,
});

async function readDaily(dimension: string, day = NOON) {
  const rows = await db.analyticsDaily.findMany({
    where: { dimension, day },
    orderBy: [{ eventType: "asc" }, { value: "asc" }],
  });
  return rows.map(({ eventType, value, events, visitors, sessions }) => [
    eventType,
    value,
    events,
    visitors,
    sessions,
  ]);
}

describe("Summing up events", () => {
  it("counts events, visitors and sessions of each dimension, for each type and for all", async () => {
    const product = await buildProduct();
    const about = { productId: product.id, page: "product" as const };
    await store(
      view("a", NOON, { source: "google.com" }),
      view("a", NOON, { source: "google.com", sessionId: "another session of a" }),
      view("b", NOON, { locale: "AR", device: "desktop" }),
      view("b", NOON, { ...about, eventType: "product_view", locale: "AR", device: "desktop" }),
      view("c", daysBefore(1)),
    );
    expect(await rollUp(NOON)).toMatchObject({ days: 92, products: 1 });
    expect(await readDaily("total")).toEqual([
      ["any", "", 4, 2, 3],
      ["page_view", "", 3, 2, 3],
      ["product_view", "", 1, 1, 1],
    ]);
    expect(await readDaily("product")).toEqual([
      ["any", product.id, 1, 1, 1],
      ["product_view", product.id, 1, 1, 1],
    ]);
    expect(await readDaily("category")).toEqual([
      ["any", product.categoryId, 1, 1, 1],
      ["product_view", product.categoryId, 1, 1, 1],
    ]);
    expect(await readDaily("source")).toEqual([
      ["any", "", 2, 1, 1],
      ["any", "google.com", 2, 1, 2],
      ["page_view", "", 1, 1, 1],
      ["page_view", "google.com", 2, 1, 2],
      ["product_view", "", 1, 1, 1],
    ]);
    expect((await readDaily("locale")).filter(([type]) => type === "any")).toEqual([
      ["any", "AR", 2, 1, 1],
      ["any", "FR", 2, 1, 2],
    ]);
    expect(await readDaily("total", daysBefore(1))).toEqual([
      ["any", "", 1, 1, 1],
      ["page_view", "", 1, 1, 1],
    ]);
    const hours = await db.analyticsHourly.findMany({
      where: { dimension: "total", eventType: "any" },
    });
    expect(hours.map(({ hour, events }) => [hour.toISOString(), events]).toSorted()).toEqual([
      ["2026-11-19T12:00:00.000Z", 1],
      ["2026-11-20T12:00:00.000Z", 4],
    ]);
    expect(
      await db.analyticsHourly.count({ where: { dimension: { in: ["product", "query"] } } }),
    ).toBe(0);
  });

  it("counts searches by their folded text, apart from those without result", async () => {
    const search = (id: string, q: string | null, total: number) =>
      view(id, NOON, { eventType: "search", searchId: `search-${id}`, metadata: { q, total } });
    await store(
      search("a", "Lavabo", 3),
      search("b", "lavabo", 2),
      search("c", "zelij", 0),
      search("d", null, 0),
    );
    await rollUp(NOON);
    expect(await readDaily("query")).toEqual([["search", "Lavabo", 2, 2, 2]]);
    expect(await readDaily("query_empty")).toEqual([["search", "zelij", 1, 1, 1]]);
  });

  it("changes nothing when it runs again or twice at once, and follows late and removed events", async () => {
    await store(view("a", NOON), view("b", daysBefore(1), { id: "removed-later" }));
    await Promise.all([rollUp(NOON), rollUp(NOON)]);
    const before = [await readDaily("total"), await readDaily("total", daysBefore(1))];
    await rollUp(NOON);
    expect([await readDaily("total"), await readDaily("total", daysBefore(1))]).toEqual(before);
    await store(view("c", NOON));
    await db.analyticsEvent.delete({ where: { id: "removed-later" } });
    await rollUp(NOON);
    expect(await readDaily("total")).toContainEqual(["any", "", 2, 2, 2]);
    expect(await readDaily("total", daysBefore(1))).toEqual([]);
  });

  it("leaves final days alone, and makes up for days that it missed", async () => {
    await store(view("a", daysBefore(40)), view("b", daysBefore(3)));
    await rollUp(daysBefore(2));
    await db.analyticsEvent.deleteMany({ where: { visitorHash: "a" } });
    await store(view("c", daysBefore(3)));
    await rollUp(NOON);
    expect(await readDaily("total", daysBefore(40))).toContainEqual(["any", "", 1, 1, 1]);
    expect(await readDaily("total", daysBefore(3))).toContainEqual(["any", "", 2, 2, 2]);
    expect(await rollUp(NOON)).toMatchObject({ days: 2 });
  });

  it("gives for any period what the events themselves give", async () => {
    const random = createRandom(13);
    const sources = ["google.com", "facebook.com", null];
    const events = Array.from({ length: 2_000 }, () => {
      const visitor = `visitor ${random(60)}`;
      const day = random(10);
      const createdAt = new Date(
        daysBefore(day).getTime() - 12 * HOUR_MS + random(24 * 3_600) * 1_000,
      );
      return view(`${visitor} of day ${day}`, createdAt, {
        eventType: pick(random, ["page_view", "product_view", "share"] as const),
        source: pick(random, sources),
        sessionId: `${visitor} ${day} ${random(3)}`,
      });
    });
    await store(...events);
    await rollUp(NOON);
    for (const [first, last] of [
      [9, 0],
      [5, 3],
      [1, 1],
    ] as const) {
      const period = { gte: startOfDay(daysBefore(first)), lt: startOfDay(daysBefore(last - 1)) };
      const raw = await db.$queryRaw`
        SELECT "eventType", coalesce("source", '') AS "value", count(*)::int AS "events",
          count(DISTINCT ("createdAt"::date, "visitorHash"))::int AS "visitors",
          count(DISTINCT ("createdAt"::date, "sessionId"))::int AS "sessions"
        FROM "AnalyticsEvent" WHERE "createdAt" >= ${period.gte} AND "createdAt" < ${period.lt} GROUP BY 1, 2 ORDER BY 1, 2`;
      const summed = await db.$queryRaw`
        SELECT "eventType", "value", sum("events")::int AS "events", sum("visitors")::int AS "visitors",
          sum("sessions")::int AS "sessions"
        FROM "AnalyticsDaily" WHERE "dimension" = 'source' AND "eventType" <> 'any'
          AND "day" >= ${period.gte}::date AND "day" < ${period.lt}::date GROUP BY 1, 2 ORDER BY 1, 2`;
      expect(summed).toEqual(raw);
      expect(summed).toHaveLength(9);
    }
  });
});

describe("Lists from sums of days", () => {
  const period = { period: "90", compare: "none" } as const;

  it("count the spellings of a search as one, on days that are summed up and on those that are not", async () => {
    const search = (id: string, at: Date, q: string) =>
      view(id, at, { eventType: "search", searchId: `s-${id}`, metadata: { q, total: 0 } });
    await store(
      search("a", daysBefore(40), "Zélij"),
      search("b", daysBefore(30), "zelij"),
      search("c", daysBefore(30), "marteau"),
      search("d", NOON, "ZELIJ"),
    );
    await rollUp(NOON);
    const until = new Date(NOON.getTime() + HOUR_MS);
    const rows = await listTop({ period, filters: [] }, "emptySearches", 10, until);
    expect(rows.map(({ value, count }) => [value.toLowerCase(), count])).toEqual([
      ["zelij", 3],
      ["marteau", 1],
    ]);
  });

  it("start no parallel workers, which take longer to start than the list takes to read", async () => {
    await rollUp(NOON);
    await store(view("a", NOON));
    const { scope } = await resolveScope({ period, filters: [] }, NOON);
    const plans = await db.$transaction(async (tx) => {
      // Workers that cost nothing are planned for small tables too.
      await tx.$executeRaw`SET LOCAL parallel_setup_cost = 0`;
      await tx.$executeRaw`SET LOCAL parallel_tuple_cost = 0`;
      const all: unknown[] = [];
      for (const card of TOP_CARDS) {
        all.push(await tx.$queryRaw(Prisma.sql`EXPLAIN ${selectTop(scope, card, 10)}`));
      }
      return all;
    });
    for (const plan of plans) {
      expect(JSON.stringify(plan)).toContain("AnalyticsDaily");
      expect(JSON.stringify(plan)).not.toContain("Gather");
    }
  });
});

const startOfDay = (moment: Date) => new Date(moment.toISOString().slice(0, 10));

describe("Les plus consultés", () => {
  it("shows the products that most visitors saw in the last thirty days first, without a write per view", async () => {
    const [once, often, old] = [await buildProduct(), await buildProduct(), await buildProduct()];
    const { slug: category } = await db.category.update({
      where: { id: once.categoryId },
      data: { products: { connect: [{ id: often.id }, { id: old.id }] } },
    });
    const see = (visitor: string, productId: string, at = NOON) =>
      view(visitor, at, { eventType: "product_view", productId });
    const statements = await recordStatements(() =>
      store(
        see("a", once.id),
        see("a", once.id),
        see("a", once.id),
        see("a", often.id),
        see("b", often.id),
        see("a", old.id, daysBefore(30)),
        see("b", old.id, daysBefore(30)),
        see("c", old.id, daysBefore(31)),
      ),
    );
    expect(statements.filter((text) => text.includes('UPDATE "Product"'))).toEqual([]);
    expect(await rollUp(NOON)).toMatchObject({ products: 2 });
    const listSlugs = async () => {
      const query = `sort=popular&category=${category}`;
      const { body } = await call(list, { query });
      return body?.data.map(({ slug }: { slug: string }) => slug);
    };
    expect((await listSlugs()).slice(0, 2)).toEqual([often.slug, once.slug]);
    const counts = await db.product.findMany({
      where: { id: { in: [once.id, often.id, old.id] } },
      select: { id: true, viewCount: true, version: true },
    });
    expect(new Map(counts.map(({ id, viewCount }) => [id, viewCount]))).toEqual(
      new Map([
        [once.id, 1],
        [often.id, 2],
        [old.id, 0],
      ]),
    );
    expect(counts.map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(await rollUp(NOON)).toMatchObject({ products: 0 });
    await rollUp(new Date(NOON.getTime() + 31 * DAY_MS));
    expect(await db.product.count({ where: { viewCount: { gt: 0 } } })).toBe(0);
  });
});
