import type { ReactNode } from "react";
import { fill } from "@/lib/i18n/fill";
import { AskQuestion, type Question } from "./ask-question";
import type { ChoiceLabels } from "./choice";
import styles from "./product-choice.module.css";

interface Props {
  words: ChoiceLabels;
  sku: string;
  /** "Couleur : Blanc", one of each group. */
  choice: readonly string[];
  url: string;
  /** The WhatsApp link up to its `text` parameter, to which the message is appended. */
  whatsapp: string;
  question: Question;
  icon: ReactNode;
}

/** Links to WhatsApp and to the contact form, each with a prefilled message about the chosen variation. */
export function AskLinks({ words, sku, choice, url, whatsapp, question, icon }: Props) {
  const values = {
    name: words.name,
    choice: choice.length > 0 ? `, ${choice.join(", ")}` : "",
    sku: sku && fill(words.messageSku, { sku }),
    url,
  };
  const message = fill(words.message, values);
  return (
    <div className={styles.ask}>
      <AskQuestion
        primary={
          <a
            href={whatsapp + encodeURIComponent(message)}
            className="button"
            data-variant="whatsapp"
          >
            {icon}
            {words.whatsapp}
          </a>
        }
        question={question}
        label={words.ask}
        subject={fill(words.askSubject, values)}
        whatsapp={whatsapp + encodeURIComponent(message)}
      />
    </div>
  );
}
