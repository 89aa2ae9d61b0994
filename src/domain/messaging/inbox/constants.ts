/** Separate from the schema, so that browsers can import it without Zod. */
export const FOLDERS = ["new", "open", "waiting", "replied", "archived", "spam"] as const;

/** In days. */
export const PERIODS = ["1", "7", "30", "90", "365"] as const;

/** Characters, for the forms and for the schemas alike. */
export const MESSAGE_MAX_LENGTH = { reply: 10_000, note: 5_000, cannedTitle: 80 } as const;
