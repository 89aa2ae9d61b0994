import { getDictionary } from "@/content/dictionary";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { ShopLink } from "@/ui/link";
import { ZelligeMark } from "@/ui/zellige";
import styles from "./logo.module.css";

export function Logo({ locale, name }: { locale: Locale; name: string }) {
  const [first, ...rest] = name.split(" ");
  return (
    <ShopLink
      href={localPath(locale, "/")}
      className={styles.logo}
      aria-label={getDictionary(locale).nav.homeOf}
    >
      <ZelligeMark className={styles.mark} />
      <span className={styles.name} lang="fr" dir="ltr">
        <span>{first}</span> {rest.join(" ")}
      </span>
    </ShopLink>
  );
}
