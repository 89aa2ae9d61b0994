"use client";

import type { ComponentProps, ReactNode } from "react";
import { type FieldPath, useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTimeInput } from "@/app/admin/_components/date-field";
import { Field } from "@/app/admin/_components/field";
import styles from "./form.module.css";
import { useProductForm } from "./form-context";
import type { ProductValues } from "./product-values";

type Name = FieldPath<ProductValues>;

interface Common {
  name: Name;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  /** Characters, where people write or paste a text. */
  max?: number;
  /** Written in Arabic, from right to left. */
  arabic?: boolean;
}

const ARABIC = { dir: "rtl", lang: "ar" } as const;

type InputProps = Common &
  Pick<ComponentProps<"input">, "inputMode" | "placeholder" | "dir" | "autoComplete">;

export function TextField({ name, label, hint, required, max, arabic, ...input }: InputProps) {
  const { form, errors } = useProductForm();
  return (
    <Field
      label={label}
      name={name}
      error={errors[name]}
      hint={hint}
      max={max}
      {...(required && { required })}
    >
      {(control) => (
        <input
          autoComplete="off"
          {...control}
          {...input}
          {...(arabic && ARABIC)}
          {...form.register(name)}
          className={admin.input}
        />
      )}
    </Field>
  );
}

export function TextArea({ name, label, hint, required, max, arabic }: Common) {
  const { form, errors } = useProductForm();
  return (
    <Field
      label={label}
      name={name}
      error={errors[name]}
      hint={hint}
      max={max}
      {...(required && { required })}
    >
      {(control) => (
        <textarea
          {...control}
          {...(arabic && ARABIC)}
          {...form.register(name)}
          className={admin.textarea}
        />
      )}
    </Field>
  );
}

interface SelectProps extends Common {
  /** Label of an empty first option. */
  emptyLabel?: string;
  options: readonly (readonly [value: string, label: string])[];
}

export function SelectField({ name, label, hint, required, emptyLabel, options }: SelectProps) {
  const { form, errors } = useProductForm();
  return (
    <Field
      label={label}
      name={name}
      error={errors[name]}
      hint={hint}
      {...(required && { required })}
    >
      {(control) => (
        <select {...control} {...form.register(name)} className={admin.select}>
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface DateTimeProps extends Pick<Common, "label" | "hint"> {
  name: "publishAt" | "unpublishAt";
  label: string;
  defaultTime: string;
}

/** The value is a time in the shop's time zone, or the typed text if it cannot be parsed. */
export function DateTimeField({ name, label, hint, defaultTime }: DateTimeProps) {
  const { form, errors } = useProductForm();
  const value = useWatch({ control: form.control, name });
  return (
    <Field label={label} name={name} error={errors[name]} hint={hint}>
      {({ name: _, ...control }) => (
        <DateTimeInput
          {...control}
          label={label}
          defaultTime={defaultTime}
          value={value}
          onChange={(time, text) => form.setValue(name, time ?? text, { shouldDirty: true })}
        />
      )}
    </Field>
  );
}

export function CheckField({ name, label }: Pick<Common, "name" | "label">) {
  const { form } = useProductForm();
  return (
    <label className={admin.checkbox}>
      <input type="checkbox" {...form.register(name)} />
      {label}
    </label>
  );
}

/** "43 / 60": warns about a long text without limiting it. */
export function Counter({
  name,
  recommended,
}: {
  name: "seoTitle" | "seoDescription";
  recommended: number;
}) {
  const { form } = useProductForm();
  const { length } = useWatch({ control: form.control, name });
  return (
    <span data-long={length > recommended || undefined} className={styles.counter}>
      {length} / {recommended}
      {length > recommended && " : Google coupera la fin"}
    </span>
  );
}

/** Places two fields side by side, or below each other on a phone. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
