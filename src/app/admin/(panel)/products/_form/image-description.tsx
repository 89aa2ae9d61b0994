"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/field";
import { defaultImageDescription } from "@/domain/catalogue/images/description";
import { PRODUCT_MAX_LENGTH } from "@/domain/catalogue/products/rules";
import { useProductForm } from "./form-context";
import styles from "./images.module.css";

/** What the photo shows, for those who do not see it. Prefilled: only words of one's own are stored. */
export function ImageDescription({ index }: { index: number }) {
  const { form } = useProductForm();
  const [name, nameAr, variations, url] = useWatch({
    control: form.control,
    name: ["name", "nameAr", "variations", `images.${index}.url`],
  });
  const product = { name, nameAr, variations: variations.flatMap(({ values }) => values) };
  const usual = (locale: "fr" | "ar") => defaultImageDescription(product, { url, index }, locale);
  return (
    <details className={styles.description}>
      <summary>
        Description <span className={admin.hint}>(facultatif)</span>
      </summary>
      <DescriptionField name={`images.${index}.altText`} label="En français" usual={usual("fr")} />
      <DescriptionField
        name={`images.${index}.altTextAr`}
        label="En arabe"
        usual={usual("ar")}
        arabic
      />
    </details>
  );
}

interface Props {
  name: `images.${number}.altText` | `images.${number}.altTextAr`;
  label: string;
  usual: string;
  arabic?: boolean;
}

function DescriptionField({ name, label, usual, arabic = false }: Props) {
  const { form, errors } = useProductForm();
  const own = useWatch({ control: form.control, name });
  // While it is being written, also an emptied field stays as it is.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} name={name} error={errors[name]} max={PRODUCT_MAX_LENGTH.imageDescription}>
      {(control) => (
        <input
          {...control}
          autoComplete="off"
          {...(arabic && { dir: "rtl", lang: "ar" })}
          className={admin.input}
          value={typed ?? (own || usual)}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            form.setValue(name, text.trim() === usual ? "" : text, { shouldDirty: true });
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
