import type { Metadata } from "next";
import { Suspense } from "react";
import { PanelPage } from "@/app/admin/_components/panel-page";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { ListFilters } from "./_list/list-filters";
import { listQueryFrom, type SearchParams } from "./_list/list-query";
import { ListSkeleton } from "./_list/list-skeleton";
import { NewProductButton } from "./_list/new-product-button";
import { ProductResults } from "./_list/product-results";
import { ProductWays } from "./_list/product-ways";
import { listCategoryOptions } from "./category-options";

export const metadata: Metadata = { title: "Produits" };

export default async function ProductsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { role } = await requireStaff("products.read", "/admin/products");
  const query = listQueryFrom(await searchParams);
  return (
    <PanelPage title="Produits" actions={can({ role }, "products.write") && <NewProductButton />}>
      <ProductWays query={query}>
        <ListFilters categories={await listCategoryOptions()} />
        <Suspense fallback={<ListSkeleton />}>
          <ProductResults query={query} role={role} />
        </Suspense>
      </ProductWays>
    </PanelPage>
  );
}
