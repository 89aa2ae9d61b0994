"use client";

import { type ReactNode, useEffect, useState } from "react";
import { fill } from "@/lib/i18n/fill";
import { Swatch } from "../../../../_components/product/swatch";
import { scrollGalleryTo } from "../_gallery/gallery-scroll";
import { AskLinks } from "./ask-links";
import type { Question } from "./ask-question";
import {
  buildChoiceUrl,
  type ChoiceGroup,
  type ChoiceLabels,
  type ChoiceOption,
  findChoice,
  getChosenSku,
  getDefaultChoice,
  isChoiceOutOfStock,
  type PricedProduct,
} from "./choice";
import type { PlannedPrice } from "./planned-price";
import { PriceBlock } from "./price-block";
import styles from "./product-choice.module.css";
import { StockLine } from "./stock-line";

interface Props {
  product: PricedProduct;
  planned: PlannedPrice | null;
  groups: ChoiceGroup[];
  words: ChoiceLabels;
  question: Question;
  whatsappIcon: ReactNode;
  /** Stands before WhatsApp. */
  firstLink?: ReactNode;
  isFormFirst: boolean;
}

/** Shows the price, stock, SKU and prefilled messages of the chosen variation, and writes the choice into the address. */
export function ProductChoice({
  product,
  planned,
  groups,
  words,
  whatsappIcon,
  firstLink,
  isFormFirst,
  question,
}: Props) {
  const [chosen, setChosen] = useState(() => getDefaultChoice(groups));
  useEffect(() => {
    const requested = findChoice(groups, location.search);
    if (!requested) return;
    setChosen(requested);
    scrollGalleryTo(requested.find(({ imageUrl }) => imageUrl)?.imageUrl);
  }, [groups]);

  const choose = (index: number, option: ChoiceOption) => {
    const next = chosen.with(index, option);
    setChosen(next);
    scrollGalleryTo(option.imageUrl);
    history.replaceState(null, "", buildChoiceUrl(location.pathname, next));
  };
  const sku = getChosenSku(chosen, product.sku);
  return (
    <>
      <PriceBlock product={product} planned={planned} words={words} chosen={chosen} />
      {groups.map((group, index) => (
        <fieldset key={group.label} className={styles.group}>
          <legend>
            {group.label} <bdi className={styles.value}>{chosen[index]?.label}</bdi>
          </legend>
          <div className={styles.options}>
            {group.options.map((option) => (
              <label key={option.id} data-gone={isChoiceOutOfStock(product, [option]) || undefined}>
                <input
                  type="radio"
                  name={group.label}
                  checked={chosen[index]?.id === option.id}
                  onChange={() => choose(index, option)}
                />
                {option.swatch && <Swatch colour={option.swatch} />}
                <bdi>{option.label}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <StockLine product={product} words={words} chosen={chosen} sku={sku} />
      <AskLinks
        question={question}
        words={words}
        sku={sku}
        choice={groups.map(({ label: group }, i) =>
          fill(words.messageChoice, { group, value: chosen[i]?.label ?? "" }),
        )}
        chosen={chosen.map(({ id }) => id)}
        icon={whatsappIcon}
        firstLink={firstLink}
        isFormFirst={isFormFirst}
      />
    </>
  );
}
