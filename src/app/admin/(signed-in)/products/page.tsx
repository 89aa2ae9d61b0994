import type { Metadata } from "next";
import { Suspense } from "react";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { GridLink } from "./_list/grid-link";
import { ListFilters } from "./_list/list-filters";
import { ListSkeleton } from "./_list/list-skeleton";
import { NewProductButton } from "./_list/new-product-button";
import { ProductListProvider } from "./_list/product-list-context";
import { ProductResults } from "./_list/product-results";
import { ExportMenu } from "./_transfer/export-menu";
import { listCategoryOptions } from "./category-options";

export const metadata: Metadata = { title: "Produits" };

export default async function ProductsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { role } = await requireStaff("products.read", "/admin/products");
  const query = parseListQuery(StaffProductQuery, await searchParams);
  const categories = await listCategoryOptions();
  return (
    <AdminPage
      title="Produits"
      isCompact
      actions={
        <>
          {can({ role }, "products.import") && <GridLink query={query} />}
          <ExportMenu query={query} />
          {can({ role }, "products.write") && <NewProductButton />}
        </>
      }
    >
      <ProductListProvider query={query} categories={categories}>
        <ListFilters categories={categories} />
        <Suspense fallback={<ListSkeleton />}>
          <ProductResults query={query} role={role} />
        </Suspense>
      </ProductListProvider>
    </AdminPage>
  );
}
