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
  /** A chat with the shop whose message is still to be added. */
  whatsapp: string;
  question: Question;
  icon: ReactNode;
}

/** The ways to ask, with the message written already. */
export function AskLinks({ words, sku, choice, url, whatsapp, question, icon }: Props) {
  const named = {
    name: words.name,
    choice: choice.length > 0 ? `, ${choice.join(", ")}` : "",
    sku: sku && fill(words.messageSku, { sku }),
    url,
  };
  const message = fill(words.message, named);
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
        subject={fill(words.askSubject, named)}
        whatsapp={whatsapp + encodeURIComponent(message)}
      />
    </div>
  );
}
