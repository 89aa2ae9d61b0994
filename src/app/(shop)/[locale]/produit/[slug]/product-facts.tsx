import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { unitLabels } from "@/content/unit-labels";
import { localText } from "@/domain/catalogue/rules";
import { getUnitTexts } from "@/domain/catalogue/sale-units";
import type { PublishedProduct } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import styles from "./product-page.module.css";

interface Props {
  locale: Locale;
  product: PublishedProduct;
}

/** Shows the product's facts, sale unit, brand and SKU as table rows. */
export function ProductFacts({ locale, product }: Props) {
  const words = getCatalogueDictionary(locale).product;
  const unit = getUnitTexts(product, locale).pack ?? unitLabels[locale].saleUnits[product.saleUnit];
  return (
    <section aria-labelledby="caracteristiques" className={styles.section}>
      <h2 id="caracteristiques">{words.facts}</h2>
      <table className={`${styles.table} ${styles.facts}`}>
        <tbody>
          {product.facts.map((fact) => {
            const name = localText(fact, "name", locale);
            const value = localText(fact, "value", locale);
            return (
              <tr key={fact.name}>
                <th scope="row" lang={name.lang}>
                  <BidiText {...name} locale={locale} />
                </th>
                <td>
                  <bdi lang={value.lang}>
                    <BidiText {...value} locale={locale} />
                  </bdi>
                </td>
              </tr>
            );
          })}
          <Row name={words.unit} value={unit} />
          {product.brand && <Row name={words.brand} value={product.brand} />}
          {product.sku && <Row name={words.reference} value={product.sku} />}
        </tbody>
      </table>
    </section>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <bdi>{value}</bdi>
      </td>
    </tr>
  );
}
