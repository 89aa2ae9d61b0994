/** Types of the static catalogue, which the import reads. */

export interface StaticCategory {
  id: string;
  slug: string;
  name: string;
  nameAr: string;
  description: string;
  descriptionAr: string;
  /** Slug of the parent category; absent on the five top-level ones. */
  parent?: string;
  /** Name of an image file, without extension. */
  image: string;
  /** Name of a lucide icon, in kebab-case. */
  icon: string;
  order: number;
}

export interface StaticFact {
  name: string;
  nameAr: string;
  value: string;
  /** Only where the value has words; figures and sizes are the same in both languages. */
  valueAr?: string;
}

interface StaticVariation {
  name: string;
  nameAr: string;
  value: string;
  valueAr?: string;
  sku: string;
  stock: number;
  /** MAD, added to the product's price; "0.00" by default. */
  priceModifier?: string;
  /** CSS colour (`#rrggbb`) of a finish. */
  swatch?: string;
}

type SaleUnit = "PIECE" | "SQUARE_METRE" | "METRE" | "BAG" | "BOX" | "SET" | "LITRE" | "KILOGRAM";
type Availability = "IN_STOCK" | "ON_ORDER" | "ASK" | "OUT_OF_STOCK";

export interface StaticProduct {
  slug: string;
  name: string;
  nameAr: string;
  description: string;
  descriptionAr: string;
  /** Rich text: `<h3> <p> <ul> <li> <strong> <table> …`, without attributes. */
  details?: string;
  detailsAr?: string;
  /** Slug of the category. */
  category: string;
  sku: string;
  brand?: string;
  /** MAD per sale unit, `"129.00"`; null is "Prix sur demande". */
  price: string | null;
  saleUnit: SaleUnit;
  /** The content of one sale unit, in `unitOfSize`: 1.44 m² in a box, 25 kg in a bag. */
  unitSize?: string;
  unitOfSize?: "M2" | "KG" | "L" | "ML";
  availability: Availability;
  featured?: boolean;
  isNew?: boolean;
  /** Technical facts by importance; the card shows the first. */
  facts: StaticFact[];
  variations?: StaticVariation[];
  /** Names of image files, without extension; the first is the primary image. */
  images: string[];
}
