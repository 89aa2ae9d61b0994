import type { GAPS } from "@/domain/catalogue/product-list/dashboard-queries";
import type { StatusChip } from "@/domain/catalogue/products/schema";

export interface Stat {
  one: string;
  other: string;
  count: number;
  /** The list of the counted records. */
  href: string;
}

export const GAP_CARDS: { gap: (typeof GAPS)[number]; one: string; other: string }[] = [
  { gap: "withoutImage", one: "produit sans photo", other: "produits sans photo" },
  { gap: "withoutPrice", one: "produit sans prix", other: "produits sans prix" },
  { gap: "withoutArabic", one: "produit sans texte arabe", other: "produits sans texte arabe" },
  { gap: "outOfStock", one: "produit en rupture", other: "produits en rupture" },
];

export const CHIP_CARDS: { chip: StatusChip; one: string; other: string }[] = [
  { chip: "PUBLISHED", one: "produit publié", other: "produits publiés" },
  { chip: "DRAFT", one: "brouillon", other: "brouillons" },
  { chip: "CHANGED", one: "modification en attente", other: "modifications en attente" },
  { chip: "SCHEDULED", one: "produit programmé", other: "produits programmés" },
  { chip: "INACTIVE", one: "produit masqué", other: "produits masqués" },
  { chip: "ARCHIVED", one: "produit archivé", other: "produits archivés" },
  { chip: "TRASH", one: "produit à la corbeille", other: "produits à la corbeille" },
];
