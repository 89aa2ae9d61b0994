import type { ComponentProps } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import { CONTACT_MAX_LENGTH, type ContactField as Name } from "@/domain/messaging/contact/limits";
import type { Locale } from "@/lib/i18n/locale";
import { ControlCount, getCountId } from "@/ui/form/character-count";
import styles from "./contact-form.module.css";

interface Props {
  name: Name;
  words: ContactDictionary;
  locale: Locale;
  isInvalid: boolean;
  value: string | undefined;
  input: ComponentProps<"input">;
  /** The id of a hint shared with another field. A field with a shared hint is not marked as optional. */
  sharedHint?: string;
}

export const getFieldId = (name: Name) => `ecrire-${name}`;

export function ContactField({ name, words, locale, isInvalid, value, input, sharedHint }: Props) {
  const id = getFieldId(name);
  const { label, problem, ...more } = words[name];
  const hint = "hint" in more ? String(more.hint) : null;
  const describedBy = [
    sharedHint,
    hint && `${id}-aide`,
    getCountId(id),
    isInvalid && `${id}-erreur`,
  ]
    .filter(Boolean)
    .join(" ");
  const control = {
    id,
    name,
    defaultValue: value,
    "aria-invalid": isInvalid || undefined,
    "aria-describedby": describedBy,
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
      <ControlCount controlId={id} max={CONTACT_MAX_LENGTH[name]} locale={locale} />
      {isInvalid && (
        <p id={`${id}-erreur`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
