import { z } from "zod";
import {
  type AmountProblem,
  isBlankAmount,
  MAX_STOCK,
  parseCount,
  parseModifier,
  parsePrice,
  parseSize,
} from "@/lib/input/amount";

/**
 * Zod schemas of money, sizes and counts. Each field is one schema with a message per problem, because a union would replace the
 * message by "Entrée invalide".
 */

type Sentences = Record<AmountProblem, string>;

const PRICE_SENTENCES: Sentences = {
  format: "Indiquez un prix comme 129 ou 129,50.",
  decimals: "Indiquez un prix comme 129 ou 129,50 : deux chiffres au plus après la virgule.",
  negative: "Un prix ne peut pas être négatif.",
  "too-large": "Ce prix est trop grand.",
};

const MODIFIER_SENTENCES: Sentences = {
  format: "Indiquez un écart comme 15, -20 ou 12,50.",
  decimals: "Indiquez un écart comme 15, -20 ou 12,50 : deux chiffres au plus après la virgule.",
  negative: "Indiquez un écart comme 15, -20 ou 12,50.",
  "too-large": "Cet écart est trop grand.",
};

const SIZE_SENTENCES: Sentences = {
  format: "Indiquez une contenance comme 1,44 ou 25.",
  decimals: "Indiquez une contenance comme 1,44 ou 25 : trois chiffres au plus après la virgule.",
  negative: "La contenance est plus grande que zéro.",
  "too-large": "Cette contenance est trop grande.",
};

const STOCK_SENTENCES: Sentences = {
  format:
    "Indiquez un nombre entier comme 12 ou 1 000, ou laissez vide si le stock n'est pas suivi.",
  decimals: "Indiquez un nombre entier comme 12 ou 1 000.",
  negative: "Un stock ne peut pas être négatif.",
  "too-large": "Un stock de 1 000 000 au plus.",
};

type Parse = (text: string) => { amount: string } | { problem: AmountProblem };

function required(parse: Parse, sentences: Sentences) {
  return z.string(sentences.format).transform((text, context) => {
    const parsed = parse(text);
    if ("amount" in parsed) return parsed.amount;
    context.addIssue({ code: "custom", message: sentences[parsed.problem] });
    return z.NEVER;
  });
}

/** Blank text and null give null. */
function optional(parse: Parse, sentences: Sentences) {
  return z
    .string(sentences.format)
    .nullable()
    .transform((text, context) => {
      if (text === null || isBlankAmount(text)) return null;
      const parsed = parse(text);
      if ("amount" in parsed) return parsed.amount;
      context.addIssue({ code: "custom", message: sentences[parsed.problem] });
      return z.NEVER;
    });
}

/** MAD as `"1250.00"`. */
export const Price = required(parsePrice, PRICE_SENTENCES);
export const OptionalPrice = optional(parsePrice, PRICE_SENTENCES);
/** MAD as `"-20.00"`; blank text gives `"0.00"`. */
export const PriceModifier = required(
  (text) => (isBlankAmount(text) ? { amount: "0.00" } : parseModifier(text)),
  MODIFIER_SENTENCES,
);
/** Like `"1.44"`, greater than zero. */
export const OptionalSize = optional((text) => {
  const parsed = parseSize(text);
  return "amount" in parsed && Number(parsed.amount) === 0 ? { problem: "negative" } : parsed;
}, SIZE_SENTENCES);

/** A count of pieces, as a number or text. Null and blank text mean that the stock is not tracked. */
export const Stock = z
  .union([z.number(), z.string(), z.null()], STOCK_SENTENCES.format)
  .transform((value, context) => {
    if (value === null || (typeof value === "string" && isBlankAmount(value))) return null;
    const parsed = parseCount(typeof value === "number" ? plainDigits(value) : value, MAX_STOCK);
    if ("count" in parsed) return parsed.count;
    context.addIssue({ code: "custom", message: STOCK_SENTENCES[parsed.problem] });
    return z.NEVER;
  });

/** `String` would give "1e21" for large numbers. */
function plainDigits(value: number): string {
  return value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}
