import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryLink } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { Breadcrumb } from "@/ui/breadcrumb";
import { JsonLd } from "./json-ld";
import { buildBreadcrumbList } from "./structured-data";

interface Step {
  label: string;
  lang?: Locale | undefined;
  /** Without the locale prefix. */
  path: string;
}

interface Props {
  locale: Locale;
  categories?: readonly CategoryLink[];
  /** The current page, when it is not the last category. */
  page?: Step;
}

/** The breadcrumb of a catalogue page, with its structured data. */
export function PageBreadcrumb({ locale, categories = [], page }: Props) {
  const { nav } = getDictionary(locale);
  const steps: Step[] = [
    { label: nav.home, path: "/" },
    { label: getCatalogueDictionary(locale).overview.title, path: "/catalogue" },
    ...categories.map((category) => {
      const { text, lang } = localText(category, "name", locale);
      return {
        label: text,
        lang: lang === locale ? undefined : lang,
        path: `/catalogue/${category.slug}`,
      };
    }),
    ...(page ? [page] : []),
  ];
  const items = steps.map(({ label, lang, path }, i) =>
    i === steps.length - 1 ? { label, lang } : { label, lang, href: localPath(locale, path) },
  );
  return (
    <>
      <Breadcrumb label={nav.breadcrumb} locale={locale} items={items} />
      <JsonLd data={buildBreadcrumbList(items)} />
    </>
  );
}
