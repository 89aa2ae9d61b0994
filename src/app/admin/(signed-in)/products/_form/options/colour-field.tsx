"use client";

import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/fields/field";
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
            <button
              type="button"
              className="button"
              data-variant="ghost"
              data-size="small"
              onClick={() => set("")}
            >
              Retirer<span className="visually-hidden"> la couleur affichée</span>
            </button>
          </span>
        ) : (
          <button
            type="button"
            id={control.id}
            className="button"
            data-variant="quiet"
            data-size="small"
            onClick={() => set(DEFAULT_COLOUR)}
          >
            Choisir
          </button>
        )
      }
    </Field>
  );
}
