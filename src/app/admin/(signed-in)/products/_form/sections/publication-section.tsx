"use client";

import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { SHOP_TIME_HINT } from "@/app/admin/_components/fields/dates/shop-time";
import type { ProductStatus } from "@/domain/catalogue/products/input";
import { STATUS_CHIPS } from "../../labels";
import styles from "../form.module.css";
import { useProductForm } from "../form-context";
import { CheckField, DateTimeField, SelectField } from "../form-fields";
import { PreviewLinks } from "./preview-links";
import { ProductActions } from "./product-actions";
import { Section } from "./section";

interface Props {
  mayWrite: boolean;
  mayTrash: boolean;
}

export function PublicationSection({ mayWrite, mayTrash }: Props) {
  const { form, product } = useProductForm();
  const status = useWatch({ control: form.control, name: "status" });
  return (
    <Section
      id="publication"
      title="Publication"
      fields={["status", "publishAt", "unpublishAt", "isFeatured", "isNew"]}
    >
      {product && (
        <p className={admin.row}>
          <span className={admin.chip} data-tone={STATUS_CHIPS[product.chip].tone}>
            {STATUS_CHIPS[product.chip].label}
          </span>
          {product.chip === "CHANGED" && (
            <span className={admin.hint}>
              Les clients voient encore la fiche d'avant ces modifications.
            </span>
          )}
        </p>
      )}
      {product && product.missing.length > 0 && (
        <div className={admin.alert} data-tone="warn">
          <p>Pour publier :</p>
          <ul className={styles.missing}>
            {product.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <SelectField name="status" hint={EFFECTS[status]} />
      <DateTimeField
        name="publishAt"
        defaultTime="00:00"
        hint={`${SHOP_TIME_HINT} Vide : tout de suite.`}
      />
      <DateTimeField
        name="unpublishAt"
        defaultTime="23:59"
        hint={`${SHOP_TIME_HINT} Vide : sans fin.`}
      />
      <div>
        <CheckField name="isFeatured" />
        <CheckField name="isNew" />
      </div>
      {product && <PreviewLinks product={product} mayPreview={mayWrite} />}
      {product && mayWrite && <ProductActions product={product} mayTrash={mayTrash} />}
    </Section>
  );
}

const EFFECTS: Record<ProductStatus, string> = {
  DRAFT: "Vous seuls le voyez.",
  ACTIVE: "Les clients le voient.",
  INACTIVE: "Les clients ne le voient plus, pour un temps.",
  ARCHIVED: "Rangé : il n'est plus vendu.",
};
