import { categories } from "@/data/categories";
import { products } from "@/data/products";
import { db } from "@/lib/db";

/** Stores the demo catalogue without its images, which take minutes to encode. */
export async function storeDemoCatalogue(): Promise<void> {
  const parentsFirst = categories.toSorted((a, b) => Number(!!a.parent) - Number(!!b.parent));
  for (const { parent, image: _, ...category } of parentsFirst) {
    const parentId = categories.find(({ slug }) => slug === parent)?.id ?? null;
    await db.category.create({ data: { ...category, parentId } });
  }
  const categoryIds = new Map(categories.map(({ slug, id }) => [slug, id]));
  for (const {
    category,
    price,
    featured,
    images: _,
    variations = [],
    facts,
    ...product
  } of products) {
    await db.product.create({
      data: {
        ...product,
        categoryId: categoryIds.get(category) ?? "",
        basePrice: price,
        priceOnRequest: price === null,
        isFeatured: featured ?? false,
        facts: facts.map((fact) => ({ ...fact })),
        status: "ACTIVE",
        variations: { create: variations.map((variation, order) => ({ ...variation, order })) },
      },
    });
  }
}
