import type { StatusChip } from "@/domain/catalogue/products/schema";
import { lookup } from "@/lib/lookup";

type Tone = "neutral" | "good" | "warn" | "bad" | "info";

export const STATUS_CHIPS: Record<StatusChip, { label: string; tone: Tone }> = {
  DRAFT: { label: "Brouillon", tone: "neutral" },
  PUBLISHED: { label: "Publié", tone: "good" },
  CHANGED: { label: "Modifié", tone: "warn" },
  SCHEDULED: { label: "Programmé", tone: "info" },
  INACTIVE: { label: "Masqué", tone: "neutral" },
  ARCHIVED: { label: "Archivé", tone: "neutral" },
  TRASH: { label: "Corbeille", tone: "bad" },
};

export const STATUS_LABELS = {
  DRAFT: "Brouillon",
  ACTIVE: "Publié",
  INACTIVE: "Masqué",
  ARCHIVED: "Archivé",
} as const;

export const AVAILABILITY_LABELS = {
  IN_STOCK: "En stock",
  ON_ORDER: "Sur commande",
  ASK: "Nous consulter",
  OUT_OF_STOCK: "Épuisé",
} as const;

export const SALE_UNIT_LABELS = {
  PIECE: "La pièce",
  SQUARE_METRE: "Le m²",
  METRE: "Le mètre",
  BAG: "Le sac",
  BOX: "La boîte",
  SET: "Le lot",
  LITRE: "Le litre",
  KILOGRAM: "Le kilo",
} as const;

export const SIZE_UNIT_LABELS = { M2: "m²", KG: "kg", L: "litres", ML: "mètres" } as const;

/** Fields of a product as people call them; of rows too, without their number. */
const FIELDS: Record<string, string> = {
  name: "Nom",
  nameAr: "Nom en arabe",
  description: "Description",
  descriptionAr: "Description en arabe",
  details: "Détails",
  detailsAr: "Détails en arabe",
  categoryId: "Catégorie",
  slug: "Adresse de la page",
  sku: "Référence",
  brand: "Marque",
  basePrice: "Prix",
  priceOnRequest: "Prix sur demande",
  saleUnit: "Vendu par",
  unitSize: "Contenance",
  unitOfSize: "Unité de la contenance",
  availability: "Disponibilité",
  facts: "Caractéristiques",
  isFeatured: "Mis en avant",
  isNew: "Nouveauté",
  seoTitle: "Titre pour Google",
  seoDescription: "Description pour Google",
  status: "Statut",
  publishAt: "Visible à partir du",
  unpublishAt: "Visible jusqu'au",
  images: "Photos",
  variations: "Variations",
  deletedAt: "Corbeille",
};

const ROW_FIELDS: Record<string, string> = {
  name: "Nom",
  nameAr: "Nom en arabe",
  value: "Valeur",
  price: "Prix",
  imageUrl: "Photo",
  valueAr: "Valeur en arabe",
  priceModifier: "Écart de prix",
  stock: "Stock",
  sku: "Référence",
  swatch: "Couleur",
  isActive: "Proposée",
  altText: "Texte alternatif",
  altTextAr: "Texte alternatif en arabe",
  url: "Photo",
};

const ROWS: Record<string, string> = {
  variations: "Option",
  facts: "Caractéristique",
  images: "Photo",
};

/** "Option 1, valeur 3, référence" */
function optionLabel(option: number, value: number, field: string): string {
  const place = `Option ${option + 1}, valeur ${value + 1}`;
  const name = field === "value" ? undefined : lookup(ROW_FIELDS, field);
  return name ? `${place}, ${name.charAt(0).toLowerCase()}${name.slice(1)}` : place;
}

/** "variations.2.sku" → "Option 3, référence"; "variations.0.values.2.sku" → "Option 1, valeur 3, référence". */
export function getFieldLabel(key: string): string {
  const [head = "", index, ...rest] = key.split(".");
  const row = lookup(ROWS, head);
  if (row === undefined || index === undefined || !/^\d+$/.test(index)) {
    return lookup(FIELDS, head) ?? head;
  }
  const [values, valueIndex, valueField] = rest;
  if (values === "values") return optionLabel(Number(index), Number(valueIndex), valueField ?? "");
  const place = `${row} ${Number(index) + 1}`;
  const name = lookup(ROW_FIELDS, rest.join("."));
  return name ? `${place}, ${name.charAt(0).toLowerCase()}${name.slice(1)}` : place;
}
