/** French names of the languages of customers, as the database stores them. */
export const LANGUAGE_LABELS: Record<"FR" | "AR", string> = { FR: "Français", AR: "Arabe" };
