/** Characters, for the form and for the API alike. Apart from the schema: browsers need them, and not Zod. */
export const CONTACT_MAX_LENGTH = {
  name: 100,
  email: 254,
  phone: 100,
  subject: 150,
  message: 4000,
} as const;

/** The fields that people fill in, in the order of the form. */
export const CONTACT_FIELDS = ["name", "email", "phone", "subject", "message"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** What a form can lack: a field, or any way to answer ("reach": neither e-mail nor phone). */
export type InvalidContactField = ContactField | "reach";

/** The cookie that brings a form back that was not accepted, where there is no JavaScript. */
export const CONTACT_FLASH_FORM = "contact-form";
