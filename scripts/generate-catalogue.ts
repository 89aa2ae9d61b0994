import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { categories } from "../src/data/categories";
import type { Fact } from "../src/domain/catalogue/schema";
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
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);
const BATCH = 2_000;
/** The newest generated product; the others are older by a minute each. */
const NEWEST = Date.UTC(2026, 0, 1);

export interface Generated {
  products: number;
  variations: number;
  images: number;
}

/**
 * Makes `count` plausible products, the same ones every time, in place of those it made before: all have a slug that
 * begins with `bench-`. Their pictures are those that the catalogue has already; without any they have none.
 */
export async function generateCatalogue(
  url: string,
  count: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<Generated> {
  const connections = Math.max(1, Math.min(4, availableParallelism(), Math.ceil(count / BATCH)));
  const pool = new pg.Pool({ connectionString: url, max: connections });
  try {
    await removeGenerated(pool);
    const shop = { categoryIds: await ensureCategories(pool), pictures: await listPictures(pool) };
    const made: Generated = { products: 0, variations: 0, images: 0 };
    let next = 0;
    const work = async () => {
      while (next < count) {
        const first = next;
        next = Math.min(count, first + BATCH);
        await insertBatch(pool, shop, first, next, made);
        onProgress(made.products);
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
    // The variations changed the shown prices of rows that stood in order already: without it the planner would take index scans
    // for dearer than they are in a shop that grew day by day.
    await pool.query(`CLUSTER "Product" USING "Product_createdAt_id_idx"`);
    for (const table of TABLES) await pool.query(`VACUUM ANALYZE "${table}"`);
    return made;
  } finally {
    await pool.end();
  }
}

const TABLES = ["Category", "Product", "ProductVariation", "ProductImage"];

async function removeGenerated(pool: pg.Pool): Promise<void> {
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

interface Picture {
  url: string;
  key: string;
  width: number;
  height: number;
  bytes: number;
  placeholder: string | null;
}

async function listPictures(pool: pg.Pool): Promise<Picture[]> {
  const { rows } = await pool.query<Picture>(
    `SELECT DISTINCT ON ("key") "url", "key", "width", "height", "bytes", "placeholder" FROM "ProductImage" ORDER BY "key"`,
  );
  return rows;
}

interface Shop {
  categoryIds: Map<string, string>;
  pictures: Picture[];
}

async function insertBatch(pool: pg.Pool, shop: Shop, first: number, end: number, made: Generated) {
  const products = Array.from({ length: end - first }, (_, i) => productAt(first + i, shop));
  const variations = products.flatMap(variationsOf);
  const images = products.flatMap((product) => imageOf(product, shop.pictures));
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // A benchmark's data can be made again: waiting for the disk at every batch is of no use.
    await client.query("SET LOCAL synchronous_commit = off");
    await client.query("SET LOCAL gin_pending_list_limit = '64MB'");
    await insertRows(
      client,
      "Product",
      PRODUCT_TYPES,
      products.map(({ row }) => row),
    );
    await insertRows(client, "ProductVariation", VARIATION_TYPES, variations);
    await insertRows(client, "ProductImage", IMAGE_TYPES, images);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  made.products += products.length;
  made.variations += variations.length;
  made.images += images.length;
}

/** One statement whatever the number of rows: an array a column. */
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
  random: () => number;
  row: Row<typeof PRODUCT_TYPES>;
}

/** The product of this number: it depends on nothing else, so any run and any order of work makes the same. */
function productAt(index: number, { categoryIds }: Shop): Product {
  const random = randomFrom(index);
  const kind = oneOf(kindsByWeight, random);
  const [material, finish, size] = [kind.materials, kind.finishes, kind.sizes].map((list) =>
    oneOf<Word | string>(list, random),
  ) as [Word, Word, string];
  const colour = oneOf(colours, random);
  const place = oneOf(series, random);
  const number = String(index).padStart(7, "0");
  const model = 100 + Math.floor(random() * 900);
  const name = {
    fr: `${kind.fr} ${place.fr} ${model} en ${material.fr}, ${finish.fr}, ${colour.fr.toLowerCase()}, ${size}`,
    ar: `${kind.ar} ${place.ar} ${model} من ${material.ar}، ${finish.ar}، ${colour.ar}، ${size}`,
  };
  const publishedAt = new Date(NEWEST - index * 60_000).toISOString();
  const row = {
    id: `${PREFIX}${number}`,
    slug: `${PREFIX}${slugOf(`${kind.fr} ${place.fr} ${model}`)}-${number}`,
    name: name.fr,
    nameAr: name.ar,
    description: `${kind.fr} de la série ${place.fr}, en ${material.fr}. Pour le neuf comme pour la rénovation ; retrait à Ouarzazate ou livraison.`,
    descriptionAr: `${kind.ar} من سلسلة ${place.ar}، من ${material.ar}. للبناء الجديد والتجديد، ويُستلم من ورزازات أو يُوصَّل.`,
    categoryId: categoryIds.get(kind.category),
    sku: `BN-${number}`,
    brand: random() < 0.7 ? oneOf(brands, random) : null,
    ...priceOf(kind, random),
    saleUnit: kind.saleUnit,
    unitSize: kind.holds?.size ?? null,
    unitOfSize: kind.holds?.unit ?? null,
    availability: availabilityAt(random()),
    facts: JSON.stringify(factsOf(kind, { material, finish, size, colour })),
    isFeatured: random() < 0.02,
    isNew: random() < 0.05,
    // A few products draw most of the views.
    viewCount: Math.floor(20_000 / (1 + random() * 2_000)),
    publishAt: publishedAt,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    ...lifeOf(random(), publishedAt),
  };
  return { number, kind, colour, name, random, row };
}

function factsOf(
  kind: Kind,
  { material, finish, size, colour }: { material: Word; finish: Word; size: string; colour: Word },
): Fact[] {
  return [
    { name: "Format", nameAr: "المقاس", value: size },
    { name: "Matière", nameAr: "المادة", value: capital(material.fr), valueAr: material.ar },
    { name: "Finition", nameAr: "اللمسة النهائية", value: capital(finish.fr), valueAr: finish.ar },
    { name: "Couleur", nameAr: "اللون", value: colour.fr, valueAr: colour.ar },
  ].filter(({ name }) => name !== kind.variesBy);
}

function priceOf({ price: [lowest, highest] }: Kind, random: () => number) {
  // Cheap articles are more frequent than dear ones.
  const price = lowest + (highest - lowest) * random() ** 2;
  const priceOnRequest = random() < 0.06;
  return { basePrice: priceOnRequest ? null : price.toFixed(2), priceOnRequest };
}

function availabilityAt(chance: number): string {
  if (chance < 0.72) return "IN_STOCK";
  if (chance < 0.88) return "ON_ORDER";
  return chance < 0.94 ? "ASK" : "OUT_OF_STOCK";
}

/** Nine in ten are to be seen; the rest are drafts, put away, over, or in the trash, as in a real shop. */
function lifeOf(chance: number, publishedAt: string) {
  const later = new Date(Date.parse(publishedAt) + 3_600_000).toISOString();
  return {
    status: chance < 0.04 ? "DRAFT" : chance < 0.07 ? "INACTIVE" : "ACTIVE",
    unpublishAt: chance >= 0.07 && chance < 0.09 ? later : null,
    deletedAt: chance >= 0.09 && chance < 0.1 ? later : null,
  };
}

function variationsOf({
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
      value: capital(choice.fr),
      valueAr: choice.ar,
      swatch: "swatch" in choice ? choice.swatch : null,
      priceModifier: order === 0 ? "0.00" : (Math.floor(random() * 12) * 10).toFixed(2),
      stock: Math.floor(random() * 60),
      sku: `BN-${number}-${order}`,
      order,
    };
  });
}

function imageOf(
  { number, name, random, row }: Product,
  pictures: Picture[],
): Row<typeof IMAGE_TYPES>[] {
  if (pictures.length === 0) return [];
  return [
    {
      ...oneOf(pictures, random),
      id: `${PREFIX}${number}`,
      productId: row.id,
      altText: name.fr,
      altTextAr: name.ar,
      isPrimary: true,
    },
  ];
}

/** Each kind as often as it weighs. */
const kindsByWeight = kinds.flatMap((kind) => Array<Kind>(kind.weight).fill(kind));

function oneOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Mulberry32: small, fast, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function slugOf(text: string): string {
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
  if (!(count >= 1 && count <= 5_000_000) || !url || !URL.canParse(url)) throw new Refusal(USAGE);
  const { hostname } = new URL(url);
  if (!LOCAL.has(hostname) && !args.includes("--allow-remote")) {
    throw new Refusal(
      `DATABASE_URL points at ${hostname}, which may be a real shop. Add --allow-remote if it is meant.`,
    );
  }
  const started = performance.now();
  let shown = 0;
  const made = await generateCatalogue(url, count, (done) => {
    if (done - shown < 50_000) return;
    shown = done;
    console.log(`${done.toLocaleString("en")} products`);
  });
  console.log(
    `${made.products} products, ${made.variations} variations, ${made.images} images in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

class Refusal extends Error {}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
