import { type Pack, unitLabels } from "@/content/unit-labels";
import { formatPrice } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { getPriceByOtherMeasure, type SaleMeasure } from "./rules";

/** How a product is sold, in the same words on cards, pages, mails and in the panel's preview. */
interface UnitTexts {
  /** What the price is for: "m²"; null for a piece. */
  name: string | null;
  /** Follows the price: " / m²"; empty for a piece. */
  unit: string;
  /** What is bought at once: "carton de 1,44 m²"; null where the unit of the price says it all. */
  pack: string | null;
  /** "Vendu par carton de 1,44 m²", or empty. */
  soldBy: string;
  /** The price by the other measure, to be filled: "{price} le carton", "{price} / kg"; empty without one. */
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

/** "Vendu par carton de 1,44 m² · 165,60 MAD le carton"; empty for what is sold by the unit of its price. */
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
