import { getUnitTexts } from "@/domain/catalogue/sale-units";
import type { ProductCard } from "@/domain/catalogue/schema";
import { formatPrice } from "@/lib/format/format";

type ShownPrice = Pick<ProductCard, "price" | "priceFrom" | "saleUnit" | "unitSize" | "unitOfSize">;

/** Formats the price as on the product card of the shop: "à partir de 120,00 MAD / m²". */
export function formatShownPrice({ price, priceFrom, ...sold }: ShownPrice): string {
  if (price === null) return "Prix sur demande";
  const from = priceFrom ? "à partir de " : "";
  return `${from}${formatPrice(price, "fr")}${getUnitTexts(sold, "fr").unit}`;
}
