"use client";

import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/fields/field";
import { SmallButton } from "@/app/admin/_components/small-button";
import { useProductForm } from "../form-context";
import { getFieldProps } from "../form-fields";
import styles from "./options.module.css";
import type { ValuePath } from "./product-options";

const DEFAULT_COLOUR = "#c8b08a";

/** Chooses the swatch that customers see beside the name of a colour. */
export function ColourField({ path }: { path: ValuePath }) {
  const { form, errors } = useProductForm();
  const name = `${path}.swatch` as const;
  const colour = useWatch({ control: form.control, name });
  const set = (value: string) => form.setValue(name, value, { shouldDirty: true });
  return (
    <Field label={getFieldProps(name).label} name={name} error={errors[name]}>
      {(control) =>
        colour ? (
          <span className={admin.row}>
            <input
              {...control}
              type="color"
              className={styles.colour}
              value={colour}
              onChange={(event) => set(event.target.value)}
            />
            <SmallButton variant="ghost" onClick={() => set("")}>
              Retirer<span className="visually-hidden"> la couleur affichée</span>
            </SmallButton>
          </span>
        ) : (
          <SmallButton id={control.id} onClick={() => set(DEFAULT_COLOUR)}>
            Choisir
          </SmallButton>
        )
      }
    </Field>
  );
}
