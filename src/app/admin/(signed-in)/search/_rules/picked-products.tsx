"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { moveItem, RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { ProductPicker } from "@/app/admin/_components/product-picker/product-picker";
import { UserText } from "@/app/admin/_components/text/user-text";
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
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {products.length > 0 && (
        <ol data-plain className={styles.products} aria-label={label}>
          {products.map((product, index) => (
            <li key={product.id}>
              <span>
                <UserText text={product.name} />{" "}
                {!product.isVisible && <span className={admin.chip}>Non publié</span>}
              </span>
              <RowButtons
                rowLabel={product.name}
                index={index}
                count={products.length}
                onMove={(from, to) => onChange(moveItem(products, from, to))}
                onRemove={() => onChange(products.filter(({ id }) => id !== product.id))}
              />
            </li>
          ))}
        </ol>
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
