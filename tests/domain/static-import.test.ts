import { describe, expect, it } from "vitest";
import { categories } from "@/data/categories";
import { products } from "@/data/products";
import type { StaticProduct } from "@/data/static-catalogue";
import { db } from "@/lib/db";
import { readLocalFile } from "@/lib/storage";
import { InvalidRowsError, importCatalogue } from "../../scripts/migrate-static-to-db";

const small = {
  categories: categories.filter(({ slug, parent }) => [slug, parent].includes("outillage")),
  products: products.filter(({ category }) => category === "mesure-tracage").slice(0, 3),
};
const [first, second] = small.products as [StaticProduct, StaticProduct];

const everything = async () => ({
  categories: await db.category.findMany({ orderBy: { slug: "asc" }, omit: { updatedAt: true } }),
  products: await db.product.findMany({ orderBy: { slug: "asc" }, omit: { updatedAt: true } }),
  variations: await db.productVariation.count(),
  images: await db.productImage.count(),
});

describe("The import of the static catalogue", () => {
  it("writes nothing when rows are invalid, and names all of them", async () => {
    const broken = {
      ...small,
      products: [
        first,
        { ...second, price: "-1" },
        { ...second, slug: "sans-rayon", sku: "X-1", variations: [], category: "none" },
        { ...first, slug: "deux-fois", sku: first.sku, variations: [] },
        { ...first, slug: "sans-image", sku: "X-2", variations: [], images: ["no-such-image"] },
      ],
    };
    const error = await importCatalogue(broken).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InvalidRowsError);
    const slugs = (error as InvalidRowsError).problems.map(({ slug }) => slug);
    expect(new Set(slugs)).toEqual(new Set([second.slug, "sans-rayon", "deux-fois", "sans-image"]));
    expect(await db.category.count()).toBe(0);
    expect(await db.product.count()).toBe(0);
  });

  it("imports categories, products, variations and images", async () => {
    const report = await importCatalogue(small);
    expect(report).toEqual({
      created: small.categories.length + small.products.length,
      updated: 0,
      edited: 0,
    });
    const product = await db.product.findUniqueOrThrow({
      where: { slug: first.slug },
      include: { images: true, variations: true, category: true },
    });
    expect(product).toMatchObject({
      name: first.name,
      nameAr: first.nameAr,
      status: "ACTIVE",
      sku: first.sku,
    });
    expect(product.category.slug).toBe(first.category);
    expect(product.variations).toHaveLength(first.variations?.length ?? 0);
    expect(product.images).toHaveLength(first.images.length);
    expect(product.images.filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
    for (const { key } of product.images)
      expect(await readLocalFile(`${key}/640.webp`)).not.toBeNull();
  });

  it("creates no duplicates when it runs again", async () => {
    const before = await everything();
    const report = await importCatalogue(small);
    expect(report.created).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it("imports changes of the files, and leaves rows that staff edited", async () => {
    await db.product.update({
      where: { slug: first.slug },
      data: { name: "Edited by staff", version: 2 },
    });
    const changed = {
      ...small,
      products: [
        { ...first, name: "Lost" },
        { ...second, name: "Changed in the file" },
      ],
    };
    expect(await importCatalogue(changed)).toMatchObject({ edited: 1 });
    const name = async (slug: string) =>
      (await db.product.findUniqueOrThrow({ where: { slug }, select: { name: true } })).name;
    expect(await name(first.slug)).toBe("Edited by staff");
    expect(await name(second.slug)).toBe("Changed in the file");
    expect(await db.product.count()).toBe(small.products.length);
  });
});

describe("The static catalogue", () => {
  const GIVEN = [
    "robinet-mitigeur-cascade-chrome",
    "wc-suspendu-rimless-premium",
    "lavabo-vasque-rectangulaire",
    "meuble-vasque-chene-naturel-80cm",
    "miroir-led-antibuee-70x50cm",
    "carrelage-imitation-bois-naturel-20x120cm",
    "carrelage-marbre-blanc-brillant-60x60cm",
    "lustre-cristal-moderne-5-branches",
    "spot-encastrable-led-7w-blanc",
    "perceuse-visseuse-sans-fil-18v",
    "niveau-laser-croix-automatique",
  ];

  it("uses the former addresses of the shop", () => {
    expect(products.map(({ slug }) => slug)).toEqual(expect.arrayContaining(GIVEN));
    expect(categories.filter(({ parent }) => !parent).map(({ slug }) => slug)).toEqual([
      "sanitaire",
      "meubles-sdb",
      "carrelage",
      "luminaire",
      "outillage",
    ]);
  });

  it("has about 120 products in some 20 subcategories, each in both languages", () => {
    expect(products.length).toBeGreaterThanOrEqual(120);
    expect(categories.filter(({ parent }) => parent).length).toBeGreaterThanOrEqual(20);
    for (const { slug, nameAr, descriptionAr } of [...products, ...categories]) {
      expect(nameAr + descriptionAr, slug).toMatch(/[\u0600-\u06ff]/);
    }
  });

  it("has a unique image for each product", () => {
    const names = products.flatMap(({ images }) => images);
    expect(new Set(names).size).toBe(names.length);
    for (const { images, slug } of products) expect(images.length, slug).toBeGreaterThan(0);
  });

  it("names and translates the same specification in the same way everywhere", () => {
    const arabic = new Map<string, string>();
    for (const { facts, variations = [], slug } of products) {
      for (const { name, nameAr } of [...facts, ...variations]) {
        expect(arabic.get(name) ?? nameAr, `${slug}: ${name}`).toBe(nameAr);
        arabic.set(name, nameAr);
      }
    }
  });
});
