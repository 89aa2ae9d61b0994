"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { PickedList } from "@/app/admin/_components/product-picker/picked-list";
import { ProductPicker } from "@/app/admin/_components/product-picker/product-picker";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import type { RuleProduct } from "@/domain/search/query-rules/schema";
import styles from "../search.module.css";

interface Props {
  label: string;
  pickerLabel: string;
  /** The field of the rule, for its error. */
  name: string;
  hint: string;
  max: number;
  products: readonly RuleProduct[];
  /** Products that cannot be picked here, because they are in the other list. */
  others: readonly RuleProduct[];
  error: string | undefined;
  onChange: (products: RuleProduct[]) => void;
}

export function PickedProducts({
  label,
  pickerLabel,
  name,
  hint,
  max,
  products,
  others,
  error,
  onChange,
}: Props) {
  return (
    <fieldset className={rows.group}>
      <legend>{label}</legend>
      {products.length > 0 && (
        <PickedList
          label={label}
          products={products}
          onChange={onChange}
          renderNote={({ isVisible }) =>
            !isVisible && <span className={admin.chip}>Non publié</span>
          }
        />
      )}
      {products.length < max && (
        <ProductPicker
          label={pickerLabel}
          name={name}
          hint={hint}
          excludedIds={[...products, ...others].map(({ id }) => id)}
          onPick={({ id, name: productName, isVisible }) =>
            onChange([...products, { id, name: productName, isVisible }])
          }
        />
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
