"use client";

import { Copy, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { duplicateProduct, restoreProduct, trashProduct } from "../../product-requests";

/** Actions on the saved product. They ignore unsaved input. */
export function ProductActions({
  product,
  mayTrash,
}: {
  product: ProductForEdit;
  mayTrash: boolean;
}) {
  const router = useRouter();
  const { id, name } = product;
  const duplicate = async () => {
    const copy = await duplicateProduct(id);
    toastSuccess(`Copie de « ${name} » prête, en brouillon`);
    router.push(`/admin/products/${copy.id}/edit`);
  };
  const restore = () => restoreProduct(id).then(() => router.refresh(), toastError);
  const trash = async () => {
    await trashProduct(id);
    toastSuccess(`« ${name} » est à la corbeille`, { undo: restore });
    router.push("/admin/products");
  };
  if (product.deletedAt !== null) return null;
  return (
    <div className={admin.row}>
      <SmallButton variant="ghost" onClick={() => void duplicate().catch(toastError)}>
        <Copy aria-hidden="true" />
        Dupliquer
      </SmallButton>
      {mayTrash && (
        <SmallButton variant="ghost" onClick={() => void trash().catch(toastError)}>
          <Trash2 aria-hidden="true" />
          Mettre à la corbeille
        </SmallButton>
      )}
    </div>
  );
}
