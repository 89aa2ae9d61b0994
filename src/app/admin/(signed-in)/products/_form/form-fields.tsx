"use client";

import type { ComponentProps, ReactNode } from "react";
import { type FieldPath, useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTimeInput } from "@/app/admin/_components/fields/dates/date-field";
import { Field } from "@/app/admin/_components/fields/field";
import * as fields from "@/app/admin/_components/fields/fields";
import { findProductField } from "@/domain/catalogue/products/fields";
import { getFormLabel } from "@/lib/field-table";
import styles from "./form.module.css";
import { useProductForm } from "./form-context";
import type { ProductValues } from "./product-values";

type Name = FieldPath<ProductValues>;

type BoundProps<Props> = Omit<Props, "name" | "id" | "error" | "label" | "max"> & { name: Name };

/** Returns the label and the limit of a field from the table of product fields. */
export function getFieldProps(name: Name) {
  const row = findProductField(name);
  if (!row) throw new Error(`${name} is not in PRODUCT_FIELDS`);
  return { label: getFormLabel(row), max: row.maxLength };
}

/** Connects a field to React Hook Form, to the table of product fields and to the errors of the last save. */
function useBoundField(name: Name) {
  const { form, errors } = useProductForm();
  const { onChange, onBlur, ref } = form.register(name);
  return { name, onChange, onBlur, ref, error: errors[name], ...getFieldProps(name) };
}

export function TextField(props: BoundProps<ComponentProps<typeof fields.TextField>>) {
  return <fields.TextField autoComplete="off" {...props} {...useBoundField(props.name)} />;
}

export function TextAreaField(props: BoundProps<ComponentProps<typeof fields.TextAreaField>>) {
  return <fields.TextAreaField {...props} {...useBoundField(props.name)} />;
}

export function SelectField(props: BoundProps<ComponentProps<typeof fields.SelectField>>) {
  const { choices = {} } = findProductField(props.name) ?? {};
  return (
    <fields.SelectField
      options={Object.entries(choices)}
      {...props}
      {...useBoundField(props.name)}
    />
  );
}

interface DateTimeProps {
  name: "publishAt" | "unpublishAt";
  hint?: ReactNode;
  defaultTime: string;
}

/** The value is a time in the shop's time zone, or the typed text if it cannot be parsed. */
export function DateTimeField({ name, hint, defaultTime }: DateTimeProps) {
  const { label } = getFieldProps(name);
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

export function CheckField({ name }: { name: Name }) {
  const { form } = useProductForm();
  return (
    <label className={admin.checkbox}>
      <input type="checkbox" {...form.register(name)} />
      {getFieldProps(name).label}
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
