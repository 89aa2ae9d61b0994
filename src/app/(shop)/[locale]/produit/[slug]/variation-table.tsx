import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { getLowestPriceWith, groupVariations, localText } from "@/domain/catalogue/rules";
import type { PublishedProduct, Variation } from "@/domain/catalogue/schema";
import { formatPrice } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import { isChoiceOutOfStock } from "./_buying/choice";
import styles from "./product-page.module.css";

interface Props {
  locale: Locale;
  product: PublishedProduct;
}

/** Lists every variation with its SKU and price, for orders by telephone and for browsers without JavaScript. */
export function VariationTable({ locale, product }: Props) {
  if (product.variations.length === 0) return null;
  const words = getCatalogueDictionary(locale).product;
  return (
    <section aria-labelledby="declinaisons" className={styles.section}>
      <h2 id="declinaisons">{words.variations}</h2>
      <div className={styles.scroll}>
        {groupVariations(product.variations).map(([name, variations]) => (
          <table key={name} className={`${styles.table} ${styles.variations}`}>
            <thead>
              <tr>
                <th scope="col">
                  {variations[0] && (
                    <BidiText {...localText(variations[0], "name", locale)} locale={locale} />
                  )}
                </th>
                <th scope="col">{words.price}</th>
                <th scope="col">{words.stock}</th>
              </tr>
            </thead>
            <tbody>
              {variations.map((variation) => (
                <VariationRow
                  key={variation.id}
                  locale={locale}
                  product={product}
                  variation={variation}
                />
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

/** With several groups, `price` is the lowest one among the combinations with this value, shown as "from". */
function formatVariationPrice(
  { variations }: PublishedProduct,
  price: string,
  locale: Locale,
): string {
  const text = formatPrice(price, locale);
  const isLowest = groupVariations(variations).length > 1;
  return isLowest ? fill(getCatalogueDictionary(locale).list.priceFrom, { price: text }) : text;
}

function VariationRow({ locale, product, variation }: Props & { variation: Variation }) {
  const words = getCatalogueDictionary(locale).product;
  const shop = getDictionary(locale).product;
  const value = localText(variation, "value", locale);
  const price = getLowestPriceWith(product.basePrice, product.variations, variation);
  return (
    <tr>
      <th scope="row">
        <bdi lang={value.lang}>
          <BidiText {...value} locale={locale} />
        </bdi>
        {variation.sku && (
          <bdi dir="ltr" className={styles.sku}>
            {variation.sku}
          </bdi>
        )}
      </th>
      <td>
        {price === null ? (
          shop.onRequest
        ) : (
          <bdi>{formatVariationPrice(product, price, locale)}</bdi>
        )}
      </td>
      <td>
        {isChoiceOutOfStock(product, [variation])
          ? words.variationOut
          : shop.availability[product.availability]}
      </td>
    </tr>
  );
}
