import type { FunnelDefinition } from "./schema";

const MONTH_MINUTES = 30 * 24 * 60;

/** The id of the funnel that every shop has. */
export const DEFAULT_FUNNEL_ID = "defaut";
export const DEFAULT_FUNNEL_NAME = "De la visite à la vente";

export const DEFAULT_FUNNEL: FunnelDefinition = {
  steps: [
    { name: "Visite", conditions: [{ event: ["page_view"] }] },
    { name: "Fiche produit", conditions: [{ event: ["product_view"] }] },
    {
      name: "Demande",
      conditions: [{ event: ["whatsapp_click"] }, { event: ["contact_submit"] }],
    },
    // A request may be marked as sold without having been marked as answered.
    { name: "Répondu", conditions: [{ event: ["lead_replied", "lead_quoted", "lead_sold"] }] },
    { name: "Vendu", conditions: [{ event: ["lead_sold"] }] },
  ],
  // A sale follows its request by days.
  windowMinutes: MONTH_MINUTES,
  scope: "session",
  isOrdered: true,
};
