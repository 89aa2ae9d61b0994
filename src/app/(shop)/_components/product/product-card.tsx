import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { ProductCard as Card } from "@/domain/catalogue/schema";
import { isolateText } from "@/lib/format/bidi";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { Badge } from "@/ui/badge";
import { ShopLink } from "@/ui/link";
import { ResponsiveImage } from "@/ui/responsive-image";
import { Availability } from "./availability";
import { MissingImage } from "./missing-image";
import { Price } from "./price";
import styles from "./product-card.module.css";

interface Props {
  product: Card;
  locale: Locale;
  /** The `sizes` attribute of the image. */
  sizes?: string;
  /** True for cards above the fold: their images are loaded at once. */
  priority?: boolean;
  headingLevel?: 2 | 3;
}

const GRID_SIZES = "(width >= 80rem) 19rem, (width >= 64rem) 24vw, (width >= 40rem) 30vw, 44vw";

/** The name's link is stretched over the whole card. */
export function ProductCard({
  product,
  locale,
  sizes = GRID_SIZES,
  priority = false,
  headingLevel = 3,
}: Props) {
  const name = localText(product, "name", locale);
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={styles.card}>
      <div className={styles.ground}>
        {product.image ? (
          <ResponsiveImage
            url={product.image.url}
            alt=""
            width={product.image.width}
            height={product.image.height}
            sizes={sizes}
            maxWidth={960}
            priority={priority}
          />
        ) : (
          <MissingImage />
        )}
        {product.isNew && <Badge>{getDictionary(locale).product.isNew}</Badge>}
      </div>
      <Heading className={styles.name}>
        <ShopLink
          href={localPath(locale, `/produit/${product.slug}`)}
          lang={getLangAttribute(locale, name.lang)}
        >
          {isolateText(name, locale)}
        </ShopLink>
      </Heading>
      {product.keyFact && <KeyFact fact={product.keyFact} locale={locale} />}
      <div className={styles.foot}>
        <Price product={product} locale={locale} />
        <Availability state={product.availability} locale={locale} />
      </div>
    </article>
  );
}

function KeyFact({ fact, locale }: { fact: NonNullable<Card["keyFact"]>; locale: Locale }) {
  const label = localText(fact, "name", locale);
  const value = localText(fact, "value", locale);
  return (
    <p className={styles.fact}>
      <span lang={getLangAttribute(locale, label.lang)}>{isolateText(label, locale)}</span>
      {getDictionary(locale).product.factColon}
      <bdi lang={getLangAttribute(locale, value.lang)}>{isolateText(value, locale)}</bdi>
    </p>
  );
}

/** Returns `lang` only when it differs from the page's, to keep the markup of long lists small. */
function getLangAttribute(locale: Locale, lang: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}
