import type { ReactElement } from "react";
import type { Locale } from "@/lib/i18n/locale";

/** `secret` holds links with tokens: encrypted in the database, masked in the admin. Props and secrets must be JSON. */
export interface MailTemplate<P extends object> {
  component: (props: P & { locale: Locale }) => ReactElement;
  /** One line without secrets: the outbox stores it in plain text. */
  subject: (props: Omit<P, "secret"> & { locale: Locale }) => string;
  /** Headers that hold a secret: built when the mail is sent and never stored. */
  headers?: (props: P & { locale: Locale }) => Record<string, string>;
}
