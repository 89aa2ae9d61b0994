import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import type { ListingState } from "@/domain/catalogue/listing/url";
import type { Facets } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import sheet from "./filter-sheet.module.css";
import styles from "./price-range.module.css";

interface Props {
  locale: Locale;
  /** The price range of the products that match all other filters. */
  range: Facets["price"];
  state: ListingState;
}

export function PriceRange({ locale, range, state }: Props) {
  const { list } = getCatalogueDictionary(locale);
  const bounds = [
    {
      name: "minPrice",
      label: list.minPrice,
      short: list.from,
      value: state.minPrice,
      limit: range && String(Math.floor(Number(range.min))),
    },
    {
      name: "maxPrice",
      label: list.maxPrice,
      short: list.to,
      value: state.maxPrice,
      limit: range && String(Math.ceil(Number(range.max))),
    },
  ];
  return (
    <fieldset className={sheet.group}>
      <legend>{list.price}</legend>
      <div className={styles.range}>
        {bounds.map(({ name, label, short, value, limit }) => (
          <label key={name} className={styles.bound}>
            <span aria-hidden="true">{short}</span>
            <input
              name={name}
              aria-label={label}
              inputMode="decimal"
              dir="ltr"
              maxLength={32}
              placeholder={limit ?? undefined}
              defaultValue={value === undefined ? undefined : String(value).replace(".", ",")}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
