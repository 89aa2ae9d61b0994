import { suggestionTexts } from "@/content/suggestions";
import type { Suggestions } from "@/domain/search/schema";
import { fill } from "@/lib/i18n/fill";
import { Icon } from "@/ui/icons/icon";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { CategoryOption } from "./category-option";
import { buildOption, type OptionContext, OptionGroup } from "./option";
import styles from "./option.module.css";
import { QueryOption } from "./query-option";

interface RecentSearches {
  searches: string[];
  remove: (search: string) => void;
  clear: () => void;
}

interface Props {
  context: OptionContext;
  recent: RecentSearches;
  suggestions: Suggestions | undefined;
}

/** The options before a text is typed: recent searches, popular ones, top categories. */
export function StartOptions({ context, recent, suggestions }: Props) {
  const { locale } = context;
  const texts = suggestionTexts[locale];
  const { queries = [], categories = [] } = suggestions ?? {};
  return (
    <>
      {recent.searches.length > 0 && <RecentOptions context={context} recent={recent} />}
      {queries.length > 0 && (
        <OptionGroup label={texts.popular} className={styles.chips}>
          {queries.map((search) => (
            <QueryOption
              key={search}
              context={context}
              optionKey={`popular-${queries.indexOf(search)}`}
              search={search}
              query=""
            />
          ))}
        </OptionGroup>
      )}
      {categories.length > 0 && (
        <OptionGroup label={texts.categories} className={styles.columns}>
          {categories.map((category) => (
            <CategoryOption key={category.slug} context={context} category={category} query="" />
          ))}
        </OptionGroup>
      )}
    </>
  );
}

/** The buttons are options too, so that the arrow keys reach them. */
function RecentOptions({ context, recent }: Omit<Props, "suggestions">) {
  const { locale } = context;
  const texts = suggestionTexts[locale];
  return (
    <OptionGroup label={texts.recent}>
      {recent.searches.map((search, at) => (
        <div key={search} role="presentation" className={styles.removable}>
          <QueryOption
            context={context}
            optionKey={`recent-${at}`}
            search={search}
            query=""
            icon="clock"
          />
          <button
            {...buildOption(context, `remove-${at}`)}
            type="button"
            className={styles.remove}
            onClick={() => recent.remove(search)}
          >
            <Icon name="x" size={18} />
            <VisuallyHidden>{fill(texts.remove, { words: search })}</VisuallyHidden>
          </button>
        </div>
      ))}
      <button
        {...buildOption(context, "clear")}
        type="button"
        className={styles.clear}
        onClick={recent.clear}
      >
        {texts.clear}
      </button>
    </OptionGroup>
  );
}
