import { describe, expect, it } from "vitest";
import { formatSoldBy, getUnitTexts } from "@/domain/catalogue/sale-units";
import { SaleUnit, SizeUnit } from "@/domain/catalogue/schema";
import { LOCALES } from "@/lib/i18n/locale";

const spaces = (text: string) => text.replace(/\s/g, " ");
const sold = (
  saleUnit: SaleUnit,
  unitSize: string | null = null,
  unitOfSize: "M2" | "KG" | null = null,
) => ({
  saleUnit,
  unitSize,
  unitOfSize,
});

describe("The unit of sale", () => {
  it("names the carton of tiles once, for a price per m² and per carton", () => {
    const byMetre = sold("SQUARE_METRE", "1.44", "M2");
    expect(getUnitTexts(byMetre, "fr")).toMatchObject({ unit: " / m²", pack: "carton de 1,44 m²" });
    expect(spaces(formatSoldBy(byMetre, "115.00", "fr"))).toBe(
      "Vendu par carton de 1,44 m² · 165,60 MAD le carton",
    );
    const byCarton = sold("BOX", "1", "M2");
    expect(getUnitTexts(byCarton, "fr")).toMatchObject({
      unit: " / carton",
      pack: "carton de 1 m²",
    });
    expect(spaces(formatSoldBy(byCarton, "389.00", "fr"))).toBe(
      "Vendu par carton de 1 m² · 389 MAD / m²",
    );
  });

  it("has the right name for other boxes, bags and pieces", () => {
    expect(spaces(formatSoldBy(sold("BAG", "25", "KG"), "79.00", "fr"))).toBe(
      "Vendu par sac de 25 kg · 3,16 MAD / kg",
    );
    expect(getUnitTexts(sold("BOX"), "fr")).toMatchObject({ unit: " / boîte", pack: null });
    expect(getUnitTexts(sold("PIECE"), "fr")).toMatchObject({ unit: "", pack: null });
    expect(formatSoldBy(sold("PIECE"), "10.00", "fr")).toBe("");
  });

  it("shows the price once when a carton holds one square metre, and none on request", () => {
    expect(formatSoldBy(sold("SQUARE_METRE", "1", "M2"), "115.00", "fr")).toBe(
      "Vendu par carton de 1 m²",
    );
    expect(formatSoldBy(sold("BAG", "25", "KG"), null, "fr")).toBe("Vendu par sac de 25 kg");
  });

  it("fills every placeholder and never mentions two packs, for any unit in any language", () => {
    for (const locale of LOCALES) {
      for (const saleUnit of SaleUnit.options) {
        for (const unitOfSize of [...SizeUnit.options, null]) {
          const product = { saleUnit, unitOfSize, unitSize: unitOfSize && "1.5" };
          const text = `${getUnitTexts(product, locale).unit} ${formatSoldBy(product, "100.00", locale)}`;
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(text.includes("carton") && text.includes("boîte")).toBe(false);
        }
      }
    }
  });

  it("has the same structure in Arabic", () => {
    expect(spaces(formatSoldBy(sold("SQUARE_METRE", "1.44", "M2"), "115.00", "ar"))).toBe(
      "وحدة البيع: علبة من 1,44 م² · 165,60 درهم للعلبة",
    );
  });
});
