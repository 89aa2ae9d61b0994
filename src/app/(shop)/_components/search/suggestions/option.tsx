import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./option.module.css";

/** What every option of the suggestions needs. */
export interface OptionContext {
  /** The id of the field, the beginning of all ids. */
  id: string;
  locale: Locale;
  /** The id of the active option. */
  activeId: string | null;
  /** Closes the suggestions; `search` is the text of a search that the option starts. */
  onChoose: (search?: string) => void;
}

/** The attributes of the option with this key. The focus stays in the field. */
export function buildOption({ id, activeId }: OptionContext, key: string) {
  const optionId = `${id}-${key}`;
  return {
    id: optionId,
    role: "option",
    "aria-selected": optionId === activeId,
    tabIndex: -1,
  } as const;
}

interface GroupProps {
  label: string;
  isLabelHidden?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Options with a common label. */
export function OptionGroup({ label, isLabelHidden = false, className, children }: GroupProps) {
  return (
    <fieldset className={`${styles.group} ${className ?? ""}`}>
      <legend className={isLabelHidden ? "visually-hidden" : styles.label}>{label}</legend>
      {children}
    </fieldset>
  );
}
