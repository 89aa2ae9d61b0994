/** In days. Outside the schemas, so that browsers load no Zod. */
export const PERIODS = ["1", "7", "30", "90", "365"] as const;
