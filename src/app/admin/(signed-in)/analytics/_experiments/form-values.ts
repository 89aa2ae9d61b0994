import type { Experiment } from "@/domain/analytics/experiments/schema";
import type { Slot } from "@/domain/analytics/experiments/slots";

/** "10,5", as the fields show a number. */
export function formatTyped(value: number): string {
  return String(value).replace(".", ",");
}

/** Null for a text that is no number. */
export function readTyped(text: string): number | null {
  const typed = text.trim().replace(",", ".");
  const value = Number(typed);
  return typed === "" || Number.isNaN(value) ? null : value;
}

/** The request body; of an experiment that was started only the name is new. */
export function toBody(form: FormData, slot: Slot, count: number, started: Experiment | null) {
  const read = (name: string) => String(form.get(name) ?? "");
  const name = read("name");
  if (started) {
    const { slot: place, variants, goal, baseline, effect, flagKey } = started;
    return { name, slot: place, variants, goal, baseline, effect, flagKey };
  }
  const readBoth = (field: string) => ({ fr: read(`${field}.fr`), ar: read(`${field}.ar`) });
  const readVariant = (prefix: string) => {
    switch (slot) {
      case "hero":
        return { title: readBoth(`${prefix}.title`), lead: readBoth(`${prefix}.lead`) };
      case "whatsapp":
        return { label: readBoth(`${prefix}.label`) };
      case "cards":
        return { layout: read(`${prefix}.layout`) };
      case "buttons":
        return { first: read(`${prefix}.first`) };
    }
  };
  return {
    name,
    slot,
    variants: Array.from({ length: count }, (_, i) => readVariant(`variants.${i}`)),
    goal: read("goal"),
    baseline: readTyped(read("baseline")),
    effect: readTyped(read("effect")),
    flagKey: read("flagKey").trim() || null,
  };
}
