/** Outside the schema, so that browsers load no Zod. */
export const LEAD_STATUSES = ["NEW", "REPLIED", "QUOTED", "SOLD", "LOST"] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export const LEAD_KINDS = ["WHATSAPP", "MESSAGE"] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

/** In characters. */
export const LEAD_NOTE_MAX_LENGTH = 2_000;
