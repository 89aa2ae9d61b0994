import type { LexiconEntry } from "./entry";

export const joinery: readonly LexiconEntry[] = [
  { terms: ["porte", "bab", "باب", "أبواب"] },
  { terms: ["fenêtre", "serjem", "سرجم", "نافذة", "نوافذ"] },
  { terms: ["rideau", "store", "ريدو"] },
  { terms: ["volet", "rideau roulant", "مصراع"] },
  { terms: ["bois", "khchab", "خشب", "عود"] },
  { terms: ["contreplaqué", "كونتربلاكي"] },
  { terms: ["mdf", "medium", "ميديوم"] },
  { terms: ["mélaminé", "ميلامين"] },
  { terms: ["parquet", "parkit", "باركي", "باركيه"] },
  { terms: ["stratifié", "ستراتيفيي"] },
  { terms: ["planche", "لوحة خشب", "ألواح خشب"] },
  { terms: ["menuiserie", "menuisier", "nejjar", "نجار", "نجارة"] },
  { terms: ["plan de travail", "potager", "بوطاجي", "سطح عمل"] },
  { terms: ["moustiquaire", "ناموسية"] },
  { terms: ["garde-corps", "rampe", "درابزين"] },
  { terms: ["corniche", "كورنيش", "كرانيش"] },
  { terms: ["colle à bois", "لاصق خشب", "غراء خشب"] },
];
