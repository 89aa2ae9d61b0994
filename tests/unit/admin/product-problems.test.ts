import { describe, expect, it } from "vitest";
import {
  remainingErrors,
  toFormErrors,
  withoutField,
} from "@/app/admin/(panel)/products/_form/form-errors";
import { EMPTY_VALUE } from "@/app/admin/(panel)/products/_form/product-options";
import { findProductProblems } from "@/app/admin/(panel)/products/_form/product-problems";
import { NEW_PRODUCT } from "@/app/admin/(panel)/products/_form/product-values";

const complete = {
  ...NEW_PRODUCT,
  name: "Sable",
  description: "Un sable fin et lavé.",
  categoryId: "c1",
  basePrice: "12,50",
  images: [{ url: "/a", altText: "", altTextAr: "", isPrimary: true, width: 4, height: 3 }],
};

describe("what is wrong with a product", () => {
  it("is told at once: the fields and what is missing for publishing", () => {
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

  it("does not ask a draft to be complete", () => {
    expect(
      findProductProblems("create", { ...NEW_PRODUCT, name: "Sable", categoryId: "c1" }),
    ).toEqual({});
    expect(findProductProblems("publish", complete)).toEqual({});
    expect(
      findProductProblems("save", { ...complete, status: "ACTIVE", images: [] }),
    ).toHaveProperty("images");
    expect(findProductProblems("draft", { ...complete, status: "ACTIVE", images: [] })).toEqual({});
  });

  it("names the value of the option that is meant", () => {
    const value = { ...EMPTY_VALUE, value: "S", stock: "-1" };
    const variations = [{ name: "", nameAr: "", values: [value] }];
    expect(Object.keys(findProductProblems("create", { ...complete, variations }))).toEqual([
      "variations.0.name",
      "variations.0.values.0.stock",
    ]);
  });

  it("is a date that cannot be read or an end before the start", () => {
    expect(findProductProblems("create", { ...complete, publishAt: "31/0" })).toHaveProperty(
      "publishAt",
    );
    const dates = { publishAt: "2026-12-02T00:00", unpublishAt: "2026-12-01T23:59" };
    expect(findProductProblems("create", { ...complete, ...dates })).toHaveProperty("unpublishAt");
  });
});

describe("errors while they are being corrected", () => {
  const refused = { name: "Donnez un nom.", unitOfSize: "Choisissez l'unité.", sku: "Déjà prise." };
  const checked = new Set(["name", "unitOfSize"]);

  it("stay until what the form can check is right", () => {
    const still = { name: "Donnez un nom plus long." };
    expect(remainingErrors(refused, checked, { ...still, unitOfSize: "x" }, "name")).toEqual({
      ...refused,
      ...still,
      unitOfSize: "x",
    });
    expect(remainingErrors(refused, checked, {}, "unitSize")).toEqual({ sku: "Déjà prise." });
  });

  it("of the server go when their field changes", () => {
    expect(remainingErrors({ sku: "Déjà prise." }, new Set(), {}, "brand")).toHaveProperty("sku");
    expect(remainingErrors({ sku: "Déjà prise." }, new Set(), {}, "sku")).toEqual({});
    const row = { "variations.0.values.1.sku": "Déjà prise." };
    expect(remainingErrors(row, new Set(), {}, "variations")).toEqual({});
  });

  it("do not add what is wrong elsewhere", () => {
    expect(remainingErrors({ name: "x" }, checked, { name: "x", slug: "y" }, "slug")).toEqual({
      name: "x",
    });
  });

  it("are dropped with the rows that moved", () => {
    expect(withoutField({ "facts.1.name": "x", facts: "y", name: "z" }, "facts")).toEqual({
      name: "z",
    });
  });

  it("stand at the names of the form's fields", () => {
    const variations = [{ name: "Taille", nameAr: "", values: [EMPTY_VALUE, EMPTY_VALUE] }];
    expect(
      toFormErrors({ "variations.1.sku": "x", name: "y" }, { ...complete, variations }),
    ).toEqual({ "variations.0.values.1.sku": "x", name: "y" });
  });
});
