import type { ReactNode } from "react";
import { moveItem, RowButtons } from "../lists/row-buttons";
import { UserText } from "../text/user-text";
import styles from "./product-picker.module.css";

interface PickedProduct {
  id: string;
  name: string;
}

interface Props<T> {
  label: string;
  products: readonly T[];
  onChange: (products: T[]) => void;
  /** Shown after the name. */
  renderNote?: (product: T) => ReactNode;
}

/** The picked products, with buttons to order and to remove them. */
export function PickedList<T extends PickedProduct>(props: Props<T>) {
  const { label, products, onChange, renderNote } = props;
  return (
    <ol data-plain className={styles.picked} aria-label={label}>
      {products.map((product, index) => (
        <li key={product.id}>
          <span>
            <UserText text={product.name} /> {renderNote?.(product)}
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
  );
}
