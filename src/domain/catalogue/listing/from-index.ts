import "server-only";
import { toPagination } from "@/lib/lists/pagination";
import type { ListingColumns } from "../listing-index/columns";
import type { OrderName } from "../listing-index/orders";
import type { Filters } from "../listing-index/row-filter";
import { type Scope, type Selected, selectRows } from "../listing-index/selection";
import type { CatalogueIndex } from "../listing-index/source";
import type { Facets } from "../schema";
import { readCards } from "./cards";
import { buildFacets } from "./facets";
import type { Listing, ListQuery } from "./listing";

/** The rows that a search found, and for each row number its score, a whole number below 2 ** 20. */
export interface Ranking {
  matches: Uint32Array;
  scores: Uint32Array;
}

/** Lists a page without asking PostgreSQL for more than its cards. An unknown category has no products. */
export async function listFromIndex(
  index: CatalogueIndex,
  query: ListQuery,
  ranking: Ranking | null,
): Promise<Listing> {
  const { columns } = index;
  const selected = selectRows(
    columns,
    buildScope(columns, query, ranking),
    buildFilters(columns, query),
    {
      order: toOrderName(query),
      scores: query.sort === "relevance" ? (ranking?.scores ?? null) : null,
      offset: (query.page - 1) * query.pageSize,
      limit: query.pageSize,
    },
  );
  return {
    items: await readCards(index, selected.rows),
    pagination: toPagination(query, selected.total),
    facets: buildFacets(
      selected,
      columns.facetValues,
      query,
      ranking ? listCategoryFacet(columns, selected, query.category) : [],
    ),
  };
}

/**
 * The categories of the found products, and the chosen one, which may be above them. Their order follows the search without
 * filters, so that nothing moves.
 */
function listCategoryFacet(
  { categories }: ListingColumns,
  { categoriesInScope, categories: counts }: Selected,
  chosen: string | undefined,
): Facets["categories"] {
  const chosenIndex = chosen === undefined ? null : categories.findVisible(chosen);
  const sum = (index: number, found: ReadonlyMap<number, number>) =>
    index === chosenIndex
      ? sumCounts(categories.listWithDescendants(index), found)
      : (found.get(index) ?? 0);
  const indexes = new Set(categoriesInScope.keys());
  if (chosenIndex !== null) indexes.add(chosenIndex);
  return [...indexes]
    .flatMap((index) => {
      const category = categories.get(index);
      if (!category) return [];
      const { slug, name, nameAr } = category;
      const facet = { slug, name, nameAr, count: sum(index, counts), selected: slug === chosen };
      return [{ inScope: sum(index, categoriesInScope), facet }];
    })
    .sort((a, b) => b.inScope - a.inScope || (a.facet.slug < b.facet.slug ? -1 : 1))
    .map(({ facet }) => facet)
    .filter(({ selected }, i) => i < MAX_CATEGORIES || selected);
}

function sumCounts(indexes: readonly number[], counts: ReadonlyMap<number, number>): number {
  return indexes.reduce((sum, index) => sum + (counts.get(index) ?? 0), 0);
}

const MAX_CATEGORIES = 12;

export function toOrderName({ sort, locale }: Pick<ListQuery, "sort" | "locale">): OrderName {
  if (sort === "relevance") return "newest";
  return sort === "name" && locale === "ar" ? "nameAr" : sort;
}

function buildScope(
  { categories }: ListingColumns,
  { category, featured, new: isNew }: ListQuery,
  ranking: Ranking | null,
): Scope {
  const index = category === undefined ? undefined : categories.findVisible(category);
  return {
    categories:
      index === undefined ? null : index === null ? [] : categories.listWithDescendants(index),
    isFeatured: featured,
    isNew,
    matches: ranking?.matches ?? null,
  };
}

export function buildFilters({ facetValues }: ListingColumns, query: ListQuery): Filters {
  return {
    minPrice: query.minPrice === undefined ? undefined : Math.round(query.minPrice * 100),
    maxPrice: query.maxPrice === undefined ? undefined : Math.round(query.maxPrice * 100),
    inStock: query.inStock,
    options: Object.entries(query.option ?? {}).map(([name, values]) =>
      facetValues.find(name, values),
    ),
  };
}
