import type { ReactNode } from "react";
import { fill } from "@/lib/i18n/fill";
import button from "@/ui/button.module.css";
import type { ChoiceWords } from "./choice";
import styles from "./product-choice.module.css";

interface Props {
  words: ChoiceWords;
  sku: string;
  /** "Couleur : Blanc", one of each group. */
  choice: readonly string[];
  url: string;
  /** A chat with the shop whose message is still to be added. */
  whatsapp: string;
  email: string;
  icon: ReactNode;
}

/** The ways to ask, with the message written already. */
export function AskLinks({ words, sku, choice, url, whatsapp, email, icon }: Props) {
  const named = {
    name: words.name,
    choice: choice.length > 0 ? `, ${choice.join(", ")}` : "",
    sku: sku && fill(words.messageSku, { sku }),
    url,
  };
  const message = fill(words.message, named);
  const mail = new URLSearchParams({ subject: fill(words.emailSubject, named), body: message });
  return (
    <div className={styles.ask}>
      <a
        href={whatsapp + encodeURIComponent(message)}
        className={button.button}
        data-variant="whatsapp"
      >
        {icon}
        {words.whatsapp}
      </a>
      <a
        href={`mailto:${email}?${String(mail).replaceAll("+", "%20")}`}
        className={button.button}
        data-variant="quiet"
      >
        {words.email}
      </a>
    </div>
  );
}
