import type { FieldRow, FieldTable } from "@/lib/field-table";
import { lookup } from "@/lib/lookup";
import type { Availability, SaleUnit, SizeUnit } from "../schema";

/** Status of a product → its French label. `STATUS_CHIPS` of the admin has the labels of all states in lists. */
const STATUS_LABELS = {
  DRAFT: "Brouillon",
  ACTIVE: "Publié",
  INACTIVE: "Masqué",
  ARCHIVED: "Archivé",
} as const;

const AVAILABILITY_LABELS: Record<Availability, string> = {
  IN_STOCK: "En stock",
  ON_ORDER: "Sur commande",
  ASK: "Nous consulter",
  OUT_OF_STOCK: "Épuisé",
};

const SALE_UNIT_LABELS: Record<SaleUnit, string> = {
  PIECE: "La pièce",
  SQUARE_METRE: "Le m²",
  METRE: "Le mètre",
  BAG: "Le sac",
  BOX: "La boîte",
  SET: "Le lot",
  LITRE: "Le litre",
  KILOGRAM: "Le kilo",
};

const SIZE_UNIT_LABELS: Record<SizeUnit, string> = {
  M2: "m²",
  KG: "kg",
  L: "litres",
  ML: "mètres",
};

/** The lines of the technical table. */
const FACT_FIELDS = {
  name: { label: "Nom", kind: "text", maxLength: 80 },
  nameAr: { label: "Nom en arabe", kind: "text", maxLength: 80 },
  value: { label: "Valeur", kind: "text", maxLength: 300 },
  valueAr: { label: "Valeur en arabe", kind: "text", maxLength: 300 },
} as const satisfies FieldTable;

const IMAGE_FIELDS = {
  url: { label: "Photo", kind: "shortText" },
  altText: {
    label: "Texte alternatif",
    formLabel: "En français",
    kind: "text",
    maxLength: 200,
  },
  altTextAr: {
    label: "Texte alternatif en arabe",
    formLabel: "En arabe",
    kind: "text",
    maxLength: 200,
  },
  isPrimary: { label: "Photo principale", kind: "flag" },
} as const satisfies FieldTable;

const VARIATION_FIELDS = {
  name: { label: "Nom", formLabel: "Option", kind: "text", maxLength: 60 },
  nameAr: { label: "Nom en arabe", formLabel: "Option en arabe", kind: "text", maxLength: 60 },
  value: { label: "Valeur", kind: "text", maxLength: 80 },
  valueAr: { label: "Valeur en arabe", kind: "text", maxLength: 80 },
  swatch: { label: "Couleur affichée", kind: "shortText" },
  imageUrl: { label: "Photo", kind: "shortText" },
  priceModifier: { label: "Écart de prix", kind: "price" },
  stock: { label: "Stock", kind: "integer" },
  sku: { label: "Référence", kind: "shortText" },
  isActive: { label: "Proposée", formLabel: "Proposée aux clients", kind: "flag" },
} as const satisfies FieldTable;

/**
 * Every field of a product that staff edit, in the order of the form. The form, its messages, the dialog of a conflict, the history, the
 * audit log, the schema of the API and the SQL that reads a product follow this table.
 */
export const PRODUCT_FIELDS = {
  name: { label: "Nom", kind: "text", maxLength: 200, blank: "" },
  nameAr: { label: "Nom en arabe", kind: "text", maxLength: 200 },
  description: { label: "Description", kind: "text", maxLength: 5_000, blank: "" },
  descriptionAr: { label: "Description en arabe", kind: "text", maxLength: 5_000 },
  /** The length counts the markup. */
  details: { label: "Détails", kind: "richText", maxLength: 50_000 },
  detailsAr: { label: "Détails en arabe", kind: "richText", maxLength: 50_000 },
  categoryId: { label: "Catégorie", kind: "reference", blank: "" },
  slug: { label: "Adresse de la page", kind: "shortText", maxLength: 120, blank: "" },
  sku: { label: "Référence", kind: "shortText" },
  brand: { label: "Marque", kind: "shortText", maxLength: 80 },
  basePrice: { label: "Prix", formLabel: "Prix en MAD", kind: "price" },
  priceOnRequest: {
    label: "Prix sur demande",
    formLabel: "Prix sur demande : le prix n'est pas montré",
    kind: "flag",
    blank: false,
  },
  saleUnit: { label: "Vendu par", kind: "choice", choices: SALE_UNIT_LABELS, blank: "PIECE" },
  unitSize: { label: "Contenance", kind: "decimal" },
  unitOfSize: { label: "Unité de la contenance", kind: "choice", choices: SIZE_UNIT_LABELS },
  availability: {
    label: "Disponibilité",
    kind: "choice",
    choices: AVAILABILITY_LABELS,
    blank: "IN_STOCK",
  },
  facts: { label: "Caractéristiques", kind: "list", parts: FACT_FIELDS },
  isFeatured: {
    label: "Mis en avant",
    formLabel: "Mettre en avant sur l'accueil",
    kind: "flag",
    blank: false,
  },
  isNew: { label: "Nouveauté", formLabel: "Marquer comme nouveauté", kind: "flag", blank: false },
  seoTitle: { label: "Titre pour Google", kind: "text", maxLength: 120 },
  seoDescription: { label: "Description pour Google", kind: "text", maxLength: 320 },
  status: { label: "Statut", kind: "choice", choices: STATUS_LABELS, blank: "DRAFT" },
  publishAt: { label: "Visible à partir du", kind: "date", blank: "" },
  unpublishAt: { label: "Visible jusqu'au", kind: "date" },
  images: { label: "Photos", kind: "list", parts: IMAGE_FIELDS },
  variations: { label: "Variations", kind: "list", parts: VARIATION_FIELDS },
} as const satisfies FieldTable;

type Rows = typeof PRODUCT_FIELDS;
export type ProductFieldName = keyof Rows;

/** The fields whose value is not a list. */
export type ScalarFieldName = {
  [N in ProductFieldName]: Rows[N]["kind"] extends "list" ? never : N;
}[ProductFieldName];

export const SCALAR_FIELDS = Object.entries<FieldRow>(PRODUCT_FIELDS).filter(
  (entry): entry is [ScalarFieldName, FieldRow] => entry[1].kind !== "list",
);

/** A name of a form field, such as "brand", "facts.0.name" or "variations.1.values.2.sku" → its row. */
export function findProductField(path: string): FieldRow | undefined {
  const [head = "", ...rest] = path.split(".");
  const row: FieldRow | undefined = lookup(PRODUCT_FIELDS, head);
  const part = rest.at(-1);
  return part === undefined || /^\d+$/.test(part) ? row : lookup(row?.parts ?? {}, part);
}
