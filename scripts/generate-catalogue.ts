import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { categories } from "../src/data/categories";
import type { Fact } from "../src/domain/catalogue/schema";
import { createRandom } from "./bench/random";
import {
  brands,
  type Colour,
  colours,
  type Kind,
  kinds,
  series,
  type Word,
} from "./bench/vocabulary";

const PREFIX = "bench-";
const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);
const BATCH_SIZE = 2_000;
/** The creation time of the newest product; each further product is a minute older. */
const NEWEST_AT = Date.UTC(2026, 0, 1);

export interface GeneratedCounts {
  products: number;
  variations: number;
  images: number;
}

/**
 * Replaces all generated products, whose slugs begin with `bench-`, by `count` plausible ones, which are the same in every
 * run. They use the images that the catalogue already has, if any.
 */
export async function generateCatalogue(
  url: string,
  count: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<GeneratedCounts> {
  const connections = Math.max(
    1,
    Math.min(4, availableParallelism(), Math.ceil(count / BATCH_SIZE)),
  );
  const pool = new pg.Pool({ connectionString: url, max: connections });
  try {
    await deleteGenerated(pool);
    const shop = { categoryIds: await ensureCategories(pool), images: await listImages(pool) };
    const created: GeneratedCounts = { products: 0, variations: 0, images: 0 };
    let next = 0;
    const work = async () => {
      while (next < count) {
        const first = next;
        next = Math.min(count, first + BATCH_SIZE);
        await insertBatch(pool, shop, first, next, created);
        onProgress(created.products);
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
    // The variations have updated the shown prices and so moved the rows. Without CLUSTER the planner would estimate index scans
    // as more expensive than in a shop that grew day by day.
    await pool.query(`CLUSTER "Product" USING "Product_createdAt_id_idx"`);
    for (const table of TABLES) await pool.query(`VACUUM ANALYZE "${table}"`);
    return created;
  } finally {
    await pool.end();
  }
}

const TABLES = [
  "Category",
  "Product",
  "ProductVariation",
  "ProductImage",
  "ListingRow",
  "SearchTerm",
  "FacetValue",
];

async function deleteGenerated(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      `DELETE FROM "Product" WHERE "id" IN (SELECT "id" FROM "Product" WHERE "slug" LIKE '${PREFIX}%' LIMIT 20000)`,
    );
    if (!rowCount) return;
  }
}

async function ensureCategories(pool: pg.Pool): Promise<Map<string, string>> {
  const parentsFirst = categories.toSorted(
    (a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)),
  );
  for (const {
    id,
    slug,
    name,
    nameAr,
    description,
    descriptionAr,
    icon,
    order,
    parent,
  } of parentsFirst) {
    await pool.query(
      `INSERT INTO "Category" ("id", "slug", "name", "nameAr", "description", "descriptionAr", "icon", "order", "parentId")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT "id" FROM "Category" WHERE "slug" = $9)) ON CONFLICT ("slug") DO NOTHING`,
      [id, slug, name, nameAr, description, descriptionAr, icon, order, parent ?? null],
    );
  }
  const { rows } = await pool.query<{ id: string; slug: string }>(
    `SELECT "id", "slug" FROM "Category"`,
  );
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

interface Image {
  url: string;
  key: string;
  width: number;
  height: number;
  bytes: number;
  placeholder: string | null;
}

async function listImages(pool: pg.Pool): Promise<Image[]> {
  const { rows } = await pool.query<Image>(
    `SELECT DISTINCT ON ("key") "url", "key", "width", "height", "bytes", "placeholder" FROM "ProductImage" ORDER BY "key"`,
  );
  return rows;
}

interface Shop {
  categoryIds: Map<string, string>;
  images: Image[];
}

async function insertBatch(
  pool: pg.Pool,
  shop: Shop,
  first: number,
  end: number,
  created: GeneratedCounts,
) {
  const products = Array.from({ length: end - first }, (_, i) => buildProduct(first + i, shop));
  const variations = products.flatMap(buildVariations);
  const images = products.flatMap((product) => buildImages(product, shop.images));
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // The data can be generated again, so commits need not wait for the disk.
    await client.query("SET LOCAL synchronous_commit = off");
    await client.query("SET LOCAL gin_pending_list_limit = '64MB'");
    await client.query("SET LOCAL shop.listing = 'deferred'");
    await insertRows(
      client,
      "Product",
      PRODUCT_TYPES,
      products.map(({ row }) => row),
    );
    await insertRows(client, "ProductVariation", VARIATION_TYPES, variations);
    await insertRows(client, "ProductImage", IMAGE_TYPES, images);
    const ids = products.map(({ row }) => row.id);
    await client.query("SELECT shop_refresh_listing($1)", [ids]);
    await client.query("SELECT shop_refresh_listing_words($1)", [ids]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  created.products += products.length;
  created.variations += variations.length;
  created.images += images.length;
}

/** Inserts all rows in one statement, with one array per column. */
async function insertRows<C extends string>(
  client: pg.PoolClient,
  table: string,
  types: Record<C, string>,
  rows: Record<C, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(types) as C[];
  const names = columns.map((column) => `"${column}"`).join(", ");
  const arrays = columns.map((column, i) => `$${i + 1}::${types[column]}[]`).join(", ");
  await client.query(
    `INSERT INTO "${table}" (${names}) SELECT ${names} FROM unnest(${arrays}) AS rows (${names})`,
    columns.map((column) => rows.map((row) => row[column])),
  );
}

const PRODUCT_TYPES = {
  id: "text",
  slug: "text",
  name: "text",
  nameAr: "text",
  description: "text",
  descriptionAr: "text",
  categoryId: "text",
  sku: "text",
  brand: "text",
  basePrice: "numeric",
  priceOnRequest: "boolean",
  saleUnit: '"SaleUnit"',
  unitSize: "numeric",
  unitOfSize: '"SizeUnit"',
  availability: '"Availability"',
  facts: "jsonb",
  status: '"ProductStatus"',
  isFeatured: "boolean",
  isNew: "boolean",
  viewCount: "integer",
  publishAt: "timestamptz",
  unpublishAt: "timestamptz",
  deletedAt: "timestamptz",
  createdAt: "timestamptz",
  updatedAt: "timestamptz",
};

const VARIATION_TYPES = {
  id: "text",
  productId: "text",
  name: "text",
  nameAr: "text",
  value: "text",
  valueAr: "text",
  swatch: "text",
  priceModifier: "numeric",
  stock: "integer",
  sku: "text",
  order: "integer",
};

const IMAGE_TYPES = {
  id: "text",
  productId: "text",
  url: "text",
  key: "text",
  width: "integer",
  height: "integer",
  bytes: "integer",
  placeholder: "text",
  altText: "text",
  altTextAr: "text",
  isPrimary: "boolean",
};

type Row<T> = Record<keyof T, unknown>;

interface Product {
  number: string;
  kind: Kind;
  colour: Colour;
  name: Word;
  facts: Fact[];
  random: () => number;
  row: Row<typeof PRODUCT_TYPES>;
}

/** Builds the product with this number. It depends on nothing else, so every run and order creates the same products. */
export function buildProduct(index: number, { categoryIds }: Shop): Product {
  const random = createRandom(index);
  const kind = pickOne(kindsByWeight, random);
  const [material, finish, size] = [kind.materials, kind.finishes, kind.sizes].map((list) =>
    pickOne<Word | string>(list, random),
  ) as [Word, Word, string];
  const colour = pickOne(colours, random);
  const place = pickOne(series, random);
  const number = String(index).padStart(7, "0");
  const model = 100 + Math.floor(random() * 900);
  const name = {
    fr: `${kind.fr} ${place.fr} ${model} en ${material.fr}, ${finish.fr}, ${colour.fr.toLowerCase()}, ${size}`,
    ar: `${kind.ar} ${place.ar} ${model} من ${material.ar}، ${finish.ar}، ${colour.ar}، ${size}`,
  };
  const facts = buildFacts(kind, { material, finish, size, colour });
  const publishedAt = new Date(NEWEST_AT - index * 60_000).toISOString();
  const row = {
    id: `${PREFIX}${number}`,
    slug: `${PREFIX}${toSlug(`${kind.fr} ${place.fr} ${model}`)}-${number}`,
    name: name.fr,
    nameAr: name.ar,
    description: `${kind.fr} de la série ${place.fr}, en ${material.fr}. Pour le neuf comme pour la rénovation ; retrait à Ouarzazate ou livraison.`,
    descriptionAr: `${kind.ar} من سلسلة ${place.ar}، من ${material.ar}. للبناء الجديد والتجديد، ويُستلم من ورزازات أو يُوصَّل.`,
    categoryId: categoryIds.get(kind.category),
    sku: `BN-${number}`,
    brand: random() < 0.7 ? pickOne(brands, random) : null,
    ...buildPrice(kind, random),
    saleUnit: kind.saleUnit,
    unitSize: kind.holds?.size ?? null,
    unitOfSize: kind.holds?.unit ?? null,
    availability: pickAvailability(random()),
    facts: JSON.stringify(facts),
    isFeatured: random() < 0.02,
    isNew: random() < 0.05,
    // A few products have most of the views.
    viewCount: Math.floor(20_000 / (1 + random() * 2_000)),
    publishAt: publishedAt,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    ...buildLifecycle(random(), publishedAt),
  };
  return { number, kind, colour, name, facts, random, row };
}

function buildFacts(
  kind: Kind,
  { material, finish, size, colour }: { material: Word; finish: Word; size: string; colour: Word },
): Fact[] {
  return [
    { name: "Format", nameAr: "المقاس", value: size },
    { name: "Matière", nameAr: "المادة", value: capitalize(material.fr), valueAr: material.ar },
    {
      name: "Finition",
      nameAr: "اللمسة النهائية",
      value: capitalize(finish.fr),
      valueAr: finish.ar,
    },
    { name: "Couleur", nameAr: "اللون", value: colour.fr, valueAr: colour.ar },
  ].filter(({ name }) => name !== kind.variesBy);
}

function buildPrice({ price: [lowest, highest] }: Kind, random: () => number) {
  // Cheap products are more frequent than expensive ones.
  const price = lowest + (highest - lowest) * random() ** 2;
  const priceOnRequest = random() < 0.06;
  return { basePrice: priceOnRequest ? null : price.toFixed(2), priceOnRequest };
}

function pickAvailability(chance: number): string {
  if (chance < 0.72) return "IN_STOCK";
  if (chance < 0.88) return "ON_ORDER";
  return chance < 0.94 ? "ASK" : "OUT_OF_STOCK";
}

/** Nine of ten products are visible; the others are drafts, inactive, expired or in the trash, as in a real shop. */
function buildLifecycle(chance: number, publishedAt: string) {
  const later = new Date(Date.parse(publishedAt) + 3_600_000).toISOString();
  return {
    status: chance < 0.04 ? "DRAFT" : chance < 0.07 ? "INACTIVE" : "ACTIVE",
    unpublishAt: chance >= 0.07 && chance < 0.09 ? later : null,
    deletedAt: chance >= 0.09 && chance < 0.1 ? later : null,
  };
}

function buildVariations({
  number,
  kind,
  colour,
  random,
  row,
}: Product): Row<typeof VARIATION_TYPES>[] {
  const { variesBy } = kind;
  if (!variesBy) return [];
  const isColour = variesBy === "Couleur";
  const choices: (Word | Colour)[] = isColour ? colours : kind.finishes;
  const start = isColour ? colours.indexOf(colour) : Math.floor(random() * choices.length);
  const wanted = Math.floor(random() * 4);
  return Array.from({ length: Math.min(wanted, choices.length) }, (_, order) => {
    const choice = choices[(start + order) % choices.length] as Word | Colour;
    return {
      id: `${PREFIX}${number}-${order}`,
      productId: row.id,
      name: variesBy,
      nameAr: isColour ? "اللون" : "اللمسة النهائية",
      value: capitalize(choice.fr),
      valueAr: choice.ar,
      swatch: "swatch" in choice ? choice.swatch : null,
      priceModifier: order === 0 ? "0.00" : (Math.floor(random() * 12) * 10).toFixed(2),
      stock: Math.floor(random() * 60),
      sku: `BN-${number}-${order}`,
      order,
    };
  });
}

function buildImages(
  { number, name, random, row }: Product,
  images: Image[],
): Row<typeof IMAGE_TYPES>[] {
  if (images.length === 0) return [];
  return [
    {
      ...pickOne(images, random),
      id: `${PREFIX}${number}`,
      productId: row.id,
      altText: name.fr,
      altTextAr: name.ar,
      isPrimary: true,
    },
  ];
}

/** Each kind as many times as its weight. */
const kindsByWeight = kinds.flatMap((kind) => Array<Kind>(kind.weight).fill(kind));

function pickOne<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toSlug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const USAGE =
  "npx tsx --conditions=react-server scripts/generate-catalogue.ts <count, 1 to 5,000,000> [--allow-remote]\n" +
  "Writes into DATABASE_URL.";

async function main(args: string[]): Promise<void> {
  const count = Number(args.find((arg) => /^\d+$/.test(arg)));
  const url = process.env.DATABASE_URL;
  if (!(count >= 1 && count <= 5_000_000) || !url || !URL.canParse(url))
    throw new UsageError(USAGE);
  const { hostname } = new URL(url);
  if (!LOCAL_HOSTS.has(hostname) && !args.includes("--allow-remote")) {
    throw new UsageError(
      `DATABASE_URL points at ${hostname}, which may be a real shop. Add --allow-remote if it is meant.`,
    );
  }
  const started = performance.now();
  let shown = 0;
  const created = await generateCatalogue(url, count, (done) => {
    if (done - shown < 50_000) return;
    shown = done;
    console.log(`${done.toLocaleString("en")} products`);
  });
  console.log(
    `${created.products} products, ${created.variations} variations, ${created.images} images in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

class UsageError extends Error {}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
