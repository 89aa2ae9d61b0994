import type { ReactElement } from "react";
import type { Locale } from "@/lib/i18n/locale";

/** `secret` holds links with tokens: sealed in the database, masked in the panel. Props and secrets are JSON. */
export interface MailTemplate<P extends object> {
  component: (props: P & { locale: Locale }) => ReactElement;
  /** One line; stored beside the mail, so no secrets. */
  subject: (props: Omit<P, "secret"> & { locale: Locale }) => string;
  /** Headers that hold a secret: made when the mail is sent, stored nowhere. */
  headers?: (props: P & { locale: Locale }) => Record<string, string>;
}
