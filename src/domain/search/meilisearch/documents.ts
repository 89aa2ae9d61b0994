import { FIELDS } from "@/domain/catalogue/listing-index/words/terms";
import { tokenize } from "../fold";
import { isCode, toIndexWord } from "./index-words";

/** What the index holds of a listed product: words of the catalogue, and nothing about people. */
export interface IndexDocument {
  id: number;
  skus: string;
  name: string;
  nameAr: string;
  /** Words with digits of the name and the values. */
  codes: string;
  categories: string;
  categoriesAr: string;
  values: string;
  valuesAr: string;
  text: string;
  textAr: string;
  textCodes: string;
  isInStock: number;
  /** Seconds. */
  publishedAt: number;
}

/** A row of `ListingRow` with its words and their fields. */
export interface DocumentRow {
  n: number;
  name: string;
  nameAr: string | null;
  categoryId: string;
  isInStock: boolean;
  publishedAt: number;
  words: readonly (readonly [word: string, field: number])[] | null;
}

/** `categories` holds, by id, the words of a category and of those above it. */
export function buildDocument(
  { n, name, nameAr, categoryId, isInStock, publishedAt, words }: DocumentRow,
  categories: ReadonlyMap<string, string>,
): IndexDocument {
  const listField = (field: number) =>
    (words ?? []).filter((entry) => entry[1] === field).map(([word]) => word);
  const fromName = splitByKind([
    ...tokenize(`${name}\n${nameAr ?? ""}`),
    ...listField(FIELDS.name),
  ]);
  const fromValues = splitByKind(listField(FIELDS.value));
  const fromText = splitByKind(listField(FIELDS.text));
  const fromCategories = splitByKind((categories.get(categoryId) ?? "").split(" "));
  return {
    id: n,
    skus: toText(listField(FIELDS.sku)),
    name: toText(fromName.latin),
    nameAr: toText(fromName.arabic),
    codes: toText([...fromName.codes, ...fromValues.codes]),
    categories: toText(fromCategories.latin),
    categoriesAr: toText(fromCategories.arabic),
    values: toText(fromValues.latin),
    valuesAr: toText(fromValues.arabic),
    text: toText(fromText.latin),
    textAr: toText(fromText.arabic),
    textCodes: toText([...fromText.codes, ...fromCategories.codes]),
    isInStock: Number(isInStock),
    publishedAt,
  };
}

const ARABIC = /[\u0600-\u06FF]/;

function splitByKind(words: readonly string[]) {
  const codes = words.filter(isCode);
  const letters = words.filter((word) => !isCode(word));
  return {
    codes,
    arabic: letters.filter((word) => ARABIC.test(word)),
    latin: letters.filter((word) => !ARABIC.test(word)),
  };
}

function toText(words: readonly string[]): string {
  return [...new Set(words.map(toIndexWord))].join(" ");
}
