import { describe, expect, it, vi } from "vitest";
import { buildProductEntries, listPageEntries } from "@/app/sitemaps/entries";
import { PRODUCTS_PER_FILE } from "@/app/sitemaps/files";
import { respondWithXml } from "@/app/sitemaps/respond";
import { writeUrlset } from "@/app/sitemaps/xml";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import { appUrl } from "@/lib/env";
import { collect } from "../support/sitemap";

const MAX_BYTES = 10_000_000;
const MAX_ADDRESSES = 50_000;
const MAX_LENGTH_ORIGIN = `https://${"a".repeat(60)}.ma`;

const buildEntries = (slug: string) =>
  buildProductEntries({ slug, updatedAt: "2026-03-01T10:20:30Z", hasArabic: true });

async function write(...parameters: Parameters<typeof writeUrlset>): Promise<string> {
  return (await collect(writeUrlset(...parameters))).join("");
}

const countAddresses = (xml: string) => xml.split("<loc>").length - 1;

describe("A sitemap file", () => {
  it("is at most half full when its products have the longest slugs and both languages", async () => {
    const entries = buildEntries("a".repeat(PRODUCT_FIELDS.slug.maxLength));
    const file = await write(Array.from({ length: PRODUCTS_PER_FILE }, () => entries));
    const moreForOrigin = (MAX_LENGTH_ORIGIN.length - appUrl.length) * file.split(appUrl).length;
    expect(countAddresses(file)).toBe(PRODUCTS_PER_FILE * 2);
    expect(PRODUCTS_PER_FILE * 2).toBeLessThanOrEqual(MAX_ADDRESSES / 2);
    expect(file.length + moreForOrigin).toBeLessThanOrEqual(MAX_BYTES / 2);
  });

  it("never exceeds 10 MB or 50,000 addresses", async () => {
    const long = buildEntries("a".repeat(500));
    const large = await write(Array.from({ length: 10_000 }, () => long));
    expect(Buffer.byteLength(large)).toBeLessThanOrEqual(MAX_BYTES);
    expect(Buffer.byteLength(large)).toBeGreaterThan(MAX_BYTES - 5_000);
    expect(large.endsWith("</url>\n</urlset>\n")).toBe(true);
    const short = [{ url: "https://a.ma/b", alternates: [] }];
    const full = await write(Array.from({ length: 60_000 }, () => short));
    expect(countAddresses(full)).toBe(MAX_ADDRESSES);
    expect(full.endsWith("</url>\n</urlset>\n")).toBe(true);
  });

  it("counts the bytes that are sent", async () => {
    const limits = { addresses: 100, bytes: 4_000 };
    const file = await write(
      [...Array(20)].map((_, i) => buildEntries(`é&"<ü>'-${i}`)),
      limits,
    );
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(4_000);
    expect(Buffer.byteLength(file)).toBe(file.length);
  });

  it("escapes what XML and addresses cannot hold", async () => {
    const file = await write([buildEntries(`a&b<c>d"e'f g`)]);
    expect(file).toContain(
      `<loc>${appUrl}/produit/a&amp;b%3Cc%3Ed%22e&apos;f%20g</loc><xhtml:link rel="alternate" hreflang="fr-MA" href="${appUrl}/produit/a&amp;b%3Cc%3Ed%22e&apos;f%20g"/>`,
    );
  });

  it("lists each page of the shop once", () => {
    const urls = listPageEntries([]).map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.length).toBe(16);
  });
});

describe("The response", () => {
  it("reads the database only as fast as the client reads", async () => {
    const read = vi.fn();
    async function* chunks() {
      try {
        for (let i = 0; i < 100; i++) {
          read(i);
          yield `${i}\n`;
        }
      } finally {
        read("end");
      }
    }
    const response = await respondWithXml(async () => chunks());
    expect(read.mock.calls.length).toBe(1);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(read.mock.calls.length).toBeLessThanOrEqual(4);
    await reader?.cancel();
    expect(read).toHaveBeenLastCalledWith("end");
  });

  it("breaks off when a later read fails", async () => {
    async function* chunks() {
      yield "<urlset>";
      throw new Error("connection lost");
    }
    const response = await respondWithXml(async () => chunks());
    await expect(response.text()).rejects.toThrow("connection lost");
  });
});
