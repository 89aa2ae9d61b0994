import availability from "../../../_components/availability.module.css";
import {
  type ChoiceLabels,
  type ChoiceOption,
  isChoiceOutOfStock,
  type PricedProduct,
} from "./choice";
import styles from "./product-choice.module.css";

interface Props {
  product: PricedProduct;
  words: ChoiceLabels;
  chosen: readonly ChoiceOption[];
  sku: string;
}

export function StockLine({ product, words, chosen, sku }: Props) {
  const gone = isChoiceOutOfStock(product, chosen);
  return (
    <p className={styles.state} aria-live="polite">
      <span
        className={availability.availability}
        data-state={gone ? "OUT_OF_STOCK" : product.availability}
      >
        {gone ? words.out : (lastOnes(words, chosen) ?? words.available)}
      </span>
      {sku && (
        <span>
          {words.sku} <bdi dir="ltr">{sku}</bdi>
        </span>
      )}
    </p>
  );
}

function lastOnes(words: ChoiceLabels, chosen: Props["chosen"]): string | undefined {
  const least = Math.min(...chosen.flatMap(({ lastItems }) => lastItems ?? []));
  return words.left[least - 1];
}
