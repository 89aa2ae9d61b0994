import availability from "../../../_components/availability.module.css";
import { type ChoiceOption, type ChoiceWords, isGone, type PricedProduct } from "./choice";
import styles from "./product-choice.module.css";

interface Props {
  product: PricedProduct;
  words: ChoiceWords;
  chosen: readonly ChoiceOption[];
  sku: string;
}

export function StockLine({ product, words, chosen, sku }: Props) {
  const gone = isGone(product, chosen);
  return (
    <p className={styles.state} aria-live="polite">
      <span
        className={availability.availability}
        data-state={gone ? "OUT_OF_STOCK" : product.availability}
      >
        {gone ? words.out : (lastOnes(product, words, chosen) ?? words.available)}
      </span>
      {sku && (
        <span>
          {words.sku} <bdi dir="ltr">{sku}</bdi>
        </span>
      )}
    </p>
  );
}

function lastOnes(
  { availability: state }: PricedProduct,
  words: ChoiceWords,
  chosen: Props["chosen"],
) {
  const least = Math.min(...chosen.flatMap(({ stock }) => stock ?? []));
  return state === "IN_STOCK" ? words.left[least - 1] : undefined;
}
