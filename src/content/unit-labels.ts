import type { Locale } from "@/lib/i18n/locale";

/** The name of a sale unit that holds a size. CARTON is a box of tiles ("carton"), BOX any other box ("boîte"). */
export type Pack = "CARTON" | "BOX" | "BAG" | "PIECE" | "SET";

interface UnitLabels {
  /** The pack with its size: "carton de 1,44 m²". */
  packWithSize: Record<Pack, string>;
  soldBy: string;
  packPrice: Record<Pack, string>;
  perUnit: string;
  /** The unit of a box of tiles after its price. */
  carton: string;
  saleUnits: Record<
    "PIECE" | "SQUARE_METRE" | "METRE" | "BAG" | "BOX" | "SET" | "LITRE" | "KILOGRAM",
    string
  >;
  /** The unit after a price: "/ m²". */
  sizeUnits: Record<"M2" | "KG" | "L" | "ML", string>;
  sizes: Record<"M2" | "KG" | "L" | "ML", string>;
}

/** Separate from the other dictionaries, because the admin and e-mails use it too. */
export const unitLabels: Record<Locale, UnitLabels> = {
  fr: {
    saleUnits: {
      PIECE: "pièce",
      SQUARE_METRE: "m²",
      METRE: "m",
      BAG: "sac",
      BOX: "boîte",
      SET: "ensemble",
      LITRE: "litre",
      KILOGRAM: "kg",
    },
    sizeUnits: { M2: "m²", KG: "kg", L: "litre", ML: "m" },
    carton: "carton",
    packWithSize: {
      CARTON: "carton de {size}",
      BOX: "boîte de {size}",
      BAG: "sac de {size}",
      PIECE: "pièce de {size}",
      SET: "ensemble de {size}",
    },
    soldBy: "Vendu par {pack}",
    packPrice: {
      CARTON: "{price} le carton",
      BOX: "{price} la boîte",
      BAG: "{price} le sac",
      PIECE: "{price} la pièce",
      SET: "{price} l'ensemble",
    },
    perUnit: "{price} / {unit}",
    sizes: { M2: "{size} m²", KG: "{size} kg", L: "{size} L", ML: "{size} m" },
  },
  ar: {
    saleUnits: {
      PIECE: "قطعة",
      SQUARE_METRE: "م²",
      METRE: "م",
      BAG: "كيس",
      BOX: "علبة",
      SET: "طقم",
      LITRE: "لتر",
      KILOGRAM: "كغ",
    },
    sizeUnits: { M2: "م²", KG: "كغ", L: "لتر", ML: "م" },
    carton: "علبة",
    packWithSize: {
      CARTON: "علبة من {size}",
      BOX: "علبة من {size}",
      BAG: "كيس من {size}",
      PIECE: "قطعة من {size}",
      SET: "طقم من {size}",
    },
    soldBy: "وحدة البيع: {pack}",
    packPrice: {
      CARTON: "{price} للعلبة",
      BOX: "{price} للعلبة",
      BAG: "{price} للكيس",
      PIECE: "{price} للقطعة",
      SET: "{price} للطقم",
    },
    perUnit: "{price} / {unit}",
    sizes: { M2: "{size} م²", KG: "{size} كغ", L: "{size} لتر", ML: "{size} م" },
  },
};
