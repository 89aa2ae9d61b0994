import { z } from "zod";
import type { SlotLetter } from "@/lib/cache/variant-codes";
import { line } from "@/lib/input/text-schema";

/** The places of the storefront whose content an experiment can change. */
export const SLOTS = ["hero", "cards", "buttons", "whatsapp"] as const;
export type Slot = (typeof SLOTS)[number];

export const CARD_LAYOUTS = ["compact", "framed"] as const;
export const FIRST_BUTTONS = ["form", "phone"] as const;

export const HERO_TITLE_MAX_LENGTH = 60;
export const HERO_LEAD_MAX_LENGTH = 160;
export const WHATSAPP_LABEL_MAX_LENGTH = 32;

const inBoth = (max: number) => {
  const words = line(max).min(1, "Écrivez ce texte dans les deux langues.");
  return z.strictObject({ fr: words, ar: words });
};

/** What a variant of each slot holds. The slot's default is in the code of the page. */
export const SLOT_CONTENTS = {
  hero: z.strictObject({
    title: inBoth(HERO_TITLE_MAX_LENGTH),
    lead: inBoth(HERO_LEAD_MAX_LENGTH),
  }),
  cards: z.strictObject({ layout: z.enum(CARD_LAYOUTS) }),
  buttons: z.strictObject({ first: z.enum(FIRST_BUTTONS) }),
  whatsapp: z.strictObject({ label: inBoth(WHATSAPP_LABEL_MAX_LENGTH) }),
} as const satisfies Record<Slot, z.ZodType>;

export type SlotContent<S extends Slot> = z.infer<(typeof SLOT_CONTENTS)[S]>;

/** In codes of variants. */
export const SLOT_LETTERS = {
  hero: "a",
  cards: "b",
  buttons: "c",
  whatsapp: "d",
} as const satisfies Record<Slot, SlotLetter>;
