import type { Metadata } from "next";
import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { MAX_SELECTED_IDS, type Selection } from "@/lib/lists/bulk-selection";
import { toFilterParams } from "../_list/list-url";
import { listCategoryOptions } from "../category-options";
import { BulkForm } from "./bulk-form";
import { ALL_PARAM, IDS_PARAM } from "./bulk-url";

export const metadata: Metadata = { title: "Modifier en lot" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function BulkPage({ searchParams }: Props) {
  await requireStaff("products.import", "/admin/products");
  const selection = readSelection(await searchParams);
  return (
    <AdminPage title="Modifier en lot" trail={[{ label: "Produits", href: "/admin/products" }]}>
      {selection ? (
        <BulkForm selection={selection} categories={await listCategoryOptions()} />
      ) : (
        <p className={admin.empty}>
          Aucun produit n'est choisi.
          <Link href="/admin/products" prefetch={false}>
            Choisir des produits dans la liste
          </Link>
        </p>
      )}
    </AdminPage>
  );
}

/** The preview counts the products of a filter, so the total here is only a placeholder. */
function readSelection(params: SearchParams): Selection | null {
  const ids = params[IDS_PARAM];
  if (typeof ids === "string" && ids !== "") {
    return { ids: ids.split(".").slice(0, MAX_SELECTED_IDS) };
  }
  if (params[ALL_PARAM] !== "1") return null;
  return { filter: toFilterParams(parseListQuery(StaffProductQuery, params)), total: 1 };
}
