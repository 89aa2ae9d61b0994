import { lookup } from "@/lib/lookup";
import { foldWords } from "../product-file/fold-words";
import { IMPORT_COLUMNS } from "./column-keys";
import type { Source } from "./source";
import { findSource } from "./sources";

/** Other names of columns, as shops and suppliers write them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ["id produit", "identifiant produit"],
  sku: [
    "ref",
    "reference produit",
    "reference article",
    "sku",
    "code",
    "code article",
    "code produit",
    "ugs",
  ],
  slug: ["slug", "adresse", "url", "handle", "lien"],
  name: ["nom du produit", "designation", "libelle", "produit", "titre", "intitule"],
  nameAr: ["nom arabe", "designation arabe"],
  description: ["description courte", "texte"],
  descriptionAr: ["description arabe"],
  details: ["details", "description longue", "description detaillee"],
  categoryId: ["categorie", "categories", "famille", "rayon"],
  brand: ["marque", "fabricant", "fournisseur"],
  basePrice: [
    "prix",
    "prix mad",
    "prix en mad",
    "prix dh",
    "prix ttc",
    "prix de vente",
    "prix unitaire",
    "prix public",
    "tarif",
    "pv ttc",
    "pu ttc",
  ],
  saleUnit: ["unite", "unite de vente", "vendu par"],
  unitSize: ["contenance", "contenu"],
  availability: ["disponibilite", "dispo"],
  status: ["etat", "publication"],
  images: ["photo", "photos", "image", "images", "url image", "lien image", "adresse photo"],
  "variation.name": ["option", "nom de l option", "attribut"],
  "variation.value": ["valeur de l option"],
  "variation.stock": ["quantite", "qte", "stock", "quantite en stock"],
  "variation.sku": ["reference variation", "sku variation"],
  "variation.price": ["prix variation"],
};

const KEYS_BY_NAME = new Map(
  IMPORT_COLUMNS.flatMap(({ key, header }) =>
    [header, ...(lookup(NAMES, key) ?? [])].map((name) => [foldWords(name), key] as const),
  ),
);

export interface HeaderMapping {
  source: Source | null;
  /** For each column of the file, the key of the column it is read as; null: ignored. */
  keys: (string | null)[];
}

/** Maps the columns of a file by their headers. Of two columns for one key, and of a repeated header, none is chosen. */
export function mapHeader(header: readonly string[]): HeaderMapping {
  const source = findSource(header);
  const found = header.map((name) => (source ? source.findKey(name) : findKey(name)));
  const isOnly = (key: string) => found.filter((other) => other === key).length === 1;
  return { source, keys: found.map((key) => (key !== null && isOnly(key) ? key : null)) };
}

function findKey(header: string): string | null {
  const name = foldWords(header);
  if (name === "") return null;
  return KEYS_BY_NAME.get(name) ?? findSimilarKey(name);
}

const MIN_SIMILARITY = 0.82;

/** Finds a misspelt header, such as "Designtion". */
function findSimilarKey(name: string): string | null {
  const scored = [...KEYS_BY_NAME]
    .filter(([other]) => other.length >= 5)
    .map(([other, key]) => ({ key, score: getSimilarity(name, other) }))
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && (best.key === second?.key || best.score > (second?.score ?? 0)) ? best.key : null;
}

/** Share of common pairs of letters, from 0 to 1 (Sørensen–Dice). */
function getSimilarity(a: string, b: string): number {
  const [left, right] = [listPairs(a), listPairs(b)];
  const common = left.filter((pair) => {
    const at = right.indexOf(pair);
    if (at >= 0) right.splice(at, 1);
    return at >= 0;
  });
  const total = left.length + right.length + common.length;
  return total === 0 ? 0 : (2 * common.length) / total;
}

function listPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** Files with the same columns, in any order, have the same signature. */
export function getHeaderSignature(header: readonly string[]): string {
  return header.map(foldWords).sort().join("|");
}
