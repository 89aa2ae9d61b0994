import { describe, expect, it } from "vitest";
import { products } from "@/data/products";
import { findSwatch } from "@/domain/catalogue/swatches";

describe("The colour of a value without a swatch", () => {
  it.each([
    ["Couleur", "Bleu", "#2b5fa8"],
    ["Couleur", "bleu nuit", "#1e2a4a"],
    ["Couleur", "Noir Mat", "#1c1c1e"],
    ["Couleur", "Vert", "#1f6b4f"],
    ["Couleur", "Gris Clair", "#bfc0be"],
    ["Couleur", "Blanc cassé", "#efe8da"],
    ["Finition", "Chêne Naturel", "#c19a6b"],
    ["Finition", "Noir ciré", "#1c1c1e"],
    ["اللون", "أزرق", "#2b5fa8"],
    ["اللون", "أسود غير لامع", "#1c1c1e"],
    ["اللون", "رمادي فاتح", "#bfc0be"],
  ])("in %s, %s is %s", (group, value, colour) => {
    expect(findSwatch(group, value)).toBe(colour);
  });

  it.each([
    ["Couleur", "Sur commande"],
    ["Finition", "Mat"],
    ["Finition", "Brillant"],
    ["Matière", "Bois blanc"],
    ["Format", "60×60"],
    ["Couleur", "constructor"],
    ["Couleur", "__proto__"],
    ["Couleur", ""],
  ])("in %s, %s is unknown", (group, value) => {
    expect(findSwatch(group, value)).toBeNull();
  });

  it("is known for every plain colour of the catalogue, in both languages", () => {
    const values = products.flatMap(({ facts, variations = [] }) =>
      [...facts, ...variations].filter(({ name }) => name === "Couleur"),
    );
    const known = new Set([
      "Bleu",
      "Noir",
      "Vert",
      "Blanc",
      "Gris",
      "Beige",
      "Turquoise",
      "Sable",
      "Ocre",
      "Anthracite",
    ]);
    const plain = values.filter(({ value }) => known.has(value));
    expect(plain.length).toBeGreaterThan(10);
    for (const { value, valueAr } of plain) {
      expect(findSwatch("Couleur", value), value).not.toBeNull();
      expect(findSwatch("اللون", valueAr ?? ""), valueAr).not.toBeNull();
    }
  });
});
