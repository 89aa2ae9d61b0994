import "server-only";
import { pool } from "@/lib/db";
import type { CatalogueIndex } from "../listing-index/source";
import type { ProductCard } from "../schema";

/** About five megabytes. */
const MAX_CARDS = 4_000;

/** Reads the cards of rows, in their order. Leaves out products that were deleted after the rows were selected. */
export async function readCards(
  index: CatalogueIndex,
  rows: readonly number[],
): Promise<ProductCard[]> {
  const cards = new Map<number, ProductCard>();
  for (const n of rows) {
    const card = index.cards.get(n);
    if (card) cards.set(n, card);
  }
  const missing = rows.filter((n) => !cards.has(n));
  if (missing.length > 0) {
    const { version } = index.columns;
    const found = await pool.query<{ n: number; card: ProductCard }>({
      name: "listing-cards",
      text: `SELECT "n", "card" FROM "ListingRow" WHERE "n" = ANY($1::int[]) AND "isListed"`,
      values: [missing],
    });
    for (const { n, card } of found.rows) cards.set(n, card);
    // The cards may be older than a change that was applied while they were read.
    if (version === index.columns.version) storeCards(index, found.rows);
  }
  return rows.flatMap((n) => cards.get(n) ?? []);
}

function storeCards(index: CatalogueIndex, found: readonly { n: number; card: ProductCard }[]) {
  for (const { n, card } of found) {
    const [oldest] = index.cards.keys();
    if (index.cards.size >= MAX_CARDS && oldest !== undefined) index.cards.delete(oldest);
    index.cards.set(n, card);
  }
}
