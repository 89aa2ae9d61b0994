import type { Metadata } from "next";
import { listProducts } from "@/domain/catalogue/listing/published";
import { parseListing, type RawParams } from "@/domain/catalogue/listing/url";
import { PRODUCT_SORTS } from "@/domain/catalogue/schema";
import { PAGE_SIZE } from "../../../../_components/listing/listing-view";
import { orNotFound, orNotFoundMetadata } from "../../../../_components/page/not-found";
import type { SlugParams } from "../../../../_components/page/route-params";
import { buildCategoryMetadata, CategoryPage, getCategoryOrRedirect } from "../category-page";

interface Props {
  params: Promise<SlugParams>;
  searchParams: Promise<RawParams>;
}

export const generateMetadata = orNotFoundMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const found = await getCategoryOrRedirect(params, buildQuery(await searchParams));
    return buildCategoryMetadata(found, true);
  },
);

/** The dynamic twin of the category page: `next.routes.ts` rewrites addresses with filters to this route. */
export default orNotFound(async function FilteredCategoryPage({ params, searchParams }: Props) {
  const raw = await searchParams;
  const found = await getCategoryOrRedirect(params, buildQuery(raw));
  const state = parseListing(raw, PRODUCT_SORTS);
  const listing = await listProducts({
    ...state,
    category: found.slug,
    pageSize: PAGE_SIZE,
    locale: found.locale,
  });
  return <CategoryPage found={found} view={{ listing, sorts: PRODUCT_SORTS, state }} />;
});

/** Rebuilds the request's query string, `?` included; empty without parameters. */
function buildQuery(raw: RawParams): string {
  const query = new URLSearchParams(
    Object.entries(raw).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  ).toString();
  return query && `?${query}`;
}
