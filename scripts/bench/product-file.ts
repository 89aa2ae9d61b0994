import { buildProduct } from "../generate-catalogue";

interface Source {
  /** The path of each category by its slug. */
  categories: ReadonlyMap<string, string>;
  /** Addresses of images of the shop. */
  images: readonly string[];
  count: number;
  /** SKUs begin with it. */
  prefix: string;
}

const HEADER = [
  "Référence",
  "Nom",
  "Nom en arabe",
  "Description",
  "Description en arabe",
  "Catégorie",
  "Marque",
  "Prix",
  "Prix sur demande",
  "Caractéristiques",
  "Caractéristiques en arabe",
  "Publication",
  "Photos",
  "Textes des photos",
];

/** Builds a CSV file of new, published products, as staff would fill it in. */
export function buildProductFile({ categories, images, count, prefix }: Source): string {
  const shop = { categoryIds: new Map(categories), images: [] };
  const lines = Array.from({ length: count }, (_, index) => {
    const { row, facts } = buildProduct(index, shop);
    return [
      `${prefix}-${index}`,
      `${row.name} ${index}`,
      row.nameAr,
      row.description,
      row.descriptionAr,
      row.categoryId,
      row.brand,
      typeof row.basePrice === "string" ? row.basePrice.replace(".", ",") : "",
      row.priceOnRequest ? "oui" : "non",
      facts.map(({ name, value }) => `${name} : ${value}`).join("\n"),
      facts.map(({ nameAr, value, valueAr }) => `${nameAr ?? ""} : ${valueAr ?? value}`).join("\n"),
      "Publié",
      images[index % images.length],
      row.name,
    ];
  });
  return [HEADER, ...lines].map((cells) => cells.map(quote).join(";")).join("\r\n");
}

function quote(value: unknown): string {
  return `"${String(value ?? "").replaceAll('"', '""')}"`;
}
