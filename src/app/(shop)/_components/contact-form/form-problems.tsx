"use client";

import { useEffect, useRef } from "react";
import type { ContactWords } from "@/lib/i18n/contact-form";
import { fieldId } from "./contact-field";
import styles from "./contact-form.module.css";
import type { Problems } from "./use-contact-form";

interface Props {
  words: ContactWords;
  problems: Problems;
  isCut: boolean;
}

/** What kept the message from being sent, each field as a link to it. It takes the focus, so that nobody has to look for it. */
export function FormProblems({ words, problems, isCut }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { invalid, failure } = problems;
  const isShown = invalid.length > 0 || failure !== null;
  useEffect(() => {
    if (problems.invalid.length > 0 || problems.failure) box.current?.focus();
  }, [problems]);
  if (!isShown) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.problems}>
      {failure && <p>{words.failures[failure]}</p>}
      {invalid.length > 0 && (
        <>
          <p>{words.correct}</p>
          <ul>
            {invalid.map((name) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`}>{words[name].problem}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isCut && <p>{words.isCut}</p>}
    </div>
  );
}
