import { CONTACT_FIELDS, type ContactField } from "@/domain/messaging/contact/limits";

export function getField(form: HTMLFormElement, name: ContactField) {
  const field = form.elements.namedItem(name);
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isField ? field : null;
}

export function getValues(form: HTMLFormElement): Record<ContactField, string> {
  const value = (name: ContactField) => getField(form, name)?.value ?? "";
  return Object.fromEntries(CONTACT_FIELDS.map((name) => [name, value(name)])) as Record<
    ContactField,
    string
  >;
}
