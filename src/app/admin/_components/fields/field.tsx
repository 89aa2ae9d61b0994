import type { ReactNode } from "react";
import { ControlCount, getCountId } from "@/ui/form/character-count";
import styles from "./field.module.css";

export interface FieldControl {
  id: string;
  name: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
  "aria-required"?: true;
}

export interface FieldProps {
  label: ReactNode;
  name: string;
  /** Required where a page has two fields with the same name. */
  id?: string;
  error?: string | undefined;
  hint?: ReactNode;
  required?: boolean | undefined;
  /** The schema's limit in characters. A counter appears near the limit; longer text is not cut off. */
  max?: number | undefined;
}

interface Props extends FieldProps {
  children: (control: FieldControl) => ReactNode;
}

/** Ties label, control, hint, counter and error together by their ids, for screen readers. */
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
  const describedBy = [error && `${id}-erreur`, hint && `${id}-aide`, max && getCountId(id)]
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
        "aria-invalid": error ? true : undefined,
        "aria-describedby": describedBy || undefined,
        "aria-required": required || undefined,
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
