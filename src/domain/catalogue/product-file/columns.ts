import type { FieldKind, FieldRow } from "@/lib/field-table";
import { PRODUCT_FIELDS, type ProductFieldName, type ScalarFieldName } from "../products/fields";
import type { ProductSnapshot, StoredVariation } from "../products/record";
import { type Cell, EMPTY_CELL, formatCell } from "./cells";
import { formatArabicFacts, formatFacts, formatLines, inShownOrder } from "./list-cells";

/** A row of the file: a product, with one of its variations where it has any. */
export interface FileRow {
  id: string;
  live: ProductSnapshot;
  variation: StoredVariation | null;
  /** The names from the top category down to the product's own. */
  categoryPath: string;
  /** Makes the address of an image absolute. */
  toImageAddress: (url: string) => string;
}

export interface FileColumn {
  key: string;
  header: string;
  /** Whether the cell belongs to the product and is repeated on the rows of its variations. */
  level: "product" | "variation";
  kind: FieldKind;
  choices?: Readonly<Record<string, string>>;
  /** One sentence for the documentation: what the cell holds. */
  note: string;
  getCell: (row: FileRow) => Cell;
}

const HEADERS: Partial<Record<ProductFieldName, string>> = {
  // "Statut" is a column of the report of an import.
  status: "Publication",
};

const NOTES: Partial<Record<ProductFieldName, string>> = {
  name: "Au moins 2 caractères.",
  details: "Texte mis en forme, en HTML.",
  detailsAr: "Texte mis en forme, en HTML.",
  categoryId: "Le chemin depuis la catégorie principale : « Carrelage > Grès cérame ».",
  slug: "La fin de l'adresse : minuscules, chiffres et tirets. Vide pour un nouveau produit : elle est faite du nom.",
  sku: "Lettres, chiffres, points et tirets. Unique dans la boutique.",
  basePrice: "En MAD, pour une unité de vente.",
  unitSize: "Ce que contient une unité de vente, comme 1,44.",
  publishAt: "Heure de la boutique : 2026-11-30 09:00.",
  unpublishAt: "Heure de la boutique : 2026-11-30 09:00.",
};

const NOTES_BY_KIND: Partial<Record<FieldKind, string>> = {
  flag: "« oui » ou « non ».",
  text: "Texte.",
  shortText: "Texte court.",
  price: "En MAD.",
  integer: "Nombre entier.",
  decimal: "Nombre.",
};

function describe({ kind, choices }: FieldRow): string {
  if (choices) return `Un de ces mots : ${Object.values(choices).join(", ")}.`;
  return NOTES_BY_KIND[kind] ?? "";
}

function buildScalarColumn(name: ScalarFieldName): FileColumn {
  const row: FieldRow = PRODUCT_FIELDS[name];
  return {
    key: name,
    header: HEADERS[name] ?? row.label,
    level: "product",
    kind: row.kind,
    choices: row.choices,
    note: NOTES[name] ?? describe(row),
    getCell: ({ live, categoryPath }) =>
      name === "categoryId" ? { text: categoryPath } : formatCell(row, live[name]),
  };
}

const textColumn = (
  key: string,
  header: string,
  note: string,
  getText: (row: FileRow) => string,
): FileColumn => ({
  key,
  header,
  level: "product",
  kind: "text",
  note,
  getCell: (row) => ({ text: getText(row) }),
});

const ID_COLUMN = textColumn(
  "id",
  "Identifiant",
  "Le numéro interne du produit. Vide pour un nouveau produit.",
  ({ id }) => id,
);

const FACT_COLUMNS = [
  textColumn("facts", "Caractéristiques", "Une par ligne : « Format : 60 × 60 cm ».", ({ live }) =>
    formatFacts(live.facts),
  ),
  textColumn(
    "facts.ar",
    "Caractéristiques en arabe",
    "Les mêmes lignes en arabe, dans le même ordre.",
    ({ live }) => formatArabicFacts(live.facts),
  ),
];

