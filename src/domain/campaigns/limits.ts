/** Characters, for the editor and for the schema alike. */
export const CAMPAIGN_MAX_LENGTH = {
  subject: 150,
  preheader: 200,
  /** With its markup. */
  text: 20_000,
  imageDescription: 200,
  buttonText: 60,
  href: 1_000,
} as const;

export const MAX_RECIPIENTS = 10_000_000;

export const MAX_PRODUCTS_PER_BLOCK = 6;
