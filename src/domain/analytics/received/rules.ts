import { findPhones } from "@/lib/input/phone";
import { toLatinDigits } from "@/lib/input/text";
import type { SearchEvent } from "./schema";

/** Longer texts are rarely searches for a product and may tell a person's story. */
const MAX_STORED_QUERY_LENGTH = 80;
/** A number with a country code among other words; `findPhones` knows such numbers only when they stand alone. */
const FOREIGN_PHONE = /(?:\+|\b00)\d(?:[\s().-]*\d){7}/;

/** What is stored of a search. Without the text, also without its correction, which repeats most of it. */
export function toSearchMetadata({ q, total, isApproximate, correctedQuery, source }: SearchEvent) {
  const withheld = getWithholdingReason(q);
  const texts = withheld === null ? { q, correctedQuery } : { q: null, correctedQuery: null };
  return { ...texts, withheld, total, isApproximate, source };
}

/** Why the text of a search is not stored; null for a text that is. */
function getWithholdingReason(q: string): "personal" | "long" | null {
  if (isPersonal(q)) return "personal";
  return q.length > MAX_STORED_QUERY_LENGTH ? "long" : null;
}

/** Whether a text has an e-mail address or a phone number. */
export function isPersonal(typed: string): boolean {
  const text = toLatinDigits(typed.normalize("NFKC"));
  return text.includes("@") || FOREIGN_PHONE.test(text) || findPhones(text).length > 0;
}
