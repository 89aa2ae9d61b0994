import type { ProductCard as Card } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { ProductCard } from "./product-card";
import styles from "./product-grid.module.css";

interface Props {
  products: readonly Card[];
  locale: Locale;
  sizes?: string;
  /** How many cards stand on the first screen and fetch their images at once. */
  priority?: number;
  headingLevel?: 2 | 3;
}

/** 2, 3 or 4 in a row, by the room it has rather than by the screen. */
export function ProductGrid({ products, priority = 0, ...rest }: Props) {
  return (
    <div className={styles.room}>
      <ul data-plain className={styles.grid}>
        {products.map((product, index) => (
          <li key={product.slug}>
            <ProductCard product={product} priority={index < priority} {...rest} />
          </li>
        ))}
      </ul>
    </div>
  );
}
