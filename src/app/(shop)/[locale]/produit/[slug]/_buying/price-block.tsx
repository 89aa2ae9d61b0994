import { getPriceByOtherMeasure, getPriceWith } from "@/domain/catalogue/rules";
import { formatPrice } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { ChoiceLabels, ChoiceOption, PricedProduct } from "./choice";
import { getComingPrice, type PlannedPrice, useComingPrice } from "./planned-price";
import styles from "./price-block.module.css";

interface Props {
  product: PricedProduct;
  planned: PlannedPrice | null;
  words: ChoiceLabels;
  chosen: readonly ChoiceOption[];
}

/** Suppresses hydration warnings: server and browser may put different space characters into formatted prices. */
export function PriceBlock({ product, planned, words, chosen }: Props) {
  const price = getPriceWith(product.basePrice, chosen);
  const coming = useComingPrice(planned);
  const comingPrice = coming && getComingPrice(coming, chosen, price);
  const announcement = coming && comingPrice && (
    <p className={styles.coming} suppressHydrationWarning>
      {fill(coming.text, { price: formatPrice(comingPrice, words.locale) })}
    </p>
  );
  if (price === null) {
    return (
      <div className={styles.price}>
        <p className={styles.amount}>{words.onRequest}</p>
        <p className={styles.aside}>{words.onRequestHint}</p>
        {announcement}
      </div>
    );
  }
  return (
    <div className={styles.price}>
      <p className={styles.amount} aria-live="polite">
        <bdi suppressHydrationWarning>{formatPrice(price, words.locale)}</bdi>
        <span className={styles.unit}>{words.unit}</span>
      </p>
      {words.soldBy && (
        <p className={styles.aside} suppressHydrationWarning>
          {formatSoldBy(product, words, price)}
        </p>
      )}
      {announcement}
    </div>
  );
}

/** Returns for example "Vendu par carton de 1,44 m² · 165,60 MAD le carton". */
function formatSoldBy(product: PricedProduct, words: ChoiceLabels, price: string): string {
  const other = getPriceByOtherMeasure(product, price);
  if (other === null || words.otherPrice === "") return words.soldBy;
  return `${words.soldBy} · ${fill(words.otherPrice, { price: formatPrice(other, words.locale) })}`;
}
