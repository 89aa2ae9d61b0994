import { getDictionary } from "@/content/dictionary";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { Icon } from "@/ui/icons/icon";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { SearchField } from "./search-field";
import styles from "./search-form.module.css";

interface Props {
  locale: Locale;
  /** The input's id; must be unique on the page. */
  id: string;
  defaultValue?: string;
  className?: string | undefined;
}

/** A plain GET form; with JavaScript the field suggests products while it is typed in. */
export function SearchForm({ locale, id, defaultValue, className }: Props) {
  const { nav } = getDictionary(locale);
  return (
    <search className={className}>
      <form action={localPath(locale, "/recherche")} className={styles.form}>
        <label htmlFor={id}>
          <VisuallyHidden>{nav.searchLabel}</VisuallyHidden>
        </label>
        <SearchField
          id={id}
          locale={locale}
          placeholder={nav.searchPlaceholder}
          defaultValue={defaultValue}
        >
          <Icon name="x" size={18} />
          <VisuallyHidden>{nav.searchClear}</VisuallyHidden>
        </SearchField>
        <button type="submit">
          <Icon name="search" size={20} />
          <VisuallyHidden>{nav.search}</VisuallyHidden>
        </button>
      </form>
    </search>
  );
}
