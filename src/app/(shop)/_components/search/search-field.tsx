"use client";

import {
  type ComponentType,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Locale } from "@/lib/i18n/locale";
import type { SuggestionBoxProps } from "./suggestions/suggestion-box";

interface Props {
  id: string;
  locale: Locale;
  placeholder: string;
  defaultValue: string | undefined;
  /** The content of the clear button, which comes with the suggestions. Icons rendered here would be in the first load of every page. */
  children: ReactNode;
}

type Box = ComponentType<SuggestionBoxProps> | null;

/** Without JavaScript the field suggests nothing. */
const COMBOBOX = { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" };

/** A search field that loads its suggestions, code included, when it gets the focus. */
export function SearchField({ id, locale, placeholder, defaultValue, children }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [Box, setBox] = useState<Box>(null);
  useEffect(() => {
    if (field.current) Object.assign(field.current, COMBOBOX);
    if (document.activeElement === field.current) loadBox(setBox);
  }, []);
  return (
    <>
      <input
        ref={field}
        id={id}
        type="search"
        name="q"
        required
        maxLength={200}
        autoComplete="off"
        placeholder={placeholder}
        defaultValue={defaultValue}
        onFocus={() => loadBox(setBox)}
      />
      {Box && <Box field={field} id={id} locale={locale} clear={children} />}
    </>
  );
}

/** Without the suggestions the form works as it is. */
function loadBox(setBox: Dispatch<SetStateAction<Box>>): void {
  import("./suggestions/suggestion-box").then(
    ({ SuggestionBox }) => setBox(() => SuggestionBox),
    () => undefined,
  );
}
