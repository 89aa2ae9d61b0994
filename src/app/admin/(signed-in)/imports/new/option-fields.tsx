"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import type { ImportOptions } from "@/domain/catalogue/import-rows/schema";

interface Props {
  options: ImportOptions;
  onOptions: (options: ImportOptions) => void;
  /** The file is an export of another shop. */
  isForeign: boolean;
}

type Choices = {
  [N in Exclude<keyof ImportOptions, "createCategories">]: {
    label: string;
    choices: Record<ImportOptions[N], string>;
  };
};

const CHOICES: Choices = {
  key: {
    label: "Un produit est reconnu par",
    choices: { sku: "sa référence", id: "son identifiant", slug: "son adresse ou son nom" },
  },
  mode: {
    label: "Que faire des produits",
    choices: {
      both: "Créer les nouveaux, modifier les autres",
      update: "Modifier seulement",
      create: "Créer seulement",
    },
  },
  emptyCells: {
    label: "Une cellule vide",
    choices: { keep: "ne change rien", clear: "vide le champ" },
  },
  onError: {
    label: "Si une ligne a une erreur",
    choices: { stop: "ne rien importer", skip: "importer les autres lignes" },
  },
  publish: {
    label: "Publication",
    choices: {
      draft: "Les nouveaux produits sont des brouillons",
      file: "Selon la colonne « Publication »",
    },
  },
};

export function OptionFields({ options, onOptions, isForeign }: Props) {
  return (
    <section className={admin.card} aria-labelledby="options">
      <h2 id="options">Options</h2>
      <div className={admin.grid}>
        {(Object.keys(CHOICES) as (keyof Choices)[])
          .filter((name) => !isForeign || name !== "key")
          .map((name) => (
            <SelectField
              key={name}
              label={CHOICES[name].label}
              name={name}
              value={options[name]}
              options={Object.entries(CHOICES[name].choices)}
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
