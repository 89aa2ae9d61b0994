import availability from "../../../../_components/product/availability.module.css";
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
  const isOut = isChoiceOutOfStock(product, chosen);
  return (
    <p className={styles.state} aria-live="polite">
      <span
        className={availability.availability}
        data-state={isOut ? "OUT_OF_STOCK" : product.availability}
      >
        {isOut ? words.out : (getLowStockText(words, chosen) ?? words.available)}
      </span>
      {sku && (
        <span>
          {words.sku} <bdi dir="ltr">{sku}</bdi>
        </span>
      )}
    </p>
  );
}

function getLowStockText(words: ChoiceLabels, chosen: Props["chosen"]): string | undefined {
  const minItems = Math.min(...chosen.flatMap(({ lastItems }) => lastItems ?? []));
  return words.left[minItems - 1];
}
