import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { RecordTimeline } from "@/app/admin/_components/page/record-timeline";
import { findProductForEdit } from "@/domain/catalogue/products/queries";
import type { StaffMember } from "@/lib/auth/lucia";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { appUrl } from "@/lib/env";
import { ProductForm } from "../../_form/product-form";
import { TrashNotice } from "../../_form/trash-notice";
import { HistoryView } from "../../_history/history-view";
import { ProductTabs } from "../../_history/product-tabs";
import { ListSkeleton } from "../../_list/list-skeleton";
import { listCategoryOptions } from "../../category-options";
import { ScheduledChanges } from "./scheduled-changes";

export const metadata: Metadata = { title: "Modifier un produit" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditProductPage({ params, searchParams }: Props) {
  const { id } = await params;
  const user = await requireStaff("products.read", `/admin/products/${id}/edit`);
  const [product, categories, { vue, tout }] = await Promise.all([
    findProductForEdit(id),
    listCategoryOptions(),
    searchParams,
  ]);
  if (!product) notFound();
  const { mayWrite, mayTrash } = getRights(user);
  const isHistory = mayWrite && vue === "historique";
  return (
    <AdminPage title={product.name} trail={[{ label: "Produits", href: "/admin/products" }]}>
      {mayWrite && <ProductTabs productId={id} isHistory={isHistory} />}
      <ScheduledChanges productId={id} />
      {product.deletedAt && <TrashNotice productId={id} mayRestore={mayWrite} />}
      {isHistory ? (
        <Suspense fallback={<ListSkeleton />}>
          <HistoryView
            productId={id}
            categories={categories}
            showsAll={tout === "1"}
            mayRestore={product.deletedAt === null}
          />
          <RecordTimeline entityType="Product" entityId={id} />
        </Suspense>
      ) : (
        <ProductForm
          key={`${id}-${product.deletedAt}`}
          product={product}
          categories={categories}
          userId={user.id}
          mayWrite={mayWrite}
          mayTrash={mayTrash}
          shopUrl={appUrl}
        />
      )}
    </AdminPage>
  );
}

function getRights({ role }: StaffMember) {
  return { mayWrite: can({ role }, "products.write"), mayTrash: can({ role }, "products.delete") };
}
