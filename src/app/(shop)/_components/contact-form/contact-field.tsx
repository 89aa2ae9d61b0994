import { type ComponentProps, type FormEvent, useState } from "react";
import { LONGEST, type ContactField as Name } from "@/domain/messaging/contact-limits";
import type { ContactWords } from "@/lib/i18n/contact-form";
import { fill } from "@/lib/i18n/fill";
import styles from "./contact-form.module.css";

interface Props {
  name: Name;
  words: ContactWords;
  isInvalid: boolean;
  value: string | undefined;
  input: ComponentProps<"input">;
  /** The id of a hint that this field shares with another; such a field is neither required nor optional by itself. */
  sharedHint?: string;
}

export const fieldId = (name: Name) => `ecrire-${name}`;

/** A field with its label, its hint and, beside it, what is wrong with it. */
export function ContactField({ name, words, isInvalid, value, input, sharedHint }: Props) {
  const [length, setLength] = useState(value?.length ?? 0);
  const id = fieldId(name);
  const { label, problem, ...more } = words[name];
  const hint = "hint" in more ? String(more.hint) : null;
  const max = LONGEST[name];
  const isNearLimit = length > max * 0.9;
  const described = [
    sharedHint,
    hint && `${id}-aide`,
    isNearLimit && `${id}-longueur`,
    isInvalid && `${id}-erreur`,
  ]
    .filter(Boolean)
    .join(" ");
  const control = {
    id,
    name,
    onInput: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setLength(event.currentTarget.value.trim().length),
    defaultValue: value,
    "aria-invalid": isInvalid || undefined,
    "aria-describedby": described || undefined,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {!input.required && !sharedHint && (
          <span className={styles.optional}> ({words.optional})</span>
        )}
      </label>
      {name === "message" ? (
        <textarea {...control} required rows={6} />
      ) : (
        <input {...control} {...input} />
      )}
      {hint && (
        <p id={`${id}-aide`} className={styles.hint}>
          {hint}
        </p>
      )}
      {isNearLimit && (
        <p id={`${id}-longueur`} role="status" className={styles.hint}>
          {fill(words.length, { length, max })}
        </p>
      )}
      {isInvalid && (
        <p id={`${id}-erreur`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
