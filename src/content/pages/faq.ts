import type { Locale } from "@/lib/i18n/locale";
import { faqAr } from "./faq-ar";
import { faqFr } from "./faq-fr";
import type { FaqPage } from "./faq-page";

export const faq: Record<Locale, FaqPage> = { fr: faqFr, ar: faqAr };
