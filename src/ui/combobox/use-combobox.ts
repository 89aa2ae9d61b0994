import { type RefObject, useEffect, useState } from "react";
import { useFieldEvent } from "./use-field-event";

interface Settings {
  /** The text field; it has the role combobox. */
  field: RefObject<HTMLInputElement | null>;
  /** The listbox, or an element around it. */
  list: RefObject<HTMLElement | null>;
  /** The id of the listbox; null while there is none. */
  listId: string | null;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** Empties the field. */
  onClear: () => void;
}

/**
 * The editable combobox of the ARIA authoring practices: the focus stays in the field, the arrow keys move
 * `aria-activedescendant`, Enter clicks the active option. Options are the elements with the role and an id inside `list`, so
 * they may be links, and in groups.
 * @returns the id of the active option, or null while the text itself is active
 */
export function useCombobox(settings: Settings): string | null {
  const { field, list, listId, isOpen, onToggle, onClear } = settings;
  const [activeId, setActiveId] = useState<string | null>(null);
  const shownId = isOpen && listId !== null ? activeId : null;

  const listOptions = () =>
    Array.from(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? []);

  /** The text comes before the first option and after the last one. */
  const move = (step: 1 | -1) => {
    const ids = listOptions().map((option) => option.id);
    const places: (string | null)[] = [null, ...ids];
    const place = Math.max(0, places.indexOf(shownId)) + step;
    setActiveId(places.at(place % places.length) ?? null);
  };
  const moveOrOpen = (event: KeyboardEvent) => {
    event.preventDefault();
    if (isOpen) move(event.key === "ArrowDown" ? 1 : -1);
    else onToggle(true);
  };
  const choose = (event: KeyboardEvent) => {
    const option = listOptions().find(({ id }) => id === shownId);
    if (option) event.preventDefault();
    option?.click();
    setActiveId(null);
  };
  const closeOrClear = (event: KeyboardEvent) => {
    if (!isOpen && !field.current?.value) return;
    event.preventDefault();
    if (isOpen) onToggle(false);
    else onClear();
  };

  useFieldEvent(field, "input", () => setActiveId(null));
  useFieldEvent(field, "keydown", (event) => {
    // An input method uses the same keys to choose among its candidates.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        return moveOrOpen(event);
      case "Enter":
        return choose(event);
      case "Escape":
        return closeOrClear(event);
      case "Tab":
        return onToggle(false);
      case "ArrowLeft":
      case "ArrowRight":
      case "Home":
      case "End":
        return setActiveId(null);
    }
  });

  useEffect(() => {
    if (!isOpen) setActiveId(null);
  }, [isOpen]);

  useEffect(() => {
    const input = field.current;
    input?.setAttribute("aria-expanded", String(isOpen && listId !== null));
    setReference(input, "aria-controls", isOpen ? listId : null);
    setReference(input, "aria-activedescendant", shownId);
    if (shownId) document.getElementById(shownId)?.scrollIntoView({ block: "nearest" });
  }, [field, isOpen, listId, shownId]);

  return shownId;
}

function setReference(input: HTMLInputElement | null, name: string, id: string | null): void {
  if (id === null) input?.removeAttribute(name);
  else input?.setAttribute(name, id);
}
