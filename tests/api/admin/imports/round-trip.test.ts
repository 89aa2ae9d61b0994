import { expect, it } from "vitest";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildProducts,
  buildVariationInput,
} from "../../../support/build";
import { exportFile } from "../../../support/product-file";
import { checkFile, importFile } from "../../../support/product-import";
import { buildStaff } from "../../../support/staff";

async function buildDetailedProduct() {
  const parent = await buildCategory({ name: "Carrelage" });
  const { id: categoryId } = await buildCategory({ name: "Grès > fin", parentId: parent.id });
  return buildProduct({
    categoryId,
    name: "=Zellige « bleu »; l'unique",
    nameAr: "زليج أزرق",
    description: 'Deux lignes\navec "guillemets"; et points-virgules.',
    details: `<p>${"Un long texte. ".repeat(3_000)}</p>`,
    sku: `00${Date.now()}`,
    brand: "'=marque",
    basePrice: "1129.50",
    unitSize: "1.440",
    unitOfSize: "M2",
    saleUnit: "SQUARE_METRE",
    unpublishAt: new Date("2099-01-01T10:00:30.123Z"),
    facts: [
      { name: "Norme : PEI", value: "4\\5" },
      { name: "Format", nameAr: "القياس", value: "60 × 60 cm" },
    ],
    images: {
      create: [
        buildImageInput({ isPrimary: false, order: 0, altText: null }),
        buildImageInput({ order: 1, altTextAr: "صورة" }),
      ],
    },
    variations: {
      create: [
        buildVariationInput("Couleur", "Bleu", { priceModifier: "-20.50", stock: null }),
        buildVariationInput("Couleur", "Rose", { isActive: false, order: 1, swatch: "#c0a080" }),
        buildVariationInput("Taille", "Grande", { order: 2, nameAr: "الحجم" }),
      ],
    },
  });
}

it.each(["csv", "xlsx"])(
  "an exported file that is imported unchanged changes nothing (%s)",
  async (format) => {
    const staff = await buildStaff();
    const product = await buildDetailedProduct();
    await buildProduct({
      categoryId: product.categoryId,
      status: "DRAFT",
      basePrice: null,
      priceOnRequest: true,
    });
    const { bytes } = await exportFile(staff, `format=${format}&categoryId=${product.categoryId}`);
    for (const emptyCells of ["keep", "clear"] as const) {
      const { report, operation } = await importFile(staff, bytes, { emptyCells });
      expect(report).toMatchObject({
        checked: 2,
        unchanged: 2,
        create: 0,
        update: 0,
        failed: 0,
        problems: [],
      });
      expect(operation).toMatchObject({ state: "APPLIED", changed: 0 });
    }
    const stored = await db.product.findUniqueOrThrow({ where: { id: product.id } });
    expect(stored).toMatchObject({ version: 1, updatedAt: product.updatedAt });
  },
);

it("nor does one of 10,000 products", { timeout: 120_000 }, async () => {
  const staff = await buildStaff();
  const { id: categoryId } = await buildCategory();
  for (let part = 0; part < 10; part++) await buildProducts(1_000, categoryId);
  const { bytes } = await exportFile(staff, `format=csv&categoryId=${categoryId}`);
  const { report } = await checkFile(staff, bytes);
  expect(report).toMatchObject({ checked: 10_000, unchanged: 10_000, failed: 0 });
});
