import { describe, expect, it } from "vitest";
import { buildPageMetadata } from "@/app/(shop)/_components/page/metadata";
import sitemap from "@/app/sitemap";
import { hasArabicText } from "@/domain/catalogue/rules";
import { buildProduct } from "../support/build";

const FACTS = { path: "/produit/a", title: "Un titre", description: "Une description." };

describe("A product for search engines", () => {
  it.each([
    [{}, false],
    [{ nameAr: " ", descriptionAr: "" }, false],
    [{ nameAr: "مغسلة" }, true],
    [{ descriptionAr: "مغسلة من الخزف" }, true],
    [{ detailsAr: "<p>مغسلة</p>" }, true],
  ])("with %o is listed in Arabic: %s", async (texts, hasArabic) => {
    const product = await buildProduct(texts);
    const path = `/produit/${product.slug}`;
    const listed = (await sitemap()).filter(({ url }) => url.endsWith(path));
    expect(listed.map(({ url }) => new URL(url).pathname)).toEqual(
      hasArabic ? [path, `/ar${path}`] : [path],
    );
    expect(listed.every(({ alternates }) => (alternates !== undefined) === hasArabic)).toBe(true);
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
