import type { ProductCard } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { ShopLink } from "@/ui/link";
import { ProductGrid } from "../../_components/product/product-grid";
import styles from "./home-shelf.module.css";

interface Props {
  locale: Locale;
  heading: string;
  products: readonly ProductCard[];
  more?: { label: string; path: string };
}

export function ProductShelf({ locale, heading, products, more }: Props) {
  if (products.length === 0) return null;
  return (
    <section className={styles.shelf} aria-label={heading}>
      <div className={styles.head}>
        <h2>{heading}</h2>
        {more && <ShopLink href={localPath(locale, more.path)}>{more.label}</ShopLink>}
      </div>
      <ProductGrid products={products} locale={locale} />
    </section>
  );
}