const IMAGE_COLUMNS = [
  textColumn(
    "images",
    "Photos",
    "Une adresse par ligne ; la première est la photo principale.",
    ({ live, toImageAddress }) =>
      formatLines(inShownOrder(live.images).map(({ url }) => toImageAddress(url))),
  ),
  textColumn(
    "images.altText",
    "Textes des photos",
    "Ce que montre chaque photo, sur la ligne de la photo.",
    ({ live }) => formatLines(inShownOrder(live.images).map(({ altText }) => altText)),
  ),
  textColumn(
    "images.altTextAr",
    "Textes des photos en arabe",
    "Les mêmes lignes en arabe, dans le même ordre.",
    ({ live }) => formatLines(inShownOrder(live.images).map(({ altTextAr }) => altTextAr)),
  ),
];

type VariationPart = keyof (typeof PRODUCT_FIELDS)["variations"]["parts"];

const VARIATION_HEADERS: Record<VariationPart, string> = {
  name: "Option",
  nameAr: "Option en arabe",
  value: "Valeur",
  valueAr: "Valeur en arabe",
  swatch: "Couleur affichée",
  imageUrl: "Photo de la variation",
  priceModifier: "Écart de prix",
  stock: "Stock",
  sku: "Référence de la variation",
  isActive: "Proposée",
};

const VARIATION_NOTES: Partial<Record<VariationPart, string>> = {
  name: "Ce que les clients choisissent, comme Couleur ou Taille.",
  value: "La valeur de l'option, comme Blanc ou 60 × 60 cm.",
  swatch: "Une couleur comme #c0a080.",
  imageUrl: "L'adresse d'une des photos du produit.",
  priceModifier: "Ce que cette valeur ajoute au prix, ou en retire : 15 ou -20,50.",
  stock: "Nombre entier. Vide : le stock n'est pas suivi.",
  sku: "Lettres, chiffres, points et tirets. Unique dans la boutique.",
};

const variationColumn = (
  part: "id" | VariationPart,
  header: string,
  row: FieldRow,
  note: string,
): FileColumn => ({
  key: `variation.${part}`,
  header,
  level: "variation",
  kind: row.kind,
  note,
  getCell: ({ variation, toImageAddress }) => {
    if (variation === null) return EMPTY_CELL;
    const value = variation[part];
    const isAddress = part === "imageUrl" && typeof value === "string" && value !== "";
    return formatCell(row, isAddress ? toImageAddress(value) : value);
  },
});

const VARIATION_COLUMNS = [
  variationColumn(
    "id",
    "Identifiant de la variation",
    { label: "Identifiant", kind: "shortText" },
    "Le numéro interne de la variation. Il permet de changer son option ou sa valeur.",
  ),
  ...(Object.keys(VARIATION_HEADERS) as VariationPart[]).map((part) => {
    const row: FieldRow = PRODUCT_FIELDS.variations.parts[part];
    return variationColumn(
      part,
      VARIATION_HEADERS[part],
      row,
      VARIATION_NOTES[part] ?? describe(row),
    );
  }),
];

const LIST_COLUMNS = new Map<string, readonly FileColumn[]>([
  ["facts", FACT_COLUMNS],
  ["images", IMAGE_COLUMNS],
  ["variations", VARIATION_COLUMNS],
]);

/** The columns that identify a product stand first. */
const FIRST: readonly ProductFieldName[] = ["sku", "slug", "name"];

function listColumns(name: ProductFieldName): readonly FileColumn[] {
  return LIST_COLUMNS.get(name) ?? [buildScalarColumn(name as ScalarFieldName)];
}

/** Every column of the product file, in its order. Export, import and docs/import-format.md follow this table. */
export const FILE_COLUMNS: readonly FileColumn[] = [
  ID_COLUMN,
  ...FIRST.flatMap(listColumns),
  ...(Object.keys(PRODUCT_FIELDS) as ProductFieldName[])
    .filter((name) => !FIRST.includes(name))
    .flatMap(listColumns),
];

/** The rows of a product: one for each variation, or one. */
export function toFileRows(product: Omit<FileRow, "variation">): FileRow[] {
  const { variations } = product.live;
  if (variations.length === 0) return [{ ...product, variation: null }];
  return variations.map((variation) => ({ ...product, variation }));
}
