import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { categories } from "../src/data/categories";
import { getImagePath } from "../src/data/images";
import { products } from "../src/data/products";
import type { StaticCategory, StaticProduct } from "../src/data/static-catalogue";
import { Availability, Fact, SaleUnit, SizeUnit } from "../src/domain/catalogue/schema";
import { type StoredUpload, storeImage } from "../src/domain/media/commands";
import type { Prisma } from "../src/generated/prisma/client";
import { db } from "../src/lib/db";

/** Row counts of a run. `edited` rows were changed by staff since the import and are left unchanged. */
export interface ImportReport {
  created: number;
  updated: number;
  edited: number;
}

/** Thrown for rows that cannot be imported; the run writes nothing. */
export class InvalidRowsError extends Error {
  constructor(readonly problems: { slug: string; problem: string }[]) {
    super(problems.map(({ slug, problem }) => `${slug}: ${problem}`).join("\n"));
  }
}

type Images = Map<string, StoredUpload>;

/**
 * Imports the static catalogue in one transaction, after all rows are validated and all images stored. A repeated import
 * updates the rows that the files changed and creates no duplicates. Rows that staff have edited (version > 1) stay unchanged.
 * @throws InvalidRowsError with the slug of each invalid row
 */
export async function importCatalogue(
  catalogue: { categories: StaticCategory[]; products: StaticProduct[] },
  onImage: (done: number, of: number) => void = () => undefined,
): Promise<ImportReport> {
  const problems = validateCatalogue(catalogue);
  if (problems.length > 0) throw new InvalidRowsError(problems);
  const images = await storeImages(listImageNames(catalogue), onImage);
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('shop_static_import'))`;
      const reports = [
        await importCategories(tx, catalogue.categories, images),
        await importProducts(tx, catalogue.products, images),
      ];
      return reports.reduce((sum, report) => ({
        created: sum.created + report.created,
        updated: sum.updated + report.updated,
        edited: sum.edited + report.edited,
      }));
    },
    { timeout: 120_000, maxWait: 30_000 },
  );
}

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Price = z.string().regex(/^\d{1,8}\.\d{2}$/);

const Row = z.object({
  slug: Slug,
  name: z.string().min(3).max(200),
  nameAr: z.string().min(2),
  description: z.string().min(10),
  descriptionAr: z.string().min(10),
  sku: z.string().min(3),
  price: Price.nullable(),
  saleUnit: SaleUnit,
  unitSize: z
    .string()
    .regex(/^\d+(\.\d{1,3})?$/)
    .optional(),
  unitOfSize: SizeUnit.optional(),
  availability: Availability,
  facts: Fact.array().min(1),
  variations: z
    .array(
      z.object({
        name: z.string().min(1),
        value: z.string().min(1),
        sku: z.string().min(3),
        stock: z.number().int().min(0),
        priceModifier: z
          .string()
          .regex(/^-?\d+\.\d{2}$/)
          .optional(),
      }),
    )
    .optional(),
  images: z.array(z.string().refine(imageExists, "no image has this name")).min(1),
});

function imageExists(name: string): boolean {
  return existsSync(getImagePath(name));
}

function validateCatalogue(catalogue: { categories: StaticCategory[]; products: StaticProduct[] }) {
  const problems: { slug: string; problem: string }[] = [];
  const categorySlugs = new Set(catalogue.categories.map(({ slug }) => slug));
  const seen = new Set<string>();
  const requireUnique = (slug: string, what: string, value: string) => {
    if (seen.has(`${what} ${value}`))
      problems.push({ slug, problem: `${what} "${value}" is there twice` });
    seen.add(`${what} ${value}`);
  };
  for (const { slug, parent, image } of catalogue.categories) {
    requireUnique(slug, "category", slug);
    if (parent && !categorySlugs.has(parent))
      problems.push({ slug, problem: `no category "${parent}"` });
    if (!imageExists(image)) problems.push({ slug, problem: `no image "${image}"` });
  }
  for (const product of catalogue.products) {
    const { slug } = product;
    const checked = Row.safeParse(product);
    for (const { path, message } of checked.error?.issues ?? []) {
      problems.push({ slug, problem: `${path.join(".")}: ${message}` });
    }
    requireUnique(slug, "slug", slug);
    requireUnique(slug, "SKU", product.sku);
    for (const { sku } of product.variations ?? []) requireUnique(slug, "SKU", sku);
    if (!categorySlugs.has(product.category))
      problems.push({ slug, problem: `no category "${product.category}"` });
  }
  return problems;
}

function listImageNames(catalogue: { categories: StaticCategory[]; products: StaticProduct[] }) {
  const names = [
    ...catalogue.categories.map(({ image }) => image),
    ...catalogue.products.flatMap(({ images }) => images),
  ];
  return [...new Set(names)];
}

/** Stores two images at a time; sharp uses the other cores itself. */
async function storeImages(
  names: string[],
  onImage: (done: number, of: number) => void,
): Promise<Images> {
  const images: Images = new Map();
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      images.set(name, await storeImage(await readFile(getImagePath(name))));
      onImage(images.size, names.length);
    }
  };
  await Promise.all([work(), work()]);
  return images;
}

async function importCategories(
  tx: Prisma.TransactionClient,
  rows: StaticCategory[],
  images: Images,
): Promise<ImportReport> {
  const report: ImportReport = { created: 0, updated: 0, edited: 0 };
  const ids = new Map<string, string>();
  const parentsFirst = rows.toSorted(
    (a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)),
  );
  for (const { id, parent, image, ...row } of parentsFirst) {
    const data = {
      ...row,
      imageUrl: images.get(image)?.url ?? null,
      parentId: parent ? (ids.get(parent) ?? null) : null,
    };
    const found = await tx.category.findUnique({
      where: { slug: row.slug },
      select: { id: true, version: true },
    });
    ids.set(row.slug, found?.id ?? id);
    if (!found) await tx.category.create({ data: { id, ...data } });
    else if (found.version === 1) await tx.category.update({ where: { id: found.id }, data });
    countResult(report, found?.version);
  }
  return report;
}

function countResult(report: ImportReport, version: number | undefined): void {
  if (version === undefined) report.created++;
  else if (version === 1) report.updated++;
  else report.edited++;
}

async function importProducts(
  tx: Prisma.TransactionClient,
  rows: StaticProduct[],
  images: Images,
): Promise<ImportReport> {
  const report: ImportReport = { created: 0, updated: 0, edited: 0 };
  const slugs = rows.flatMap(({ category }) => category);
  const found = await tx.category.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true },
  });
  const categoryIds = new Map(found.map(({ id, slug }) => [slug, id]));
  // The first product of the file is published last.
  const newest = Date.UTC(2026, 0, 13);
  for (const [index, row] of rows.entries()) {
    const categoryId = categoryIds.get(row.category);
    if (!categoryId)
      throw new InvalidRowsError([{ slug: row.slug, problem: `no category "${row.category}"` }]);
    const publishAt = new Date(newest - index * 3_600_000);
    countResult(report, await importProduct(tx, row, { categoryId, publishAt, images }));
  }
  return report;
}

async function importProduct(
  tx: Prisma.TransactionClient,
  row: StaticProduct,
  { categoryId, publishAt, images }: { categoryId: string; publishAt: Date; images: Images },
): Promise<number | undefined> {
  const data = { ...toColumns(row), categoryId };
  const parts = {
    images: { create: row.images.map((name, order) => toImageInput(row, name, order, images)) },
    variations: {
      create: (row.variations ?? []).map((variation, order) => ({ ...variation, order })),
    },
  };
  const found = await tx.product.findUnique({
    where: { slug: row.slug },
    select: { id: true, version: true },
  });
  if (!found) {
    await tx.product.create({ data: { ...data, publishAt, ...parts } });
  } else if (found.version === 1) {
    await tx.productImage.deleteMany({ where: { productId: found.id } });
    await tx.productVariation.deleteMany({ where: { productId: found.id } });
    await tx.product.update({ where: { id: found.id }, data: { ...data, ...parts } });
  }
  return found?.version;
}

function toColumns(row: StaticProduct) {
  return {
    slug: row.slug,
    name: row.name,
    nameAr: row.nameAr,
    description: row.description,
    descriptionAr: row.descriptionAr,
    details: row.details ?? null,
    detailsAr: row.detailsAr ?? null,
    sku: row.sku,
    brand: row.brand ?? null,
    basePrice: row.price,
    priceOnRequest: row.price === null,
    saleUnit: row.saleUnit,
    unitSize: row.unitSize ?? null,
    unitOfSize: row.unitOfSize ?? null,
    availability: row.availability,
    facts: row.facts.map((fact) => ({ ...fact })),
    status: "ACTIVE" as const,
    isFeatured: row.featured ?? false,
    isNew: row.isNew ?? false,
  };
}

function toImageInput(row: StaticProduct, name: string, order: number, images: Images) {
  const image = images.get(name);
  if (!image) throw new InvalidRowsError([{ slug: row.slug, problem: `no image "${name}"` }]);
  const suffix = order === 0 ? "" : ` – ${order + 1}`;
  return {
    ...image,
    altText: `${row.name}${suffix}`,
    altTextAr: `${row.nameAr}${suffix}`,
    order,
    isPrimary: order === 0,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const report = await importCatalogue({ categories, products });
    console.log(
      `${report.created} created, ${report.updated} updated, ${report.edited} left as staff edited them.`,
    );
  } catch (error) {
    if (!(error instanceof InvalidRowsError)) throw error;
    console.error(`Nothing was imported. Correct these rows:\n${error.message}`);
    process.exitCode = 1;
  } finally {
    await db.$disconnect();
  }
}
