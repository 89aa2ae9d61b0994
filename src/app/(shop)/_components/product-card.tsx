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
  /** How wide the card stands, as the `sizes` of its image; the grid's own widths by default. */
  sizes?: string;
  /** For the cards of the first screen. */
  priority?: boolean;
  headingLevel?: 2 | 3;
}

const GRID_SIZES = "(width >= 80rem) 19rem, (width >= 64rem) 24vw, (width >= 40rem) 30vw, 44vw";

/** The name is the link; it is stretched over the whole card, so that one tap anywhere opens the product. */
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
            most={960}
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
          lang={otherThan(locale, name.lang)}
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
      <span lang={otherThan(locale, label.lang)}>{isolateText(label, locale)}</span>
      {getDictionary(locale).product.factColon}
      <bdi lang={otherThan(locale, value.lang)}>{isolateText(value, locale)}</bdi>
    </p>
  );
}

/** A card says its language only where it differs from the page's: a page has many. */
function otherThan(locale: Locale, lang: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}
