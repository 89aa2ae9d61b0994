import { randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";

const unique = () => randomUUID().slice(0, 8);

/** Creates a visible category by default. */
export function buildCategory(fields: Partial<Prisma.CategoryUncheckedCreateInput> = {}) {
  const id = unique();
  return db.category.create({
    data: { slug: `categorie-${id}`, name: `Catégorie ${id}`, ...fields },
  });
}

/** Creates a published product in a new category by default. */
export async function buildProduct(fields: Partial<Prisma.ProductUncheckedCreateInput> = {}) {
  const id = unique();
  const categoryId = fields.categoryId ?? (await buildCategory()).id;
  return db.product.create({
    data: {
      slug: `produit-${id}`,
      name: `Produit ${id}`,
      description: "Une description de plus de dix caractères.",
      basePrice: "100.00",
      status: "ACTIVE",
      publishAt: new Date(Date.now() - 60_000),
      ...fields,
      categoryId,
    },
  });
}

/** Creates many published products in one category. */
export async function buildProducts(count: number, categoryId: string) {
  const run = unique();
  await db.product.createMany({
    data: Array.from({ length: count }, (_, i) => ({
      slug: `produit-${run}-${i}`,
      name: `Produit ${run} ${i}`,
      description: "Une description de plus de dix caractères.",
      status: "ACTIVE" as const,
      publishAt: new Date(Date.now() - 60_000),
      categoryId,
    })),
  });
}

export function buildVariationInput(
  name: string,
  value: string,
  fields: Partial<Prisma.ProductVariationCreateWithoutProductInput> = {},
): Prisma.ProductVariationCreateWithoutProductInput {
  return { name, value, stock: 5, sku: `SKU-${unique()}`, ...fields };
}

export function buildImageInput(
  fields: Partial<Prisma.ProductImageCreateWithoutProductInput> = {},
): Prisma.ProductImageCreateWithoutProductInput {
  const key = unique().padEnd(32, "0");
  return {
    key,
    url: `/media/${key}/1280.webp`,
    altText: "Photo",
    width: 1280,
    height: 960,
    bytes: 1000,
    isPrimary: true,
    ...fields,
  };
}

/** Creates an upload that no record references yet. */
export function buildUpload() {
  const key = unique().padEnd(32, "0");
  return db.upload.create({
    data: {
      key,
      url: `/media/${key}/1280.webp`,
      width: 1280,
      height: 960,
      bytes: 1000,
      placeholder: "data:image/webp;base64,AA==",
    },
  });
}
