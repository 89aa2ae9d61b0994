import { CONTACT_FIELDS, type ContactField } from "@/domain/messaging/contact/limits";

export function fieldOf(form: HTMLFormElement, name: ContactField) {
  const field = form.elements.namedItem(name);
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isField ? field : null;
}

export function valuesOf(form: HTMLFormElement): Record<ContactField, string> {
  const value = (name: ContactField) => fieldOf(form, name)?.value ?? "";
  return Object.fromEntries(CONTACT_FIELDS.map((name) => [name, value(name)])) as Record<
    ContactField,
    string
  >;
}
