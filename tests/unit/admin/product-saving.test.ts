import { describe, expect, it } from "vitest";
import { NEW_PRODUCT } from "@/app/admin/(signed-in)/products/_form/product-values";
import { getDraftKey } from "@/app/admin/(signed-in)/products/_form/save/local-draft";
import { toCreateBody, toEditBody } from "@/app/admin/(signed-in)/products/_form/save/save-intent";
import {
  toCategoryOptions,
  toIndentedLabel,
} from "@/app/admin/(signed-in)/products/category-option";
import { formatFieldValue, toPlainText } from "@/app/admin/(signed-in)/products/format-field-value";
import { ProductPatch } from "@/domain/catalogue/products/input";

const base = { ...NEW_PRODUCT, name: "Sable", categoryId: "c1", slug: "sable" };
const edit = { base, values: base, version: 4, withoutRedirect: false };
const renamed = { ...edit, values: { ...base, name: "Sable fin" } };

describe("The request of a save button", () => {
  it("creates a draft, or a published product when requested", () => {
    expect(toCreateBody("create", base).status).toBe("DRAFT");
    expect(toCreateBody("publish", base).status).toBe("ACTIVE");
  });

  it("is omitted when nothing changed and nothing is to be published", () => {
    expect(toEditBody("save", edit)).toBeNull();
    expect(toEditBody("draft", edit)).toBeNull();
  });

  it("publishes a pending draft without further changes", () => {
    expect(toEditBody("live", edit)).toEqual({ version: 4, saveAs: "LIVE" });
    expect(toEditBody("publish", edit)).toEqual({ version: 4, status: "ACTIVE" });
  });

  it("discards the draft, whatever the fields contain", () => {
    expect(toEditBody("discard", renamed)).toEqual({ version: 4, discardDraft: true });
  });

  it("stores changes as a draft when requested", () => {
    expect(toEditBody("draft", renamed)).toEqual({
      version: 4,
      name: "Sable fin",
      saveAs: "DRAFT",
    });
  });

  it("mentions the redirect only when the slug changes", () => {
    const body = toEditBody("save", { ...renamed, withoutRedirect: true });
    expect(body?.withoutRedirect).toBeUndefined();
    const moved = { ...edit, values: { ...base, slug: "sable-fin" }, withoutRedirect: true };
    expect(toEditBody("save", moved)).toEqual({
      version: 4,
      slug: "sable-fin",
      withoutRedirect: true,
    });
  });

  it("is accepted by the route's schema", () => {
    for (const intent of ["save", "publish", "live", "draft", "discard"] as const) {
      expect(ProductPatch.safeParse(toEditBody(intent, renamed)).success).toBe(true);
    }
  });
});

describe("Formatted values", () => {
  const categories = [{ id: "c1", name: "Carrelage", depth: 1, isHidden: false }];

  it("name categories, statuses and prices", () => {
    expect(formatFieldValue("categoryId", "c1", categories)).toBe("Carrelage");
    expect(formatFieldValue("status", "INACTIVE", [])).toBe("Masqué");
    expect(formatFieldValue("isNew", true, [])).toBe("Oui");
    expect(formatFieldValue("brand", null, [])).toBe("(vide)");
    expect(formatFieldValue("basePrice", "12.50", [])).toMatch(/^12,50.MAD$/);
  });

  it("show one variation per line", () => {
    const rows = [
      { name: "Couleur", value: "Noir", stock: 3, priceModifier: "0.00", isActive: true },
      { name: "Couleur", value: "Blanc", stock: 0, priceModifier: "15.00", sku: "B-1" },
      { name: "Couleur", value: "Gris", stock: null, priceModifier: "0.00" },
    ];
    const [first, second, third] = formatFieldValue("variations", rows, []).split("\n");
    expect(first).toBe("Couleur : Noir · stock 3");
    expect(second).toMatch(/^Couleur : Blanc · réf. B-1 · écart 15.MAD · stock 0$/);
    expect(third).toBe("Couleur : Gris · stock non suivi");
  });

  it("show rich text as plain words", () => {
    expect(toPlainText("<h3>Pose</h3><ul><li>Colle &amp; joint</li></ul>")).toBe(
      "Pose\nColle & joint",
    );
  });

  it("show the levels of the tree in a native select", () => {
    expect(toIndentedLabel({ name: "Sol", depth: 2 })).toBe(`${"\u00a0".repeat(6)}Sol`);
  });

  it("include the depth of a category and whether it is hidden", () => {
    const placed = { isActive: true, parentId: null };
    const options = toCategoryOptions([
      { ...placed, id: "a", name: "Sols" },
      { ...placed, id: "b", name: "Carrelage", parentId: "a", isActive: false },
      { ...placed, id: "c", name: "Grès", parentId: "b" },
      { ...placed, id: "d", name: "Murs" },
    ]);
    expect(options.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      "0 Sols",
      "1 Carrelage (masquée)",
      "2 Grès (masquée)",
      "0 Murs",
    ]);
  });

  it("separate the local drafts of two users on one computer", () => {
    expect(getDraftKey("u1", "p1")).not.toBe(getDraftKey("u2", "p1"));
    expect(getDraftKey("u1", null)).not.toBe(getDraftKey("u1", "p1"));
  });
});
