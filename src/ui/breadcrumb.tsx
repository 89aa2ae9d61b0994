import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "./bidi-text";
import { ShopLink } from "./link";

export interface Crumb {
  label: string;
  /** The language of the label, when it differs from the page's. */
  lang?: Locale | undefined;
  /** Absent for the current page, the last item. */
  href?: string;
}

interface Props {
  label: string;
  locale: Locale;
  items: readonly Crumb[];
}

export function Breadcrumb({ label, locale, items }: Props) {
  return (
    <nav aria-label={label} data-breadcrumb>
      <ol data-plain>
        {items.map((item) => (
          <li key={item.href ?? "page"} lang={item.lang}>
            {item.href ? (
              <ShopLink href={item.href}>
                <bdi>
                  <BidiText text={item.label} lang={item.lang ?? locale} locale={locale} />
                </bdi>
              </ShopLink>
            ) : (
              <span aria-current="page">
                <bdi>
                  <BidiText text={item.label} lang={item.lang ?? locale} locale={locale} />
                </bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
