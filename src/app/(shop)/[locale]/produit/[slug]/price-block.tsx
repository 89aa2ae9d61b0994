import { pricePerSizeUnit, priceWith } from "@/domain/catalogue/rules";
import { fromCentimes, toCentimes } from "@/lib/amount";
import { formatPrice } from "@/lib/format";
import { fill } from "@/lib/i18n/fill";
import type { ChoiceOption, ChoiceWords, PricedProduct } from "./choice";
import styles from "./price-block.module.css";

interface Props {
  product: PricedProduct;
  words: ChoiceWords;
  chosen: readonly ChoiceOption[];
}

/** Formatted here and by the server: their spaces may differ, and that is no reason to render the page again. */
export function PriceBlock({ product, words, chosen }: Props) {
  const price = priceWith(product.price, chosen);
  if (price === null) {
    return (
      <div className={styles.price}>
        <p className={styles.amount}>{words.onRequest}</p>
        <p className={styles.aside}>{words.onRequestHint}</p>
      </div>
    );
  }
  return (
    <div className={styles.price}>
      <p className={styles.amount} aria-live="polite">
        <bdi suppressHydrationWarning>{formatPrice(price, words.locale)}</bdi>
        <span className={styles.unit}>{words.unit}</span>
      </p>
      {words.holds && (
        <p className={styles.aside} suppressHydrationWarning>
          {`${words.holds} ${secondPrice(product, words, price)}`}
        </p>
      )}
    </div>
  );
}

/** The price by the other measure: of the box for what is sold by the square metre, of the kilo for a bag. */
function secondPrice(product: PricedProduct, words: ChoiceWords, price: string): string {
  const { saleUnit, unitSize, unitOfSize } = product;
  if (saleUnit === "SQUARE_METRE" && unitOfSize === "M2" && Number(unitSize) !== 1) {
    const box = fromCentimes(Math.round(toCentimes(price) * Number(unitSize)));
    return fill(words.boxPrice, { price: formatPrice(box, words.locale) });
  }
  const perSize = pricePerSizeUnit(product, price);
  if (perSize === null) return "";
  return fill(words.perSize, { price: formatPrice(perSize, words.locale), unit: words.sizeUnit });
}
