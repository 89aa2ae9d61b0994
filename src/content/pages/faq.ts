import type { Locale } from "@/lib/i18n/locale";
import { faqAr } from "./faq-ar";
import { faqFr } from "./faq-fr";

export interface FaqPage {
  title: string;
  description: string;
  heading: string;
  lead: string;
  groups: { heading: string; questions: FaqEntry[] }[];
}

export interface FaqEntry {
  question: string;
  answer: string[];
}

export const faq: Record<Locale, FaqPage> = { fr: faqFr, ar: faqAr };
