import { beforeAll, describe, expect, it } from "vitest";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { listFromSql } from "@/domain/catalogue/listing/from-sql";
import {
  getProduct,
  listFeaturedProducts,
  listNewProducts,
  listRelatedProducts,
} from "@/domain/catalogue/listing/product-published";
import { listProducts } from "@/domain/catalogue/listing/published";
import {
  listProductRanges,
  readProductAddresses,
} from "@/domain/catalogue/listing/sitemap-published";
import { getCatalogueIndex } from "@/domain/catalogue/listing-index/current";
import { listStaffProducts } from "@/domain/catalogue/product-list/queries";
import { STAFF_SORTS } from "@/domain/catalogue/products/schema";
import { getBoundaries } from "@/domain/catalogue/publication/clock";
import { PRODUCT_SORTS } from "@/domain/catalogue/schema";
import { search } from "@/domain/search/published";
import { db } from "@/lib/db";
import { generateCatalogue } from "../../scripts/generate-catalogue";
import { buildImageInput, buildProduct } from "../support/build";
import { explainStatements, listExecutedNodes, type Plan } from "../support/plans";
import { collect } from "../support/sitemap";

const LARGE = new Set(["Product", "ProductVariation", "ProductImage", "ListingRow", "SearchTerm"]);
const page = { page: 1, pageSize: 24 } as const;

let slug = "";

beforeAll(async () => {
  await buildProduct({ images: { create: buildImageInput() } });
  await generateCatalogue(process.env.DATABASE_URL ?? "", 20_000);
  const products = await db.product.findMany({
    where: { slug: { startsWith: "bench-" }, status: "ACTIVE", deletedAt: null, unpublishAt: null },
    select: { slug: true },
    take: 1,
  });
  slug = products[0]?.slug ?? "";
  while (!(await getCatalogueIndex()));
}, 240_000);

function listFullScans(plans: Plan[]): string[] {
  return plans.flatMap((plan, i) =>
    listExecutedNodes(plan)
      .filter((node) => node["Node Type"] === "Seq Scan" && LARGE.has(node["Relation Name"] ?? ""))
      .map((node) => `${node["Relation Name"]} in statement ${i + 1} of ${plans.length}`),
  );
}

/** Returns the part of the plan below the LIMIT that reads the products of a page. */
function pagePickers(plans: Plan[], table = "Product"): Plan[][] {
  return plans
    .flatMap(listExecutedNodes)
    .filter((node) => node["Node Type"] === "Limit")
    .map(listExecutedNodes)
    .filter((nodes) => nodes.some((node) => node["Relation Name"] === table));
}

describe("With 20,000 products no table is fully scanned by", () => {
  const lists: [string, () => Promise<unknown>][] = [
    ...PRODUCT_SORTS.map((sort): [string, () => Promise<unknown>] => [
      `the list in the order ${sort}`,
      () => listProducts({ ...page, sort }),
    ]),
    ["a category", () => listProducts({ ...page, sort: "newest", category: "carrelage" })],
    [
      "two options in a category",
      () =>
        listProducts({
          ...page,
          sort: "price_asc",
          category: "carrelage",
          option: { Couleur: ["Blanc", "Beige"], Finition: ["Mat"] },
        }),
    ],
    ["a search", () => search({ ...page, sort: "relevance", q: "zellige bleu" })],
    ["a search in Arabic", () => search({ ...page, sort: "relevance", q: "خلاط مغسلة" })],
    ["a search for an SKU", () => search({ ...page, sort: "relevance", q: "bn-0000042" })],
    ["the categories", () => listCategories()],
    ["the index of the sitemaps", () => listProductRanges(2_400)],
    [
      "a sitemap",
      async () => {
        const [, range] = await listProductRanges(2_400);
        if (range) await collect(readProductAddresses(range));
      },
    ],
    ["the featured products", () => listFeaturedProducts(8)],
    ["the next publication boundary", () => getBoundaries(null)],
    ["the new products", () => listNewProducts(8)],
    ...STAFF_SORTS.map((sort): [string, () => Promise<unknown>] => [
      `the staff's list in the order ${sort}`,
      () => listStaffProducts({ ...page, sort }),
    ]),
    [
      "the search of staff",
      () => listStaffProducts({ ...page, sort: "updated", q: "zellige bleu", withoutArabic: true }),
    ],
    [
      "a product and its neighbours",
      async () => {
        await getProduct(slug);
        await listRelatedProducts(slug);
      },
    ],
  ];

  it.each(lists)("%s", async (_, read) => {
    const plans = await explainStatements(read);
    expect(plans.length).toBeGreaterThan(0);
    expect(listFullScans(plans)).toEqual([]);
  });
});

describe("The first page of an unfiltered list is read from an index without sorting in the order", () => {
  it.each(STAFF_SORTS)("%s, for staff", async (sort) => {
    for (const order of ["asc", "desc"] as const) {
      const plans = await explainStatements(() => listStaffProducts({ ...page, sort, order }));
      const pickers = pagePickers(plans).filter((nodes) =>
        nodes.some((node) => node["Node Type"] === "WindowAgg"),
      );
      expect(pickers).toHaveLength(1);
      expect(pickers[0]?.map((node) => node["Node Type"])).not.toContain("Sort");
    }
  });

  it.each(PRODUCT_SORTS)("%s, without the columns in memory", async (sort) => {
    const plans = await explainStatements(() => listFromSql({ ...page, sort }, null));
    const pickers = pagePickers(plans, "ListingRow").filter((nodes) =>
      nodes.some((node) => node["Index Name"]?.startsWith("ListingRow_")),
    );
    const sorting = pickers.filter((nodes) => nodes.some((node) => node["Node Type"] === "Sort"));
    expect(pickers.length).toBeGreaterThan(sorting.length);
  });
});
