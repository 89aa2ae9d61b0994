import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { NEW_PRODUCT } from "@/app/admin/(signed-in)/products/_form/product-values";
import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import { CATEGORY_FIELDS } from "@/domain/catalogue/categories/fields";
import { findProductField, PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import {
  ImageInput,
  ProductInput,
  ProductPatch,
  VariationInput,
} from "@/domain/catalogue/products/input";
import { buildBlankProduct } from "@/domain/catalogue/products/record";
import { ProductForEdit } from "@/domain/catalogue/products/schema";
import { CANNED_REPLY_FIELDS } from "@/domain/messaging/canned-replies/fields";
import { QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import { SYNONYM_FIELDS } from "@/domain/search/synonyms/fields";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import { USER_FIELDS } from "@/domain/staff/users/fields";
import { Prisma } from "@/generated/prisma/client";
import { type FieldRow, type FieldTable, getFormLabel } from "@/lib/field-table";

const ADMIN = "src/app/admin/(signed-in)";

const readFolder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const names = Object.keys(PRODUCT_FIELDS).toSorted();
const { images, variations, facts } = PRODUCT_FIELDS;

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

  it("has a control in the form for each field, in a section that opens for its errors", () => {
    const form = readFolder(`${ADMIN}/products/_form`)
      .map(({ text }) => text)
      .join();
    const withControl = names.filter((name) => new RegExp(`\\bname(=|: )"${name}"`).test(form));
    const inSections = [...form.matchAll(/\bfields=\{\[([^\]]*)\]\}/g)].flatMap(
      ([, list = ""]) => list.match(/\w+/g) ?? [],
    );
    expect(withControl).toEqual(names);
    expect(inSections.filter((name) => !OPTIONS.includes(name)).toSorted()).toEqual(names);
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

function listLabels(table: FieldTable): string[] {
  return Object.values<FieldRow>(table).flatMap((row) => [
    row.label,
    getFormLabel(row),
    ...listLabels(row.parts ?? {}),
  ]);
}

describe("The labels of fields", () => {
  it.each([
    ["products", PRODUCT_FIELDS],
    ["categories", CATEGORY_FIELDS],
    ["settings", SETTING_FIELDS],
    ["users", USER_FIELDS],
    ["messages/_canned", CANNED_REPLY_FIELDS],
    ["newsletter/campaigns/[id]/_editor", CAMPAIGN_FIELDS],
    ["search", { ...SYNONYM_FIELDS, ...QUERY_RULE_FIELDS }],
  ])("in %s stand in the table only, not beside their controls", (folder, table) => {
    const labels = [...new Set(listLabels(table))];
    const files = readFolder(`${ADMIN}/${folder}`);
    const repeated = files.flatMap(({ file, text }) => {
      const code = text.replace(/const ROWS[^;]*;|\/\*\*.*?\*\//gs, "");
      return labels
        .filter((label) => code.includes(`label="${label}"`) || code.includes(`: "${label}"`))
        .map((label) => `${file}: ${label}`);
    });
    expect(files.length).toBeGreaterThan(0);
    expect(repeated).toEqual([]);
  });
});
