"use client";

import { useEffect, useRef, useState } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import { getOpenState, type OpenState } from "@/domain/settings/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import styles from "./contact-form.module.css";

interface Props extends Pick<ShopSettings, "hours" | "exceptions"> {
  words: ContactDictionary;
  reference: string;
  /** Shows an empty form again; unset on the page without JavaScript. */
  onAgain?: () => void;
}

/** Confirms that the message was received, with its reference and the expected time of the answer. */
export function MessageSent({ words, reference, onAgain, hours, exceptions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [state] = useState(() => getOpenState({ hours, exceptions }, new Date()));
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.sent}>
      <h3 ref={heading} tabIndex={-1}>
        {words.sent.heading}
      </h3>
      <p>{formatAnswerTime(state, words)}</p>
      <p>
        {words.sent.reference} <strong dir="ltr">{reference}</strong>
      </p>
      {onAgain && (
        <button type="button" className="button" data-variant="quiet" onClick={onAgain}>
          {words.sent.another}
        </button>
      )}
    </div>
  );
}

function formatAnswerTime(
  { isOpen, until, inDays, weekday }: OpenState,
  words: ContactDictionary,
): string {
  const { open, opensAt, opensTomorrow, opensOn, soon } = words.sent;
  if (until === null) return soon;
  const later = inDays === 1 ? opensTomorrow : opensOn;
  const closed = inDays === 0 ? opensAt : later;
  return fill(isOpen ? open : closed, { time: until, day: weekday ? words.days[weekday] : "" });
}
