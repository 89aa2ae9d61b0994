import type { Metadata } from "next";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { listCategoryFirstPage } from "@/domain/catalogue/listing/published";
import { listWithDescendants } from "@/domain/catalogue/rules";
import { PRODUCT_SORTS } from "@/domain/catalogue/schema";
import { PAGE_SIZE } from "../../../_components/listing/listing-view";
import { orNotFound, orNotFoundMetadata } from "../../../_components/page/not-found";
import type { SlugParams } from "../../../_components/page/route-params";
import { buildCategoryMetadata, CategoryPage, getCategoryOrRedirect } from "./category-page";

export const revalidate = 300;

interface Props {
  params: Promise<SlugParams>;
}

export async function generateStaticParams() {
  const categories = await listCategories();
  return categories.flatMap(listWithDescendants).map(({ slug }) => ({ slug }));
}

export const generateMetadata = orNotFoundMetadata(
  async ({ params }: Props): Promise<Metadata> =>
    buildCategoryMetadata(await getCategoryOrRedirect(params), false),
);

/** The unfiltered first page of a category, cached. Addresses with filters are rewritten to `filtres/`. */
export default orNotFound(async function CategoryFrontPage({ params }: Props) {
  const found = await getCategoryOrRedirect(params);
  const listing = await listCategoryFirstPage(found.slug, PAGE_SIZE, found.locale);
  return (
    <CategoryPage
      found={found}
      view={{ listing, sorts: PRODUCT_SORTS, state: { page: 1, sort: "newest" } }}
    />
  );
});
