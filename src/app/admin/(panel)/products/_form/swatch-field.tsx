"use client";

import { useWatch } from "react-hook-form";
import { Field } from "@/app/admin/_components/field";
import panel from "@/app/admin/_components/panel.module.css";
import { useProductForm } from "./form-context";

const SAND = "#c8b08a";

/** The dot that customers see beside a colour; most variations have none. */
export function SwatchField({ index }: { index: number }) {
  const { form, errors } = useProductForm();
  const name = `variations.${index}.swatch` as const;
  const colour = useWatch({ control: form.control, name });
  const set = (value: string) => form.setValue(name, value, { shouldDirty: true });
  return (
    <Field label="Pastille" name={name} error={errors[name]}>
      {(control) =>
        colour ? (
          <span className={panel.row}>
            <input
              {...control}
              type="color"
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
              Retirer<span className="visually-hidden"> la pastille</span>
            </button>
          </span>
        ) : (
          <button
            type="button"
            id={control.id}
            className="button"
            data-variant="quiet"
            data-size="small"
            onClick={() => set(SAND)}
          >
            Choisir
          </button>
        )
      }
    </Field>
  );
}
