import { NextRequest } from "next/server";
import { afterEach, describe, expect, it } from "vitest";
import { buildPageMetadata } from "@/app/(shop)/_components/page/metadata";
import { GET as readIndex } from "@/app/sitemap.xml/route";
import { GET as readFile } from "@/app/sitemaps/[file]/route";
import {
  listProductRanges,
  readProductAddresses,
} from "@/domain/catalogue/listing/sitemap-published";
import { hasArabicText } from "@/domain/catalogue/rules";
import { db } from "@/lib/db";
import { buildCategory, buildProduct } from "../support/build";
import { collect, listSitemapFiles, readSitemap, readSitemapFile } from "../support/sitemap";

const ORIGIN = "http://localhost:3000";
const FACTS = { path: "/produit/a", title: "Un titre", description: "Une description." };

afterEach(async () => {
  await db.product.deleteMany();
});

describe("A product for search engines", () => {
  it.each([
    [{}, false],
    [{ nameAr: " ", descriptionAr: "" }, false],
    [{ nameAr: "مغسلة" }, true],
    [{ descriptionAr: "مغسلة من الخزف" }, true],
    [{ detailsAr: "<p>مغسلة</p>" }, true],
  ])("with %o is listed in Arabic: %s", async (texts, hasArabic) => {
    const product = await buildProduct({ ...texts, updatedAt: new Date("2026-03-01T10:20:30.9Z") });
    const path = `/produit/${product.slug}`;
    const [french, arabic] = [`${ORIGIN}${path}`, `${ORIGIN}/ar${path}`];
    const alternates = { "fr-MA": french, "ar-MA": arabic, "x-default": french };
    const lastModified = "2026-03-01T10:20:30Z";
    const listed = (await readSitemap()).filter(({ url }) => url.endsWith(path));
    expect(listed).toEqual(
      hasArabic
        ? [french, arabic].map((url) => ({ url, alternates, lastModified }))
        : [{ url: french, alternates: {}, lastModified }],
    );
    expect(hasArabicText(product)).toBe(hasArabic);
  });

  it("without Arabic text has its French page as canonical URL, and no translations", () => {
    for (const locale of ["fr", "ar"] as const) {
      const { alternates, openGraph } = buildPageMetadata({ ...FACTS, locale, hasArabic: false });
      expect(alternates).toEqual({ canonical: "http://localhost:3000/produit/a" });
      expect(openGraph).toMatchObject({ alternateLocale: [] });
    }
    expect(buildPageMetadata({ ...FACTS, locale: "ar" }).alternates).toMatchObject({
      canonical: "http://localhost:3000/ar/produit/a",
      languages: { "ar-MA": "http://localhost:3000/ar/produit/a" },
    });
  });
});

/** Creates products in one statement. The second of three is a draft, and every tenth is in the trash. */
async function insertProducts(prefix: string, count: number): Promise<void> {
  const { id } = await buildCategory();
  await db.$executeRaw`
    INSERT INTO "Product" ("id", "slug", "name", "description", "categoryId", "status", "publishAt", "deletedAt", "nameAr")
    SELECT ${prefix} || md5(n::text), ${prefix} || n, 'Produit', 'Une description', ${id},
      CASE WHEN n % 3 = 1 THEN 'DRAFT' ELSE 'ACTIVE' END::"ProductStatus", now() - interval '1 minute',
      CASE WHEN n % 10 = 0 THEN now() END, CASE WHEN n % 2 = 0 THEN 'منتج' END
    FROM generate_series(1, ${count}::int) AS n`;
}

async function listVisibleSlugs(): Promise<string[]> {
  const products = await db.product.findMany({
    where: { status: "ACTIVE", deletedAt: null },
    select: { slug: true },
  });
  return products.map(({ slug }) => slug).toSorted();
}

const toSlugs = (urls: readonly { url: string }[]) => [
  ...new Set(urls.map(({ url }) => url.split("/produit/")[1] ?? "")),
];

