import { type Pack, unitLabels } from "@/content/unit-labels";
import { formatPrice } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { getPriceByOtherMeasure, type SaleMeasure } from "./rules";

/** How a product is sold, in the words of cards, pages, mails and the preview in the admin. */
interface UnitTexts {
  /** The unit of the price: "m²"; null for a piece. */
  name: string | null;
  /** The suffix of the price: " / m²"; empty for a piece. */
  unit: string;
  /** "carton de 1,44 m²"; null for a product without packs. */
  pack: string | null;
  /** "Vendu par carton de 1,44 m²", or empty. */
  soldBy: string;
  /** The template of the price by the other measure: "{price} le carton", "{price} / kg"; empty without one. */
  otherPrice: string;
}

export function getUnitTexts(product: SaleMeasure, locale: Locale): UnitTexts {
  const words = unitLabels[locale];
  const { saleUnit, unitSize, unitOfSize } = product;
  const pack = findPack(product);
  const saleName =
    pack === "CARTON" && saleUnit === "BOX" ? words.carton : words.saleUnits[saleUnit];
  const name = saleUnit === "PIECE" ? null : saleName;
  const unit = name === null ? "" : ` / ${name}`;
  if (pack === null || unitSize === null || unitOfSize === null) {
    return { name, unit, pack: null, soldBy: "", otherPrice: "" };
  }
  const size = fill(words.sizes[unitOfSize], { size: unitSize.replace(".", ",") });
  const text = fill(words.packWithSize[pack], { size });
  const otherPrice =
    saleUnit === "SQUARE_METRE"
      ? words.packPrice[pack]
      : fill(words.perUnit, { price: "{price}", unit: words.sizeUnits[unitOfSize] });
  return { name, unit, pack: text, soldBy: fill(words.soldBy, { pack: text }), otherPrice };
}

/** "Vendu par carton de 1,44 m² · 165,60 MAD le carton"; empty for a product without packs. */
export function formatSoldBy(product: SaleMeasure, price: string | null, locale: Locale): string {
  const { soldBy, otherPrice } = getUnitTexts(product, locale);
  const other = getPriceByOtherMeasure(product, price);
  if (other === null || otherPrice === "") return soldBy;
  return `${soldBy} · ${fill(otherPrice, { price: formatPrice(other, locale) })}`;
}

function findPack({ saleUnit, unitSize, unitOfSize }: SaleMeasure): Pack | null {
  if (unitSize === null || unitOfSize === null) return null;
  if (saleUnit === "SQUARE_METRE") return unitOfSize === "M2" ? "CARTON" : null;
  if (saleUnit === "BOX") return unitOfSize === "M2" ? "CARTON" : "BOX";
  return saleUnit === "BAG" || saleUnit === "PIECE" || saleUnit === "SET" ? saleUnit : null;
}
