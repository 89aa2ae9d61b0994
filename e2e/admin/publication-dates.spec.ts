import { setTimeout as sleep } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import { PRODUCTS } from "../pages";
import { expect, test } from "./fixtures";

const MIN_WAIT_MS = 6_000;

/** The status of the product's pages and API, and whether the list and the sitemap contain it. */
async function readState(request: APIRequestContext, slug: string) {
  const status = async (path: string) => (await request.get(path)).status();
  const names = async (path: string) =>
    (await (await request.get(path)).text()).includes(`/produit/${slug}`);
  return {
    page: await status(`/produit/${slug}`),
    arabicPage: await status(`/ar/produit/${slug}`),
    api: await status(`/api/public/products/${slug}`),
    list: await names("/catalogue/eviers"),
    sitemap: await names("/sitemaps/products-1.xml"),
  };
}

const SHOWN = { page: 200, arabicPage: 200, api: 200, list: true, sitemap: true };
const ABSENT = { page: 404, arabicPage: 404, api: 404, list: false, sitemap: false };

test("A product appears and disappears at its dates within a second, without an edit or a cron job", {
  tag: "@desktop",
}, async ({ page, signInAs, insertProduct, database, baseURL }) => {
  test.setTimeout(180_000);
  await signInAs("ADMIN", page);
  const { request } = page;
  const startedAt = Date.now();
  await readState(request, PRODUCTS.withVariations.split("/").at(-1) ?? "");
  // The boundary leaves time for four reads before it, also on a busy machine.
  const boundary = Date.now() + MIN_WAIT_MS + 8 * (Date.now() - startedAt);
  const at = (ms: number) => new Date(ms).toISOString();
  const publish = async (dates: object) => {
    const slug = await insertProduct({ status: "DRAFT" });
    await database.query(
      `INSERT INTO "ProductImage" ("id", "productId", "url", "key", "width", "height", "bytes", "isPrimary")
       SELECT $1, $1, i."url", i."key", i."width", i."height", i."bytes", true FROM "ProductImage" i LIMIT 1`,
      [slug],
    );
    const response = await request.patch(`/api/admin/products/${slug}`, {
      headers: { origin: baseURL ?? "", "sec-fetch-site": "same-origin" },
      data: { status: "ACTIVE", version: 1, ...dates },
    });
    expect(response.status()).toBe(200);
    return slug;
  };
  const ends = await publish({ publishAt: at(boundary - 3_600_000), unpublishAt: at(boundary) });
  const begins = await publish({ publishAt: at(boundary) });
  // Read twice: the second read is served from the caches.
  for (let round = 0; round < 2; round++) {
    expect(await readState(request, ends)).toEqual(SHOWN);
    expect(await readState(request, begins)).toEqual(ABSENT);
  }
  expect(Date.now(), "the looks before took too long").toBeLessThan(boundary);
  await sleep(boundary + 1_000 - Date.now());
  expect(await readState(request, ends)).toEqual(ABSENT);
  expect(await readState(request, begins)).toEqual(SHOWN);
});
