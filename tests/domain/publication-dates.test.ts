import { describe, expect, it } from "vitest";
import { GET as readProduct } from "@/app/api/public/products/[slug]/route";
import { GET as readProducts } from "@/app/api/public/products/route";
import { getBoundaries } from "@/domain/catalogue/publication/clock";
import { db } from "@/lib/db";
import { buildCategory, buildProduct } from "../support/build";
import { call } from "../support/call";
import { buildOperation } from "../support/product-operations";
import { readSitemap } from "../support/sitemap";
import { buildStaff } from "../support/staff";

const HOUR_MS = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms);

/** Returns the database's time plus this many milliseconds. */
async function databaseTime(ms: number): Promise<string> {
  const [row] = await db.$queryRaw<{ at: string }[]>`
    SELECT (now() + ${ms} * interval '1 millisecond')::text AS "at"`;
  return row?.at ?? "";
}

describe("The next publication boundary", () => {
  it("is the next start or end of a published product", async () => {
    expect(await getBoundaries(null)).toMatchObject({ passed: false, nextInMs: null });
    await buildProduct({ status: "DRAFT", publishAt: inMs(60_000) });
    await buildProduct({ deletedAt: new Date(), publishAt: inMs(60_000) });
    await buildProduct({ publishAt: inMs(-2 * HOUR_MS), unpublishAt: inMs(-HOUR_MS) });
    expect((await getBoundaries(null)).nextInMs).toBeNull();
    await buildProduct({ publishAt: inMs(10 * HOUR_MS) });
    await buildProduct({ unpublishAt: inMs(5 * HOUR_MS) });
    const { nextInMs } = await getBoundaries(null);
    expect(nextInMs).toBeGreaterThan(4 * HOUR_MS);
    expect(nextInMs).toBeLessThanOrEqual(5 * HOUR_MS);
  });

  it.each([
    ["a start", { publishAt: inMs(-1_000) }],
    ["an end", { publishAt: inMs(-9 * HOUR_MS), unpublishAt: inMs(-1_000) }],
  ])("is detected as passed when %s lies between two reads", async (_, dates) => {
    const [before, after] = [await databaseTime(-60_000), await databaseTime(0)];
    await db.product.deleteMany();
    await buildProduct(dates);
    expect((await getBoundaries(before)).passed).toBe(true);
    expect((await getBoundaries(after)).passed).toBe(false);
    expect((await getBoundaries(null)).passed).toBe(false);
  });
});

describe("The date of a scheduled change", () => {
  it("is a boundary, also after the job has applied it", async () => {
    await db.product.deleteMany();
    const { id: userId } = await buildStaff("ADMIN");
    const scheduledAt = inMs(HOUR_MS);
    await buildOperation(userId, { state: "SCHEDULED", scheduledAt });
    const { nextInMs } = await getBoundaries(null);
    expect(nextInMs).toBeGreaterThan(HOUR_MS / 2);
    const before = await databaseTime(-60_000);
    await db.productOperation.updateMany({
      data: { state: "APPLIED", scheduledAt: inMs(-1_000) },
    });
    expect(await getBoundaries(before)).toMatchObject({ passed: true, nextInMs: null });
  });
});

describe("The publication dates of a product", () => {
  it("take effect without an edit in the product page, the list, the tree and the sitemap", async () => {
    const { id: categoryId, slug: category } = await buildCategory();
    const ends = await buildProduct({ categoryId, unpublishAt: inMs(HOUR_MS) });
    const begins = await buildProduct({ categoryId, publishAt: inMs(HOUR_MS) });
    const readPublicState = async ({ slug }: { slug: string }) => {
      const { body } = await call(readProducts, { query: `category=${category}` });
      const inList = body?.data.some((card: { slug: string }) => card.slug === slug);
      const inSitemap = (await readSitemap()).some(({ url }) => url.endsWith(`/produit/${slug}`));
      return [(await call(readProduct, { params: { slug } })).status, inList, inSitemap];
    };
    const [shown, absent] = [
      [200, true, true],
      [404, false, false],
    ];
    expect([await readPublicState(ends), await readPublicState(begins)]).toEqual([shown, absent]);
    // Moves the dates an hour closer, as if it had passed.
    await db.$executeRaw`
      UPDATE "Product" SET "publishAt" = "publishAt" - interval '1 hour 1 second', "unpublishAt" = "unpublishAt" - interval '1 hour 1 second'
      WHERE "categoryId" = ${categoryId}`;
    expect([await readPublicState(ends), await readPublicState(begins)]).toEqual([absent, shown]);
  });
});
