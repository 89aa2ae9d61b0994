import type { Locale } from "@/lib/i18n/locale";

/** A page of running text. `{name}`, `{since}`, `{email}`, `{phone}`, `{address}` are replaced by the shop's settings. */
export interface TextPage {
  title: string;
  description: string;
  heading: string;
  lead: string;
  sections: TextSection[];
}

export interface TextSection {
  /** The target of links; also names the control that the page shows below the text. */
  id?: string;
  heading: string;
  paragraphs: string[];
  list?: string[];
}

export type TextPages = Record<Locale, TextPage>;
