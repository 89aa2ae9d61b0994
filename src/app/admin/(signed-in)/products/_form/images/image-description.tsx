"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { getDefaultImageDescription } from "@/domain/catalogue/images/description";
import { useProductForm } from "../form-context";
import { getFieldProps } from "../form-fields";
import styles from "./images.module.css";

/** Alternative text of an image. Prefilled with the default description, which is not stored. */
export function ImageDescription({ index }: { index: number }) {
  const { form } = useProductForm();
  const [name, nameAr, variations, url] = useWatch({
    control: form.control,
    name: ["name", "nameAr", "variations", `images.${index}.url`],
  });
  const product = { name, nameAr, variations: variations.flatMap(({ values }) => values) };
  const getDefault = (locale: "fr" | "ar") =>
    getDefaultImageDescription(product, { url, index }, locale);
  return (
    <details className={styles.description}>
      <summary>
        Description <span className={admin.hint}>(facultatif)</span>
      </summary>
      <DescriptionField name={`images.${index}.altText`} defaultText={getDefault("fr")} />
      <DescriptionField name={`images.${index}.altTextAr`} defaultText={getDefault("ar")} arabic />
    </details>
  );
}

interface Props {
  name: `images.${number}.altText` | `images.${number}.altTextAr`;
  defaultText: string;
  arabic?: boolean;
}

function DescriptionField({ name, defaultText, arabic = false }: Props) {
  const { form, errors } = useProductForm();
  const stored = useWatch({ control: form.control, name });
  // Keeps a field empty while the editor retypes it, instead of showing the default again.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...getFieldProps(name)}
      name={name}
      error={errors[name]}
      arabic={arabic}
      autoComplete="off"
      value={typed ?? (stored || defaultText)}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        form.setValue(name, text.trim() === defaultText ? "" : text, { shouldDirty: true });
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
