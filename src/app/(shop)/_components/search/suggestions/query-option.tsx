import { localPath } from "@/lib/i18n/paths";
import { Icon, type IconName } from "@/ui/icons/icon";
import { ShopLink } from "@/ui/link";
import { HighlightedText } from "./highlighted-text";
import { buildOption, type OptionContext } from "./option";
import styles from "./option.module.css";

interface Props {
  context: OptionContext;
  optionKey: string;
  /** The text that is searched. */
  search: string;
  query: string;
  icon?: IconName;
}

export function QueryOption({ context, optionKey, search, query, icon = "search" }: Props) {
  const { locale, onChoose } = context;
  return (
    <ShopLink
      {...buildOption(context, optionKey)}
      href={localPath(locale, `/recherche?${new URLSearchParams({ q: search })}`)}
      className={styles.option}
      onClick={() => onChoose(search)}
    >
      <Icon name={icon} size={18} />
      <span className={styles.words}>
        <bdi>
          <HighlightedText text={search} query={query} />
        </bdi>
      </span>
    </ShopLink>
  );
}
