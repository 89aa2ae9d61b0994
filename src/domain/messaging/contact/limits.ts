/** In characters. Shared by the form and the API; outside the schema, so that browsers load no Zod. */
export const CONTACT_MAX_LENGTH = {
  name: 100,
  email: 254,
  phone: 100,
  subject: 150,
  message: 4000,
} as const;

/** In the order of the form. */
export const CONTACT_FIELDS = ["name", "email", "phone", "subject", "message"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** A field that is invalid; "reach" means that the form has neither an e-mail nor a phone number. */
export type InvalidContactField = ContactField | "reach";

/** Name of the cookie that returns rejected input to a form without JavaScript. */
export const CONTACT_FLASH_FORM = "contact-form";
