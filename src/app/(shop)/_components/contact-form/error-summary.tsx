"use client";

import { useEffect, useRef } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import { fill } from "@/lib/i18n/fill";
import { getFieldId } from "./contact-field";
import styles from "./contact-form.module.css";
import type { FormErrors } from "./use-contact-form";

interface Props {
  words: ContactDictionary;
  errors: FormErrors;
  isCut: boolean;
}

/** Lists the errors, each linked to its field, and takes the focus. */
export function ErrorSummary({ words, errors, isCut }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { invalid, failure } = errors;
  const isShown = invalid.length > 0 || failure !== null;
  useEffect(() => {
    if (errors.invalid.length > 0 || errors.failure) root.current?.focus();
  }, [errors]);
  if (!isShown) return null;
  return (
    <div ref={root} role="alert" tabIndex={-1} className={styles.problems}>
      {failure && <p>{failureText(words, errors)}</p>}
      {invalid.length > 0 && (
        <>
          <p>{words.correct}</p>
          <ul>
            {invalid.map((name) => (
              <li key={name}>
                <a href={`#${getFieldId(name === "reach" ? "email" : name)}`}>
                  {words[name].problem}
                </a>
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
