/** How long a letter after `g` still belongs to it. */
export const SEQUENCE_MS = 1_200;

/** Keys of somebody who types are text, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isText = target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
  return isText || target.isContentEditable || target.closest("dialog[open]") !== null;
}

/**
 * The sign that a key stands for, by what the layout types (AZERTY, QWERTY); on a layout without Latin letters, such as the
 * Arabic one, by the key's place. Null for a key held with another one.
 */
export function getShortcutKey(event: KeyboardEvent): string | null {
  const { key, code, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState("AltGraph"))
    return null;
  if (/^[a-z]$/i.test(key)) return shiftKey ? null : key.toLowerCase();
  if (/^[\x21-\x7e]$/.test(key)) return key;
  return shiftKey ? null : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null);
}
