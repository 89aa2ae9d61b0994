import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { groupVariations, localText } from "@/domain/catalogue/rules";
import type { PublishedProduct, Variation } from "@/domain/catalogue/schema";
import { hasRightToLeft, isolateText, isolateUserText } from "@/lib/format/bidi";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { abbreviate } from "@/lib/input/text";

/** What a click asks about. */
export interface ClickSubject {
  product: Pick<PublishedProduct, "name" | "nameAr" | "sku" | "variations"> | null;
  /** Ids or SKUs. */
  choice: readonly string[];
  category: { name: string; nameAr: string | null } | null;
  query: string | null;
  /** The address of the product's page. */
  url: string | null;
}

/** The customer's message, already written in the chat. It ends with the reference, where there is one. */
export function buildClickMessage(
  subject: ClickSubject,
  locale: Locale,
  reference: string | null,
): string {
  const text = buildRequest(subject, locale);
  if (reference === null) return text;
  return `${text}\n${fill(getDictionary(locale).whatsapp.reference, { reference })}`;
}

function buildRequest({ product, choice, category, query, url }: ClickSubject, locale: Locale) {
  const { search, empty, product: words } = getCatalogueDictionary(locale);
  if (product) {
    const chosen = findChosen(product.variations, choice);
    const sku = chosen.flatMap(({ sku }) => sku ?? []).join(" + ") || (product.sku ?? "");
    return fill(words.message, {
      name: isolateText(localText(product, "name", locale), locale),
      choice: chosen.map((variation) => `, ${formatVariation(variation, locale)}`).join(""),
      sku: sku && fill(words.messageSku, { sku }),
      url: url ?? "",
    });
  }
  if (query) return fill(search.askMessage, { words: isolateWords(query, locale) });
  if (category) {
    const name = isolateText(localText(category, "name", locale), locale);
    return fill(empty.askMessage, { name });
  }
  const { greeting } = getDictionary(locale).whatsapp;
  return url === null ? greeting : `${greeting}\n${url}`;
}

/** The chosen variation of each group. */
function findChosen(variations: readonly Variation[], choice: readonly string[]): Variation[] {
  return groupVariations(variations).flatMap(
    ([, group]) => group.find(({ id, sku }) => choice.includes(sku ?? id)) ?? [],
  );
}

function formatVariation(variation: Variation, locale: Locale): string {
  return fill(getCatalogueDictionary(locale).product.messageChoice, {
    group: isolateText(localText(variation, "name", locale), locale),
    value: isolateText(localText(variation, "value", locale), locale),
  });
}

function isolateWords(query: string, locale: Locale): string {
  if (locale === "fr") return isolateUserText(query);
  return isolateText({ text: query, lang: hasRightToLeft(query) ? "ar" : "fr" }, locale);
}

const MAX_SELECTION_LENGTH = 300;

/** What staff read about a click, in French: the chosen variations, the category or the searched words. */
export function formatSelection({
  product,
  choice,
  category,
  query,
}: Omit<ClickSubject, "url">): string | null {
  const chosen = product ? findChosen(product.variations, choice) : [];
  const text =
    chosen.map((variation) => formatVariation(variation, "fr")).join(", ") ||
    (product === null ? (query ?? category?.name) : null);
  return text ? abbreviate(text, MAX_SELECTION_LENGTH) : null;
}
