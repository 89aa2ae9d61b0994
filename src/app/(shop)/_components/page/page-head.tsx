import { getDictionary } from "@/content/dictionary";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { Breadcrumb } from "@/ui/breadcrumb";
import { JsonLd } from "./json-ld";
import styles from "./page-head.module.css";
import { buildBreadcrumbList } from "./structured-data";

interface Props {
  locale: Locale;
  /** The page's name in the breadcrumb. */
  name: string;
  heading: string;
  lead?: string;
}

/** Breadcrumb, heading and lead of a page outside the catalogue. */
export function PageHead({ locale, name, heading, lead }: Props) {
  const { nav } = getDictionary(locale);
  const items = [{ label: nav.home, href: localPath(locale, "/") }, { label: name }];
  return (
    <header className={styles.head}>
      <Breadcrumb label={nav.breadcrumb} locale={locale} items={items} />
      <h1>
        <BidiText text={heading} lang={locale} />
      </h1>
      {lead && (
        <p className={styles.lead}>
          <BidiText text={lead} lang={locale} />
        </p>
      )}
      <JsonLd data={buildBreadcrumbList(items)} />
    </header>
  );
}
