import type { Metadata } from "next";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { toFilterParams } from "../_list/list-url";
import { GridLoader } from "./grid-loader";

export const metadata: Metadata = { title: "Grille des produits" };

export default async function GridPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("products.import", "/admin/products");
  const filter = toFilterParams(parseListQuery(StaffProductQuery, await searchParams));
  return (
    <AdminPage
      title="Grille des produits"
      trail={[{ label: "Produits", href: "/admin/products" }]}
      isCompact
    >
      <GridLoader key={JSON.stringify(filter)} filter={filter} />
    </AdminPage>
  );
}
