import { CARD_TITLES, DIMENSION_LABELS, MEASURE_LABELS } from "../custom/labels";
import { type AnalyticsFilter, FILTER_PROPERTIES } from "../report/filter-schema";
import { formatValue, PROPERTY_LABELS } from "../report/labels";
import type { DefinitionInput } from "./schema";

/** The content of a definition in one French line. `names` holds those of products, categories and campaigns. */
export function summarize(input: DefinitionInput, names: ReadonlyMap<string, string>): string {
  switch (input.kind) {
    case "SEGMENT":
      return describeFilter(input.definition.filter, names);
    case "FUNNEL":
      return input.definition.steps.map(({ name }) => name).join(" → ");
    case "REPORT": {
      const { measure, dimension, filter } = input.definition;
      const what = `${MEASURE_LABELS[measure]} par ${DIMENSION_LABELS[dimension].toLowerCase()}`;
      return [what, describeFilter(filter, names)].filter(Boolean).join(", ");
    }
    case "BOARD":
      return input.definition.cards
        .map((card) => (card.card === "note" ? card.text : CARD_TITLES[card.card]))
        .join(", ");
  }
}

/** "Appareil : Téléphone ou Tablette, Langue : Arabe"; empty without conditions. */
export function describeFilter(
  filter: AnalyticsFilter,
  names: ReadonlyMap<string, string>,
): string {
  return FILTER_PROPERTIES.flatMap((property) => {
    const values = filter[property];
    if (!values) return [];
    const texts = values.map((value) => formatValue(property, value, names.get(value)));
    return [`${PROPERTY_LABELS[property]} : ${texts.join(" ou ")}`];
  }).join(", ");
}
