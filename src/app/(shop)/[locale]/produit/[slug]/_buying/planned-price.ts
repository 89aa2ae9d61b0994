import { useEffect, useState } from "react";
import { getPriceWith } from "@/domain/catalogue/rules";
import type { ChoiceOption } from "./choice";

/** The announcement of a price change that staff have scheduled. */
export interface PlannedPrice {
  from: string;
  /** "À partir du 5 décembre : {price}". */
  text: string;
  basePrice: string;
  /** The future modifier of each option, by `ChoiceOption.id`. */
  options: { id: string; priceModifier: string }[];
}

/** The longest delay of a timer of browsers. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Returns the announcement until its date, since a page may stay open longer. */
export function useComingPrice(planned: PlannedPrice | null): PlannedPrice | null {
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    if (planned === null) return;
    const delay = Date.parse(planned.from) - Date.now();
    if (delay > MAX_DELAY_MS) return;
    const timer = setTimeout(() => setPast(true), delay);
    return () => clearTimeout(timer);
  }, [planned]);
  return isPast ? null : planned;
}

/** The future price of a choice; null where it does not change. */
export function getComingPrice(
  { basePrice, options }: PlannedPrice,
  chosen: readonly ChoiceOption[],
  present: string | null,
): string | null {
  const modifiers = new Map(options.map(({ id, priceModifier }) => [id, priceModifier]));
  const price = getPriceWith(
    basePrice,
    chosen.map(({ id }) => ({ priceModifier: modifiers.get(id) ?? null })),
  );
  return price === present ? null : price;
}
