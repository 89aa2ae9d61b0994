import { z } from "zod";
import { Image, Money, SaleUnit, SizeUnit } from "@/domain/catalogue/schema";
import { LOCALES } from "@/lib/i18n/locale";
import { plain } from "@/lib/input/text-schema";

export const MAX_QUERY_LENGTH = 200;

/** What a search adds to a list of products. */
export const SearchDetails = {
  /** The text that the products match, where it is not the one that was typed. */
  correctedQuery: z.string().nullable(),
  /** The terms of the lexicon that were searched beside the typed ones. */
  usedSynonyms: z.array(z.string()),
  /** No product has all the words; these have some of them. */
  isApproximate: z.boolean(),
  /** The path, without its language, to which staff send this search. */
  redirectTo: z.string().nullable(),
  searchId: z.string(),
};

export interface SearchDetails {
  correctedQuery: string | null;
  usedSynonyms: string[];
  isApproximate: boolean;
  redirectTo: string | null;
  searchId: string;
}

export const SuggestQuery = z.object({
  /** Empty for the popular searches. */
  q: plain(MAX_QUERY_LENGTH).default(""),
  locale: z.enum(LOCALES).default("fr"),
});
export type SuggestQuery = z.infer<typeof SuggestQuery>;

const SuggestedCategory = z.strictObject({
  slug: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  productCount: z.number().int(),
});

const SuggestedProduct = z.strictObject({
  slug: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  price: Money.nullable(),
  priceFrom: z.boolean(),
  saleUnit: SaleUnit,
  unitSize: z.string().nullable(),
  unitOfSize: SizeUnit.nullable(),
  image: Image.pick({ url: true, width: true, height: true }).nullable(),
});

export const Suggestions = z.strictObject({
  /** At most three searches that complete the text; without a text, at most six popular ones. */
  queries: z.array(z.string()),
  /** At most two that match the text; without a text, the top categories. */
  categories: z.array(SuggestedCategory),
  /** At most five. */
  products: z.array(SuggestedProduct),
  /** The number of products that a search for the text finds. */
  total: z.number().int(),
  correctedQuery: z.string().nullable(),
  searchId: z.string(),
});
export type Suggestions = z.infer<typeof Suggestions>;
