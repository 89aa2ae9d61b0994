import { getDictionary } from "@/content/dictionary";
import { getPricePerSizeUnit } from "@/domain/catalogue/rules";
import { getUnitTexts } from "@/domain/catalogue/sale-units";
import type { ProductCard } from "@/domain/catalogue/schema";
import { formatPrice } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./price.module.css";

interface Props {
  product: Pick<ProductCard, "price" | "saleUnit" | "unitSize" | "unitOfSize"> & {
    priceFrom?: boolean;
  };
  locale: Locale;
}

/** The price of one sale unit and, when it differs, the price of one square metre, kilogram or litre. */
export function Price({ product, locale }: Props) {
  const words = getDictionary(locale).product;
  if (product.price === null) return <span className={styles.request}>{words.onRequest}</span>;
  const perSize = getPricePerSizeUnit(product, product.price);
  const { unit, otherPrice } = getUnitTexts(product, locale);
  return (
    <span className={styles.price}>
      {product.priceFrom && <span className={styles.aside}>{words.from}</span>}
      <bdi className={styles.amount}>
        {formatPrice(product.price, locale)}
        {unit && <span className={styles.unit}>{unit}</span>}
      </bdi>
      {perSize && (
        <bdi className={styles.aside}>
          {fill(otherPrice, { price: formatPrice(perSize, locale) })}
        </bdi>
      )}
    </span>
  );
}
