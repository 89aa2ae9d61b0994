import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { useFieldEvent } from "@/ui/combobox/use-field-event";
import { isPhone } from "./use-sheet";

/** The text of the field, and whether its suggestions are open: from the focus on, until it leaves or they are closed. */
export function useTyping(field: RefObject<HTMLInputElement | null>) {
  const [text, setText] = useState(() => field.current?.value ?? "");
  const [isOpen, setOpen] = useState(() => document.activeElement === field.current);
  const open = () => {
    setText(field.current?.value ?? "");
    setOpen(true);
  };
  // The text may have changed before the listeners were there.
  useEffect(() => setText(field.current?.value ?? ""), [field]);
  useFieldEvent(field, "input", open);
  useFieldEvent(field, "focus", open);
  useFieldEvent(field, "click", open);
  useFieldEvent(field, "blur", ({ relatedTarget: next }) => {
    const isInside = next instanceof Node && field.current?.form?.contains(next);
    // A phone whose keyboard is hidden takes the focus from the field and gives it to nothing.
    if (next === null ? !isPhone() : !isInside) setOpen(false);
  });
  return { text, isOpen, setOpen };
}

/** Calls `handler` with the text of a submitted form. */
export function useSubmittedText(
  field: RefObject<HTMLInputElement | null>,
  handler: (text: string) => void,
): void {
  const handle = useEffectEvent(handler);
  useEffect(() => {
    const form = field.current?.form;
    const listener = () => handle(field.current?.value.trim() ?? "");
    form?.addEventListener("submit", listener);
    return () => form?.removeEventListener("submit", listener);
  }, [field]);
}
