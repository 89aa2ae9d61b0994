import type { ImportOptions } from "./schema";

type Choices = {
  [N in Exclude<keyof ImportOptions, "createCategories">]: {
    label: string;
    choices: Record<ImportOptions[N], string>;
  };
};

/** The options of an import and their values in French. */
export const OPTION_CHOICES: Choices = {
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
