/** Empties the field as a person does: the form and the suggestions follow. */
export function clearField(field: HTMLInputElement): void {
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
