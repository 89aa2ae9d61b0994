import type { Experiment } from "./schema";
import type { CARD_LAYOUTS, FIRST_BUTTONS } from "./slots";

export const CARD_LAYOUT_LABELS: Record<(typeof CARD_LAYOUTS)[number], string> = {
  compact: "Compacte, sans caractéristique",
  framed: "Encadrée",
};

export const FIRST_BUTTON_LABELS: Record<(typeof FIRST_BUTTONS)[number], string> = {
  form: "La question d'abord, puis WhatsApp",
  phone: "Le téléphone d'abord, puis WhatsApp et la question",
};

/** "Version actuelle", "Version 1". */
export function nameVariant(variant: number): string {
  return variant === 0 ? "Version actuelle" : `Version ${variant}`;
}

/** What each variant shows, one line per variant. */
export function summarizeVariants(experiment: Pick<Experiment, "slot" | "variants">): string {
  return listContents(experiment)
    .map((content, i) => `${nameVariant(i + 1)} : ${content}`)
    .join("\n");
}

/** What variants 1 to 3 show, in words. */
export function listContents(experiment: Pick<Experiment, "slot" | "variants">): string[] {
  const { slot, variants } = experiment as Experiment;
  switch (slot) {
    case "hero":
      return variants.map(
        ({ title, lead }) => `${title.fr} / ${lead.fr} · ${title.ar} / ${lead.ar}`,
      );
    case "whatsapp":
      return variants.map(({ label }) => `${label.fr} · ${label.ar}`);
    case "cards":
      return variants.map(({ layout }) => CARD_LAYOUT_LABELS[layout]);
    case "buttons":
      return variants.map(({ first }) => FIRST_BUTTON_LABELS[first]);
  }
}
