import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { NEW_PRODUCT } from "@/app/admin/(signed-in)/products/_form/product-values";
import { findProductField, PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import {
  ImageInput,
  ProductInput,
  ProductPatch,
  VariationInput,
} from "@/domain/catalogue/products/input";
import { buildBlankProduct } from "@/domain/catalogue/products/record";
import { ProductForEdit } from "@/domain/catalogue/products/schema";
import { Prisma } from "@/generated/prisma/client";
import { type FieldRow, type FieldTable, getFormLabel } from "@/lib/field-table";

const names = Object.keys(PRODUCT_FIELDS).toSorted();
const { images, variations, facts } = PRODUCT_FIELDS;
const TABLES: FieldTable[] = [PRODUCT_FIELDS, images.parts, variations.parts, facts.parts];

/** The parts of a save that are no fields of the product. */
const OPTIONS = ["confirmHighPrice", "discardDraft", "saveAs", "version", "withoutRedirect"];

describe("The table of product fields", () => {
  it.each([
    ["a new product", ProductInput.shape],
    ["a change", ProductPatch.shape],
  ])("has a row for each field of %s in the API", (_, shape) => {
    const fields = Object.keys(shape).filter((name) => !OPTIONS.includes(name));
    expect(fields.toSorted()).toEqual(names);
  });

  it("has a row for each part of images, variations and facts", () => {
    const listParts = (shape: object) => Object.keys(shape).filter((name) => name !== "id");
    expect(listParts(ImageInput.shape).toSorted()).toEqual(Object.keys(images.parts).toSorted());
    expect(listParts(VariationInput.shape).toSorted()).toEqual(
      Object.keys(variations.parts).toSorted(),
    );
    expect(listParts(ProductInput.shape.facts.unwrap().element.shape).toSorted()).toEqual(
      Object.keys(facts.parts).toSorted(),
    );
  });

  it("names columns of the database, except for the lists with tables of their own", () => {
    const columns = Object.keys(Prisma.ProductScalarFieldEnum);
    const missing = names.filter((name) => !columns.includes(name));
    expect(missing).toEqual(["images", "variations"]);
  });

  it("gives each field to the form, to a new product and to the API", () => {
    expect(Object.keys(NEW_PRODUCT).toSorted()).toEqual(names);
    expect(Object.keys(buildBlankProduct()).toSorted()).toEqual(names);
    expect(Object.keys(ProductForEdit.shape)).toEqual(expect.arrayContaining(names));
  });

  it("finds rows by the names of form fields", () => {
    const labels = ["brand", "facts.2.value", "images.0.altText", "variations.1.values.2.sku"].map(
      (name) => findProductField(name)?.label,
    );
    expect(labels).toEqual(["Marque", "Valeur", "Texte alternatif", "Référence"]);
    expect(findProductField("variations.3")).toBe(variations);
    expect(findProductField("constructor")).toBeUndefined();
    expect(findProductField("facts.0.toString")).toBeUndefined();
  });
});

describe("The labels of product fields", () => {
  const FOLDERS = [
    "src/app/admin/(signed-in)/products/_form",
    "src/app/admin/(signed-in)/products/_history",
  ];
  const FILES = [
    ...FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => path.join(folder, name)),
    ),
    "src/app/admin/(signed-in)/products/labels.ts",
    "src/app/admin/(signed-in)/products/format-field-value.ts",
  ];
  /** The titles of sections and rows are not labels of fields. */
  const TITLES = /\btitle="[^"]*"|const ROWS[^;]*;/g;

  it("stand in the table only, not beside their controls", () => {
    const labels = TABLES.flatMap((table) =>
      Object.values<FieldRow>(table).flatMap((row) => [row.label, getFormLabel(row)]),
    );
    const repeated = FILES.flatMap((file) => {
      const text = readFileSync(file, "utf8").replace(TITLES, "");
      return [...new Set(labels)]
        .filter((label) => text.includes(`label="${label}"`) || text.includes(`: "${label}"`))
        .map((label) => `${file}: ${label}`);
    });
    expect(FILES.length).toBeGreaterThan(30);
    expect(repeated).toEqual([]);
  });
});
