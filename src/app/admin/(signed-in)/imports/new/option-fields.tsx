"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import { OPTION_CHOICES } from "@/domain/catalogue/import-rows/option-labels";
import type { ImportOptions } from "@/domain/catalogue/import-rows/schema";

interface Props {
  options: ImportOptions;
  onOptions: (options: ImportOptions) => void;
  /** The file is an export of another shop. */
  isForeign: boolean;
}

export function OptionFields({ options, onOptions, isForeign }: Props) {
  return (
    <section className={admin.card} aria-labelledby="options">
      <h2 id="options">Options</h2>
      <div className={admin.grid}>
        {(Object.keys(OPTION_CHOICES) as (keyof typeof OPTION_CHOICES)[])
          .filter((name) => !isForeign || name !== "key")
          .map((name) => (
            <SelectField
              key={name}
              label={OPTION_CHOICES[name].label}
              name={name}
              value={options[name]}
              options={Object.entries(OPTION_CHOICES[name].choices)}
              onChange={(event) => onOptions({ ...options, [name]: event.currentTarget.value })}
            />
          ))}
      </div>
      <label className={admin.checkbox}>
        <input
          type="checkbox"
          checked={options.createCategories}
          onChange={(event) =>
            onOptions({ ...options, createCategories: event.currentTarget.checked })
          }
        />
        Créer les catégories qui n'existent pas
      </label>
    </section>
  );
}
