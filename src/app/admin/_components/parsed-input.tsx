"use client";

import { useEffect, useState } from "react";
import admin from "./admin.module.css";
import styles from "./date-field.module.css";
import type { FieldControl } from "./field";
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
  /** The text as it is written out; null when it cannot be read. */
  parse: (text: string) => string | null;
  children?: React.ReactNode;
}

/** A text that is read as a day or a time: what cannot be read is said once the field is left. */
export function ParsedInput({ control, input, text, onChange, kind, parse, ...shown }: Props) {
  const [isLeft, setLeft] = useState(true);
  const isWrong = isLeft && text.trim() !== "" && parse(text) === null;
  const problemId = `${control.id}-format`;
  useEffect(() => {
    input.current?.setCustomValidity(isWrong ? shown.problem : "");
  }, [input, isWrong, shown.problem]);
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
          placeholder={shown.placeholder}
          disabled={shown.disabled}
          value={text}
          {...(isWrong && {
            "aria-invalid": true,
            "aria-describedby": [control["aria-describedby"], problemId].filter(Boolean).join(" "),
          })}
          onChange={(event) => {
            setLeft(false);
            onChange(withSeparator(event.target.value, text, kind));
          }}
          onBlur={() => {
            setLeft(true);
            const whole = parse(text);
            if (whole !== null && whole !== text) onChange(whole);
          }}
        />
        {shown.children}
      </div>
      {isWrong && (
        <p id={problemId} className={styles.problem}>
          {shown.problem}
        </p>
      )}
    </div>
  );
}