describe("The files of products", () => {
  it("hold each visible product once, and no hidden one", async () => {
    await insertProducts("p", 1_200);
    const files = (await listSitemapFiles(100)).filter((name) => name !== "pages.xml");
    expect(files).toEqual(Array.from({ length: 12 }, (_, i) => `products-${i + 1}.xml`));
    const lists = await Promise.all(files.map((name) => readSitemapFile(name, 100)));
    for (const list of lists) expect(toSlugs(list).length).toBeLessThanOrEqual(100);
    const visible = await listVisibleSlugs();
    expect(visible.length).toBe(720);
    expect(lists.flatMap(toSlugs).toSorted()).toEqual(visible);
    const urls = lists.flat().map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it("hold products that are created after the index was read, each once", async () => {
    await insertProducts("m", 30);
    const ranges = await listProductRanges(10);
    for (const prefix of ["a", "m-", "z"]) await insertProducts(prefix, 9);
    const batches = await Promise.all(
      ranges.map((range) => collect(readProductAddresses(range, 4))),
    );
    const slugs = batches.flat(2).map(({ slug }) => slug);
    expect(slugs.toSorted()).toEqual(await listVisibleSlugs());
  });

  it("stay the same when products appear and disappear", async () => {
    await insertProducts("p", 50);
    const before = await listProductRanges(10);
    await db.product.updateMany({ where: { status: "DRAFT" }, data: { status: "ACTIVE" } });
    await db.product.updateMany({
      where: { nameAr: { not: null } },
      data: { deletedAt: new Date() },
    });
    expect(await listProductRanges(10)).toEqual(before);
  });

  it("are in the index while they hold a product", async () => {
    expect(await listSitemapFiles(10)).toEqual(["pages.xml"]);
    await insertProducts("p", 20);
    expect(await listSitemapFiles(10)).toEqual(["pages.xml", "products-1.xml", "products-2.xml"]);
    const [first] = await listProductRanges(10);
    await db.product.updateMany({
      where: { id: { lte: first?.upTo ?? "" } },
      data: { status: "DRAFT" },
    });
    expect(await listSitemapFiles(10)).toEqual(["pages.xml", "products-2.xml"]);
    expect(await readSitemapFile("products-1.xml", 10)).toEqual([]);
  });
});

describe("The file of pages", () => {
  it("lists the pages and the visible categories in both languages", async () => {
    const { slug, id: parentId } = await buildCategory({ slug: "carrelage" });
    await buildCategory({ slug: "cachee", isActive: false, parentId });
    const listed = await readSitemapFile("pages.xml");
    const urls = listed.map(({ url }) => url);
    for (const path of ["/", "/catalogue", "/contact", `/catalogue/${slug}`]) {
      expect(urls).toContain(`${ORIGIN}${path}`);
      expect(urls).toContain(path === "/" ? `${ORIGIN}/ar` : `${ORIGIN}/ar${path}`);
    }
    expect(urls.filter((url) => url.endsWith("/cachee"))).toEqual([]);
    expect(listed.every(({ lastModified }) => lastModified === undefined)).toBe(true);
    expect(listed.every(({ alternates }) => Object.keys(alternates).length === 3)).toBe(true);
  });
});

describe("The routes of the sitemap", () => {
  const request = new NextRequest("http://shop.test/sitemaps/x");
  const read = (file: string) => readFile(request, { params: Promise.resolve({ file }) });

  it("answer with XML that browsers revalidate", async () => {
    await buildProduct();
    for (const response of [
      await readIndex(),
      await read("pages.xml"),
      await read("products-1.xml"),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      const text = await response.text();
      expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<(urlset|sitemapindex) /);
      expect(text).toMatch(/<\/(urlset|sitemapindex)>\n$/);
    }
  });

  it.each([
    "products-2.xml",
    "products-0.xml",
    "products-01.xml",
    "products--1.xml",
    "products-1e3.xml",
    "products-999999.xml",
    "products-9999999999999999999999.xml",
    "products-١.xml",
    "products-1.xml\n",
    "products-.xml",
    "products-1",
    "pages",
    "PAGES.XML",
    "constructor",
    "__proto__",
    "%E0%A4%A",
    "\0",
    "\ud800",
    "",
  ])("answer 404 to an unknown file: %j", async (name) => {
    await buildProduct();
    const response = await read(name);
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
