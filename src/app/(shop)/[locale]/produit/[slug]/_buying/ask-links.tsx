import type { ReactNode } from "react";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import { fill } from "@/lib/i18n/fill";
import { AskQuestion, type Question } from "./ask-question";
import type { ChoiceLabels } from "./choice";
import styles from "./product-choice.module.css";

interface Props {
  words: ChoiceLabels;
  sku: string;
  /** "Couleur : Blanc", one of each group. */
  choice: readonly string[];
  /** The id of each chosen variation. */
  chosen: readonly string[];
  question: Question;
  icon: ReactNode;
  /** Stands before WhatsApp. */
  firstLink?: ReactNode;
  isFormFirst: boolean;
}

/** Links to WhatsApp and to the contact form, each with a prefilled message about the chosen variation. */
export function AskLinks({
  words,
  sku,
  choice,
  chosen,
  question,
  icon,
  firstLink,
  isFormFirst,
}: Props) {
  const values = {
    name: words.name,
    choice: choice.length > 0 ? `, ${choice.join(", ")}` : "",
    sku: sku && fill(words.messageSku, { sku }),
  };
  const { locale, product } = question;
  const whatsapp = buildClickPath({
    page: "product",
    locale,
    product: product.slug,
    choice: chosen,
  });
  return (
    <div className={styles.ask}>
      <AskQuestion
        primary={
          <>
            {firstLink}
            <a href={whatsapp} rel="nofollow" className="button" data-variant="whatsapp">
              {icon}
              {words.whatsapp}
            </a>
          </>
        }
        isFirst={isFormFirst}
        question={question}
        label={words.ask}
        subject={fill(words.askSubject, values)}
        whatsapp={whatsapp}
      />
    </div>
  );
}
