import { beforeAll, expect, it } from "vitest";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { getProduct } from "@/domain/catalogue/listing/product-published";
import { listProducts } from "@/domain/catalogue/listing/published";
import { Fact, PublishedProduct } from "@/domain/catalogue/schema";
import { db } from "@/lib/db";
import { generateCatalogue } from "../../scripts/generate-catalogue";
import { buildImageInput, buildProduct } from "../support/build";

const COUNT = 300;
const generate = (count = COUNT) => generateCatalogue(process.env.DATABASE_URL ?? "", count);

/** Serializes the generated products as one text. */
async function contents(): Promise<string> {
  const products = await db.product.findMany({
    where: { slug: { startsWith: "bench-" } },
    orderBy: { id: "asc" },
    include: {
      images: { omit: { createdAt: true } },
      variations: { orderBy: { id: "asc" }, omit: { createdAt: true } },
    },
  });
  return JSON.stringify(products);
}

beforeAll(async () => {
  await buildProduct({ slug: "ours", images: { create: buildImageInput() } });
  await generate();
});

it("creates the requested number of products, with existing images", async () => {
  expect(await db.product.count({ where: { slug: { startsWith: "bench-" } } })).toBe(COUNT);
  const keys = await db.productImage.groupBy({ by: ["key"], _count: true });
  expect(keys).toEqual([{ key: expect.any(String), _count: COUNT + 1 }]);
});

it("replaces its earlier products with the same ones, and changes no others", async () => {
  const before = await contents();
  await generate();
  expect(await contents()).toBe(before);
  expect(await db.product.findUnique({ where: { slug: "ours" } })).not.toBeNull();
});

it("creates fewer products when fewer are requested", async () => {
  const before: { id: string }[] = JSON.parse(await contents());
  await generate(100);
  expect(JSON.parse(await contents())).toEqual(before.slice(0, 100));
  await generate();
});

it("creates products that customers can find and read", async () => {
  const { items, pagination } = await listProducts({ page: 1, pageSize: 20, sort: "newest" });
  expect(pagination.total).toBeGreaterThan(COUNT * 0.8);
  const product = await getProduct(items[0]?.slug ?? "");
  expect(PublishedProduct.parse(product)).toEqual(product);
  const rows = await db.product.findMany({ select: { facts: true, name: true, nameAr: true } });
  for (const { facts } of rows) expect(Fact.array().safeParse(facts).success).toBe(true);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

it("spreads the products unevenly over the categories, with zero to three variations", async () => {
  const tree = await listCategories();
  const counts = tree.flatMap(({ children }) => children).map(({ productCount }) => productCount);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(15);
  expect(Math.max(...counts)).toBeGreaterThan(10 * Math.min(...counts.filter(Boolean)));
  const products = await db.product.findMany({
    where: { slug: { startsWith: "bench-" } },
    select: { _count: { select: { variations: true } } },
  });
  const variations = new Set(products.map(({ _count }) => _count.variations));
  expect([...variations].sort()).toEqual([0, 1, 2, 3]);
});
