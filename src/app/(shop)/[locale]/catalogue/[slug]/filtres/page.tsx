import type { Metadata } from "next";
import { listProducts } from "@/domain/catalogue/listing/published";
import { parseListing, type RawParams } from "@/domain/catalogue/listing/url";
import { PRODUCT_SORTS } from "@/domain/catalogue/schema";
import { PAGE_SIZE } from "../../../../_components/listing/listing-view";
import type { SlugParams } from "../../../../_components/route-params";
import { buildCategoryMetadata, CategoryPage, getCategoryPage } from "../category-page";

interface Props {
  params: Promise<SlugParams>;
  searchParams: Promise<RawParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await getCategoryPage(params, queryOf(await searchParams));
  return buildCategoryMetadata(found, true);
}

/** The same page for one request's filters: `next.config.ts` sends addresses here that carry any. */
export default async function FilteredCategoryPage({ params, searchParams }: Props) {
  const raw = await searchParams;
  const found = await getCategoryPage(params, queryOf(raw));
  const state = parseListing(raw, PRODUCT_SORTS);
  const listing = await listProducts({
    ...state,
    category: found.slug,
    pageSize: PAGE_SIZE,
    locale: found.locale,
  });
  return <CategoryPage found={found} view={{ listing, sorts: PRODUCT_SORTS, state }} />;
}

/** As it was asked for, `?` included. */
function queryOf(raw: RawParams): string {
  const query = new URLSearchParams(
    Object.entries(raw).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  ).toString();
  return query && `?${query}`;
}
