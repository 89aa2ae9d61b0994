import { describe, expect, it } from "vitest";
import { EMPTY_VALUE } from "@/app/admin/(signed-in)/products/_form/options/product-options";
import { NEW_PRODUCT } from "@/app/admin/(signed-in)/products/_form/product-values";
import {
  remainingErrors,
  toFormErrors,
  withoutField,
} from "@/app/admin/(signed-in)/products/_form/save/form-errors";
import { findProductProblems } from "@/app/admin/(signed-in)/products/_form/save/product-problems";

const complete = {
  ...NEW_PRODUCT,
  name: "Sable",
  description: "Un sable fin et lavé.",
  categoryId: "c1",
  basePrice: "12,50",
  images: [{ url: "/a", altText: "", altTextAr: "", isPrimary: true, width: 4, height: 3 }],
};

describe("Product form errors", () => {
  it("list invalid fields and missing content for publication together", () => {
    const wrong = { ...NEW_PRODUCT, basePrice: "douze", sku: "é", unitSize: "25" };
    expect(Object.keys(findProductProblems("publish", wrong)).sort()).toEqual([
      "basePrice",
      "categoryId",
      "description",
      "images",
      "name",
      "sku",
      "unitOfSize",
    ]);
  });

  it("do not require a draft to be complete", () => {
    expect(
      findProductProblems("create", { ...NEW_PRODUCT, name: "Sable", categoryId: "c1" }),
    ).toEqual({});
    expect(findProductProblems("publish", complete)).toEqual({});
    expect(
      findProductProblems("save", { ...complete, status: "ACTIVE", images: [] }),
    ).toHaveProperty("images");
    expect(findProductProblems("draft", { ...complete, status: "ACTIVE", images: [] })).toEqual({});
  });

  it("name the affected option value", () => {
    const value = { ...EMPTY_VALUE, value: "S", stock: "-1" };
    const variations = [{ name: "", nameAr: "", values: [value] }];
    expect(Object.keys(findProductProblems("create", { ...complete, variations }))).toEqual([
      "variations.0.name",
      "variations.0.values.0.stock",
    ]);
  });

  it("include an unreadable date and an end before the start", () => {
    expect(findProductProblems("create", { ...complete, publishAt: "31/0" })).toHaveProperty(
      "publishAt",
    );
    const dates = { publishAt: "2026-12-02T00:00", unpublishAt: "2026-12-01T23:59" };
    expect(findProductProblems("create", { ...complete, ...dates })).toHaveProperty("unpublishAt");
  });
});

describe("Errors under correction", () => {
  const refused = { name: "Donnez un nom.", unitOfSize: "Choisissez l'unité.", sku: "Déjà prise." };
  const checked = new Set(["name", "unitOfSize"]);

  it("remain until the form's own check passes", () => {
    const still = { name: "Donnez un nom plus long." };
    expect(remainingErrors(refused, checked, { ...still, unitOfSize: "x" }, "name")).toEqual({
      ...refused,
      ...still,
      unitOfSize: "x",
    });
    expect(remainingErrors(refused, checked, {}, "unitSize")).toEqual({ sku: "Déjà prise." });
  });

  it("from the server disappear when their field changes", () => {
    expect(remainingErrors({ sku: "Déjà prise." }, new Set(), {}, "brand")).toHaveProperty("sku");
    expect(remainingErrors({ sku: "Déjà prise." }, new Set(), {}, "sku")).toEqual({});
    const row = { "variations.0.values.1.sku": "Déjà prise." };
    expect(remainingErrors(row, new Set(), {}, "variations")).toEqual({});
  });

  it("do not gain new errors of other fields", () => {
    expect(remainingErrors({ name: "x" }, checked, { name: "x", slug: "y" }, "slug")).toEqual({
      name: "x",
    });
  });

  it("are dropped with rows that moved", () => {
    expect(withoutField({ "facts.1.name": "x", facts: "y", name: "z" }, "facts")).toEqual({
      name: "z",
    });
  });

  it("are mapped to the names of the form fields", () => {
    const variations = [{ name: "Taille", nameAr: "", values: [EMPTY_VALUE, EMPTY_VALUE] }];
    expect(
      toFormErrors({ "variations.1.sku": "x", name: "y" }, { ...complete, variations }),
    ).toEqual({ "variations.0.values.1.sku": "x", name: "y" });
  });
});
