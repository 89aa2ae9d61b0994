import type { Metadata } from "next";
import { z } from "zod";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { appUrl } from "@/lib/env";
import { line } from "@/lib/input/text-schema";
import { ProductForm } from "../_form/product-form";
import { listCategoryOptions } from "../category-options";

/** The name that a link to this page may suggest. */
const NameQuery = z.object({ name: line(PRODUCT_FIELDS.name.maxLength).optional() });

export const metadata: Metadata = { title: "Nouveau produit" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function NewProductPage({ searchParams }: Props) {
  const { id, role } = await requireStaff("products.write", "/admin/products/new");
  return (
    <AdminPage title="Nouveau produit" trail={[{ label: "Produits", href: "/admin/products" }]}>
      <ProductForm
        product={null}
        suggestedName={parseListQuery(NameQuery, await searchParams).name}
        categories={await listCategoryOptions()}
        userId={id}
        mayWrite
        mayTrash={can({ role }, "products.delete")}
        shopUrl={appUrl}
      />
    </AdminPage>
  );
}
