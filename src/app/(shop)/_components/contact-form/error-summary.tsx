"use client";

import { useEffect, useRef } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import { fill } from "@/lib/i18n/fill";
import { fieldId } from "./contact-field";
import styles from "./contact-form.module.css";
import type { FormErrors } from "./use-contact-form";

interface Props {
  words: ContactDictionary;
  problems: FormErrors;
  isCut: boolean;
}

/** What kept the message from being sent, each field as a link to it. It takes the focus, so that nobody has to look for it. */
export function ErrorSummary({ words, problems, isCut }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { invalid, failure } = problems;
  const isShown = invalid.length > 0 || failure !== null;
  useEffect(() => {
    if (problems.invalid.length > 0 || problems.failure) box.current?.focus();
  }, [problems]);
  if (!isShown) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.problems}>
      {failure && <p>{failureText(words, problems)}</p>}
      {invalid.length > 0 && (
        <>
          <p>{words.correct}</p>
          <ul>
            {invalid.map((name) => (
              <li key={name}>
                <a href={`#${fieldId(name === "reach" ? "email" : name)}`}>{words[name].problem}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isCut && <p>{words.isCut}</p>}
    </div>
  );
}

function failureText(words: ContactDictionary, { failure, retryMinutes }: FormErrors): string {
  if (failure === null) return "";
  const text = words.failures[failure];
  return failure === "tooMany" ? fill(text, { minutes: String(retryMinutes ?? 10) }) : text;
}
