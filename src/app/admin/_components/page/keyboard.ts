/** Time in which a letter after `g` completes the sequence. */
export const SEQUENCE_MS = 1_200;

/** Whether keys on this target are input: text fields, selects and everything in an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isText = target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
  return isText || target.isContentEditable || target.closest("dialog[open]") !== null;
}

/**
 * Returns the character of a key by keyboard layout (AZERTY, QWERTY), or by the key's position on a layout without Latin
 * letters, such as the Arabic one. Null if a modifier changes the meaning of the key.
 */
export function getShortcutKey(event: KeyboardEvent): string | null {
  const { key, code, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState("AltGraph"))
    return null;
  if (/^[a-z]$/i.test(key)) return shiftKey ? null : key.toLowerCase();
  if (/^[\x21-\x7e]$/.test(key)) return key;
  return shiftKey ? null : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null);
}
