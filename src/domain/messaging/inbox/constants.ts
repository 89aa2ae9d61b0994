/** Outside the schema, so that browsers load no Zod. */
export const FOLDERS = ["new", "open", "waiting", "replied", "archived", "spam"] as const;

/** In characters. Shared by the forms and the schemas. */
export const MESSAGE_MAX_LENGTH = { reply: 10_000, note: 5_000 } as const;
