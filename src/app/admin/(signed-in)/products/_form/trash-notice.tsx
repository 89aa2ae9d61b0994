"use client";

import { useRouter } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { restoreProduct } from "../product-requests";

export function TrashNotice({ productId, mayRestore }: { productId: string; mayRestore: boolean }) {
  const router = useRouter();
  const restore = () =>
    restoreProduct(productId).then(() => {
      toastSuccess("Produit restauré");
      router.refresh();
    }, toastError);
  return (
    <div className={admin.alert} data-tone="warn">
      <p>
        Ce produit est à la corbeille : les clients ne le voient plus. Restaurez-le pour le
        modifier.
      </p>
      {mayRestore && (
        <SmallButton variant="primary" onClick={() => void restore()}>
          Restaurer
        </SmallButton>
      )}
    </div>
  );
}
