"use client";

import { ExternalLink } from "lucide-react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastError } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { QuotedText } from "@/app/admin/_components/text/quoted-text";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { api } from "@/lib/http/api-client";
import { getHiddenReason } from "../../hidden-reason";

interface Props {
  product: ProductForEdit;
  mayPreview: boolean;
}

/** Opens the window before the request: pop-up blockers stop a window that opens after an asynchronous call. */
async function openPreview(id: string): Promise<void> {
  const target = window.open("", "_blank");
  try {
    const { url } = await api<{ url: string }>(`/api/admin/products/${id}/preview`, {
      method: "POST",
    });
    if (target) target.location.href = url;
    else window.location.href = url;
  } catch (error) {
    target?.close();
    toastError(error);
  }
}

export function PreviewLinks({ product, mayPreview }: Props) {
  const reason = getHiddenReason(product);
  return (
    <div className={admin.row}>
      {mayPreview && product.deletedAt === null && (
        <SmallButton onClick={() => void openPreview(product.id)}>
          Aperçu
          <ExternalLink aria-hidden="true" />
          <span className="visually-hidden">(nouvel onglet)</span>
        </SmallButton>
      )}
      {product.shop.slug !== null && (
        <a
          className="button"
          data-variant="quiet"
          data-size="small"
          href={`/produit/${product.shop.slug}`}
          target="_blank"
          rel="noopener"
        >
          Voir dans la boutique
          <ExternalLink aria-hidden="true" />
          <span className="visually-hidden">(nouvel onglet)</span>
        </a>
      )}
      {reason && (
        <p className={admin.hint}>
          <QuotedText text={reason} />
        </p>
      )}
    </div>
  );
}
