import type { ReactNode } from "react";
import { ControlCount, getCountId } from "@/ui/character-count";
import styles from "./field.module.css";

export interface FieldControl {
  id: string;
  name: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
  "aria-required"?: true;
}

interface Props {
  label: ReactNode;
  name: string;
  /** Where one page has two fields of a name. */
  id?: string;
  error?: string | undefined;
  hint?: ReactNode;
  required?: boolean;
  /** Characters: the limit of the schema. The count appears near it, and nothing is cut. */
  max?: number | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** A label, its control, what helps and what is wrong, tied together for those who hear the page. */
export function Field({
  label,
  name,
  id = `champ-${name}`,
  error,
  hint,
  required,
  max,
  children,
}: Props) {
  const described = [error && `${id}-erreur`, hint && `${id}-aide`, max && getCountId(id)]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children({
        id,
        name,
        ...(error && { "aria-invalid": true as const }),
        ...(described && { "aria-describedby": described }),
        ...(required && { "aria-required": true as const }),
      })}
      {hint && (
        <p id={`${id}-aide`} className={styles.hint}>
          {hint}
        </p>
      )}
      {max && <ControlCount controlId={id} max={max} locale="fr" />}
      {error && (
        <p id={`${id}-erreur`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
