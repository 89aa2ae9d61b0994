import type { ComponentProps, ReactNode } from "react";
import admin from "../admin.module.css";
import { Field, type FieldProps } from "./field";

interface TextProps extends FieldProps {
  /** Sets language and direction for Arabic text. */
  arabic?: boolean | undefined;
}

type Native<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof TextProps | "className" | "children"
>;

const ARABIC = { dir: "rtl", lang: "ar" } as const;

export function TextField({ arabic, ...props }: TextProps & Native<"input">) {
  const { field, input } = splitProps(props);
  return (
    <Field {...field}>
      {(control) => (
        <input {...control} {...input} {...(arabic && ARABIC)} className={admin.input} />
      )}
    </Field>
  );
}

export function TextAreaField({ arabic, ...props }: TextProps & Native<"textarea">) {
  const { field, input } = splitProps(props);
  return (
    <Field {...field}>
      {(control) => (
        <textarea {...control} {...input} {...(arabic && ARABIC)} className={admin.textarea} />
      )}
    </Field>
  );
}

interface SelectProps extends FieldProps {
  /** Label of an empty first option. */
  emptyLabel?: string | undefined;
  options?: readonly (readonly [value: string, label: string])[] | undefined;
  /** More options, after `options`. */
  children?: ReactNode;
}

export function SelectField(props: SelectProps & Native<"select">) {
  const { emptyLabel, options = [], children, ...rest } = props;
  const { field, input } = splitProps(rest);
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} {...input} className={admin.select}>
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
          {children}
        </select>
      )}
    </Field>
  );
}

/** Separates the props of `Field` from those of the native element. */
function splitProps<Props extends FieldProps>(props: Props) {
  const { label, name, id, error, hint, required, max, ...input } = props;
  return { field: { label, name, id, error, hint, required, max }, input };
}
