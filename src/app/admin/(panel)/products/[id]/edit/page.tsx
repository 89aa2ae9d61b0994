import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PanelPage } from "@/app/admin/_components/panel-page";
import { findProductForEdit } from "@/domain/catalogue/product-queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { appUrl } from "@/lib/env";
import { ProductForm } from "../../_form/product-form";
import { listCategoryOptions } from "../../category-options";

export const metadata: Metadata = { title: "Modifier un produit" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function EditProductPage({ params }: Props) {
  const { id } = await params;
  const user = await requireStaff("products.read", `/admin/products/${id}/edit`);
  const [product, categories] = await Promise.all([findProductForEdit(id), listCategoryOptions()]);
  if (!product) notFound();
  return (
    <PanelPage title={product.name} trail={[{ label: "Produits", href: "/admin/products" }]}>
      <ProductForm
        key={product.id}
        product={product}
        categories={categories}
        userId={user.id}
        mayWrite={can(user.role, "products.write")}
        mayTrash={can(user.role, "products.delete")}
        shopUrl={appUrl}
      />
    </PanelPage>
  );
}
