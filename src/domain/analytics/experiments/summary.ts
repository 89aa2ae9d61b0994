import { LOCALES } from "@/lib/i18n/locale";
import type { Experiment } from "./schema";
import type { CARD_LAYOUTS, FIRST_BUTTONS } from "./slots";

export const CARD_LAYOUT_LABELS: Record<(typeof CARD_LAYOUTS)[number], string> = {
  compact: "Compacte, sans caractéristique",
  framed: "Encadrée",
};

export const FIRST_BUTTON_LABELS: Record<(typeof FIRST_BUTTONS)[number], string> = {
  form: "Question, puis WhatsApp",
  phone: "Téléphone, WhatsApp, question",
};

/** "Version actuelle", "Version 1". */
export function nameVariant(variant: number): string {
  return variant === 0 ? "Version actuelle" : `Version ${variant}`;
}

/** What each variant shows, one line per variant. */
export function summarizeVariants(experiment: Pick<Experiment, "slot" | "variants">): string {
  return listContents(experiment)
    .map((lines, i) => `${nameVariant(i + 1)} : ${lines.join(" · ")}`)
    .join("\n");
}

/** What variants 1 to 3 show, in words: texts of customers' pages by language. */
export function listContents(experiment: Pick<Experiment, "slot" | "variants">): string[][] {
  const { slot, variants } = experiment as Experiment;
  switch (slot) {
    case "hero":
      return variants.map(({ title, lead }) =>
        LOCALES.map((locale) => `${title[locale]} / ${lead[locale]}`),
      );
    case "whatsapp":
      return variants.map(({ label }) => LOCALES.map((locale) => label[locale]));
    case "cards":
      return variants.map(({ layout }) => [CARD_LAYOUT_LABELS[layout]]);
    case "buttons":
      return variants.map(({ first }) => [FIRST_BUTTON_LABELS[first]]);
  }
}
