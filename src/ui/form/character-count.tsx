"use client";

import { useEffect, useState } from "react";
import { formatNumber } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./character-count.module.css";

/** The share of the limit from which the count is shown. */
const VISIBLE_FROM = 0.8;

const WORDS: Record<Locale, { count: string; limit: string }> = {
  fr: { count: "{length} caractères, {max} au plus.", limit: "{max} caractères au plus." },
  ar: { count: "{length} من {max} حرفًا على الأكثر.", limit: "{max} حرفًا على الأكثر." },
};

export const getCountId = (controlId: string) => `${controlId}-longueur`;

interface Props {
  controlId: string;
  length: number;
  /** The limit of the schema that validates the text. */
  max: number;
  locale: Locale;
}

/**
 * Shows a text's length once it comes near its limit. The control refers to it by `aria-describedby` (`getCountId`); screen
 * readers announce only that the text is too long, not each letter.
 */
export function CharacterCount({ controlId, length, max, locale }: Props) {
  const words = WORDS[locale];
  const isOver = length > max;
  const limit = formatNumber(max);
  const count = fill(words.count, { length: formatNumber(length), max: limit });
  return (
    <>
      <p id={getCountId(controlId)} className={styles.count} data-over={isOver || undefined}>
        {length >= max * VISIBLE_FROM ? count : null}
      </p>
      <span role="status" className="visually-hidden">
        {isOver && fill(words.limit, { max: limit })}
      </span>
    </>
  );
}

/** A `CharacterCount` that reads the value of an uncontrolled input or textarea from the document. */
export function ControlCount({ controlId, max, locale }: Omit<Props, "length">) {
  const [length, setLength] = useState(0);
  // Runs after every render: drafts and canned replies are filled in without an input event.
  useEffect(() => {
    const control = document.getElementById(controlId);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const read = () => setLength(control.value.trim().length);
    read();
    control.addEventListener("input", read);
    return () => control.removeEventListener("input", read);
  });
  return <CharacterCount controlId={controlId} length={length} max={max} locale={locale} />;
}
