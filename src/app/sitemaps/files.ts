import { listCategories } from "@/domain/catalogue/listing/categories-published";
import {
  listProductRanges,
  type ProductRange,
  readProductAddresses,
} from "@/domain/catalogue/listing/sitemap-published";
import { appUrl } from "@/lib/env";
import { buildProductEntries, listPageEntries, type SitemapEntry } from "./entries";
import { buildSitemapIndex, writeUrlset } from "./xml";

/**
 * Half of the products that a file has room for, also with the longest slugs. The rest is for products that are created before the
 * ranges are read again.
 */
export const PRODUCTS_PER_FILE = 2_400;

const PAGES_FILE = "pages.xml";

export async function* writeIndex(productsPerFile = PRODUCTS_PER_FILE): AsyncGenerator<string> {
  const ranges = await listProductRanges(productsPerFile);
  const files = ranges.flatMap(({ hasVisibleProducts }, index) =>
    hasVisibleProducts ? [`products-${index + 1}.xml`] : [],
  );
  yield buildSitemapIndex([PAGES_FILE, ...files].map((file) => `${appUrl}/sitemaps/${file}`));
}

/** Finds a sitemap file by its name; null for an unknown one. */
export async function findFile(
  name: string,
  productsPerFile = PRODUCTS_PER_FILE,
): Promise<AsyncGenerator<string> | null> {
  if (name === PAGES_FILE) return writeUrlset([listPageEntries(await listCategories())]);
  const [, number] = /^products-([1-9]\d{0,5})\.xml$/.exec(name) ?? [];
  const range = number && (await listProductRanges(productsPerFile))[Number(number) - 1];
  return range ? writeUrlset(readProductEntries(range)) : null;
}

async function* readProductEntries(range: ProductRange): AsyncGenerator<SitemapEntry[]> {
  for await (const products of readProductAddresses(range)) {
    yield products.flatMap(buildProductEntries);
  }
}
