import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./newsletter-page.module.css";

interface Props {
  locale: Locale;
  token: string;
  /** The last segment of the route's path. */
  route: "confirm" | "unsubscribe" | "preferences" | "export" | "erase";
  action: string;
  variant?: "quiet" | "danger";
  children?: ReactNode;
}

/** Submits the token of an e-mailed link by a button: mail scanners open links but submit no forms. */
export function TokenForm({ locale, token, route, action, variant, children }: Props) {
  return (
    <form method="post" action={`/api/public/newsletter/${route}`} className={styles.form}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      {children}
      <button type="submit" className="button" data-variant={variant}>
        {action}
      </button>
    </form>
  );
}
