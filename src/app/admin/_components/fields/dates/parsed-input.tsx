"use client";

import { useEffect, useState } from "react";
import admin from "../../admin.module.css";
import type { FieldControl } from "../field";
import styles from "./date-field.module.css";
import { withSeparator } from "./french-date";

interface Props {
  control: Omit<FieldControl, "name"> & { "aria-label"?: string };
  input: React.RefObject<HTMLInputElement | null>;
  text: string;
  onChange: (text: string) => void;
  kind: "day" | "time";
  disabled: boolean | undefined;
  placeholder: string;
  problem: string;
  /** Returns the completed text, or null if it cannot be parsed. */
  parse: (text: string) => string | null;
  children?: React.ReactNode;
}

/** A text input for a day or a time. Completes the text on blur, or shows `problem` if it cannot be parsed. */
export function ParsedInput({ control, input, text, onChange, kind, parse, ...rest }: Props) {
  const [isBlurred, setBlurred] = useState(true);
  const isInvalid = isBlurred && text.trim() !== "" && parse(text) === null;
  const problemId = `${control.id}-format`;
  useEffect(() => {
    input.current?.setCustomValidity(isInvalid ? rest.problem : "");
  }, [input, isInvalid, rest.problem]);
  return (
    <div className={styles.typed} data-kind={kind}>
      <div className={styles.box}>
        <input
          {...control}
          ref={input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          className={admin.input}
          placeholder={rest.placeholder}
          disabled={rest.disabled}
          value={text}
          {...(isInvalid && {
            "aria-invalid": true,
            "aria-describedby": [control["aria-describedby"], problemId].filter(Boolean).join(" "),
          })}
          onChange={(event) => {
            setBlurred(false);
            onChange(withSeparator(event.target.value, text, kind));
          }}
          onBlur={() => {
            setBlurred(true);
            const completed = parse(text);
            if (completed !== null && completed !== text) onChange(completed);
          }}
        />
        {rest.children}
      </div>
      {isInvalid && (
        <p id={problemId} className={styles.problem}>
          {rest.problem}
        </p>
      )}
    </div>
  );
}
