import { getDictionary } from "@/content/dictionary";
import type { Availability as State } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./availability.module.css";

export function Availability({ state, locale }: { state: State; locale: Locale }) {
  return (
    <span className={styles.availability} data-state={state}>
      {getDictionary(locale).product.availability[state]}
    </span>
  );
}
