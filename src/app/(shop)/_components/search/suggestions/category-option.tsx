import { localText } from "@/domain/catalogue/rules";
import type { Suggestions } from "@/domain/search/schema";
import { formatNumber } from "@/lib/format/format";
import { localPath } from "@/lib/i18n/paths";
import { ShopLink } from "@/ui/link";
import { HighlightedText } from "./highlighted-text";
import { buildOption, type OptionContext } from "./option";
import styles from "./option.module.css";

interface Props {
  context: OptionContext;
  category: Suggestions["categories"][number];
  query: string;
}

export function CategoryOption({ context, category, query }: Props) {
  const { locale, onChoose } = context;
  const { text, lang } = localText(category, "name", locale);
  return (
    <ShopLink
      {...buildOption(context, `category-${category.slug}`)}
      href={localPath(locale, `/catalogue/${category.slug}`)}
      className={styles.option}
      onClick={() => onChoose()}
    >
      <span className={styles.words}>
        <bdi lang={lang}>
          <HighlightedText text={text} query={query} />
        </bdi>
      </span>
      <span className={styles.count}>{formatNumber(category.productCount)}</span>
    </ShopLink>
  );
}
