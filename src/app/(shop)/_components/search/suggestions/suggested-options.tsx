import { suggestionTexts } from "@/content/suggestions";
import { localText } from "@/domain/catalogue/rules";
import { getUnitTexts } from "@/domain/catalogue/sale-units";
import type { Suggestions } from "@/domain/search/schema";
import { formatNumber, formatPrice, plural } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { Icon } from "@/ui/icons/icon";
import { ShopLink } from "@/ui/link";
import { ResponsiveImage } from "@/ui/responsive-image";
import { recordSearchClick } from "../record-search";
import { CategoryOption } from "./category-option";
import { HighlightedText } from "./highlighted-text";
import { buildOption, type OptionContext, OptionGroup } from "./option";
import styles from "./option.module.css";
import { QueryOption } from "./query-option";

interface Props {
  context: OptionContext;
  /** The text that was answered. */
  query: string;
  suggestions: Suggestions;
}

/** The options that complete a text: searches, categories, products, and all results. */
export function SuggestedOptions({ context, query, suggestions }: Props) {
  const { locale } = context;
  const texts = suggestionTexts[locale];
  const { queries, categories, products, total, correctedQuery } = suggestions;
  const found = correctedQuery ?? query;
  return (
    <>
      {queries.length > 0 && (
        <OptionGroup label={texts.queries} isLabelHidden>
          {queries.map((search) => (
            <QueryOption
              key={search}
              context={context}
              optionKey={`query-${queries.indexOf(search)}`}
              search={search}
              query={found}
            />
          ))}
        </OptionGroup>
      )}
      {categories.length > 0 && (
        <OptionGroup label={texts.categories}>
          {categories.map((category) => (
            <CategoryOption
              key={category.slug}
              context={context}
              category={category}
              query={found}
            />
          ))}
        </OptionGroup>
      )}
      {products.length > 0 && (
        <OptionGroup label={texts.products}>
          {products.map((product, at) => (
            <ProductOption
              key={product.slug}
              context={context}
              product={product}
              query={found}
              onRecord={() => recordSearchClick({ q: query, slug: product.slug, position: at + 1 })}
            />
          ))}
        </OptionGroup>
      )}
      {total > 0 && <AllResultsOption context={context} query={query} total={total} />}
    </>
  );
}

interface ProductProps {
  context: OptionContext;
  product: Suggestions["products"][number];
  query: string;
  onRecord: () => void;
}

function ProductOption({ context, product, query, onRecord }: ProductProps) {
  const { locale, onChoose } = context;
  const { text, lang } = localText(product, "name", locale);
  return (
    <ShopLink
      {...buildOption(context, `product-${product.slug}`)}
      href={localPath(locale, `/produit/${product.slug}`)}
      className={`${styles.option} ${styles.product}`}
      onClick={() => {
        onRecord();
        onChoose();
      }}
    >
      <span className={styles.thumb}>
        {product.image && (
          <ResponsiveImage
            url={product.image.url}
            alt=""
            width={64}
            height={48}
            sizes="64px"
            maxWidth={320}
          />
        )}
      </span>
      <span className={styles.words}>
        <bdi lang={lang}>
          <HighlightedText text={text} query={query} />
        </bdi>
      </span>
      <SuggestedPrice product={product} locale={locale} />
    </ShopLink>
  );
}

function SuggestedPrice({ product, locale }: Pick<ProductProps, "product"> & { locale: Locale }) {
  const texts = suggestionTexts[locale];
  if (product.price === null) return <span className={styles.price}>{texts.onRequest}</span>;
  return (
    <span className={styles.price}>
      {product.priceFrom && <small>{texts.from}</small>}
      <bdi>
        {formatPrice(product.price, locale)}
        <small>{getUnitTexts(product, locale).unit}</small>
      </bdi>
    </span>
  );
}

function AllResultsOption({
  context,
  query,
  total,
}: Pick<Props, "context" | "query"> & { total: number }) {
  const { locale, onChoose } = context;
  const label = plural(total, locale, suggestionTexts[locale].seeAll);
  return (
    <ShopLink
      {...buildOption(context, "all")}
      href={localPath(locale, `/recherche?${new URLSearchParams({ q: query })}`)}
      className={`${styles.option} ${styles.all}`}
      onClick={() => onChoose(query)}
    >
      <BidiText text={fill(label, { count: formatNumber(total) })} lang={locale} />
      <Icon name="chevron-right" size={18} />
    </ShopLink>
  );
}
