"use client";

import { useEffect, useState } from "react";
import { formatNumber } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./character-count.module.css";

const SHOWN_FROM = 0.8;

const WORDS: Record<Locale, { count: string; limit: string }> = {
  fr: { count: "{length} caractères, {max} au plus.", limit: "{max} caractères au plus." },
  ar: { count: "{length} من {max} حرفًا على الأكثر.", limit: "{max} حرفًا على الأكثر." },
};

export const getCountId = (controlId: string) => `${controlId}-longueur`;

interface Props {
  controlId: string;
  length: number;
  /** The limit of the schema that reads the text. */
  max: number;
  locale: Locale;
}

/**
 * How long a text is, once it comes near its limit. The control names it in `aria-describedby`; it is announced only when the
 * text becomes too long, not at each letter.
 */
export function CharacterCount({ controlId, length, max, locale }: Props) {
  const words = WORDS[locale];
  const isOver = length > max;
  const limit = formatNumber(max, locale);
  const count = fill(words.count, { length: formatNumber(length, locale), max: limit });
  return (
    <>
      <p id={getCountId(controlId)} className={styles.count} data-over={isOver || undefined}>
        {length >= max * SHOWN_FROM ? count : null}
      </p>
      <span role="status" className="visually-hidden">
        {isOver && fill(words.limit, { max: limit })}
      </span>
    </>
  );
}

/** `CharacterCount` of an input or a textarea, which it reads by itself: whoever draws the control need not know its text. */
export function ControlCount({ controlId, max, locale }: Omit<Props, "length">) {
  const [length, setLength] = useState(0);
  // After each drawing: a draft or a canned reply is filled in without an event.
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
