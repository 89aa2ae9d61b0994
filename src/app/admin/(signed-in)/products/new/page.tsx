import type { Metadata } from "next";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { appUrl } from "@/lib/env";
import { ProductForm } from "../_form/product-form";
import { listCategoryOptions } from "../category-options";

export const metadata: Metadata = { title: "Nouveau produit" };

export default async function NewProductPage() {
  const { id, role } = await requireStaff("products.write", "/admin/products/new");
  return (
    <AdminPage title="Nouveau produit" trail={[{ label: "Produits", href: "/admin/products" }]}>
      <ProductForm
        product={null}
        categories={await listCategoryOptions()}
        userId={id}
        mayWrite
        mayTrash={can({ role }, "products.delete")}
        shopUrl={appUrl}
      />
    </AdminPage>
  );
}
