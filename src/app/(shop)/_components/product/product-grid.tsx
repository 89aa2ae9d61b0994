import type { ProductCard as Card } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { getSlot } from "../experiments/slot";
import { ProductCard } from "./product-card";
import styles from "./product-grid.module.css";

interface Props {
  products: readonly Card[];
  locale: Locale;
  sizes?: string;
  /** The number of cards above the fold, whose images are loaded at once. */
  priority?: number;
  headingLevel?: 2 | 3;
}

/** Two to four columns, by the width of the container (not of the screen). */
export async function ProductGrid({ products, priority = 0, ...rest }: Props) {
  const { content, code } = await getSlot("cards");
  return (
    <div className={styles.room} data-cards={content?.layout} data-experiment={code}>
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
