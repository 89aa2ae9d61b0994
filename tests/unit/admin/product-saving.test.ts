import { describe, expect, it } from "vitest";
import { draftKey } from "@/app/admin/(panel)/products/_form/local-draft";
import { NEW_PRODUCT } from "@/app/admin/(panel)/products/_form/product-values";
import { creationBody, editBody } from "@/app/admin/(panel)/products/_form/save-intent";
import { indented, optionsOf } from "@/app/admin/(panel)/products/category-option";
import { describeValue, plainText } from "@/app/admin/(panel)/products/describe-value";
import { ProductPatch } from "@/domain/catalogue/products/input";

const base = { ...NEW_PRODUCT, name: "Sable", categoryId: "c1", slug: "sable" };
const edit = { base, values: base, version: 4, withoutRedirect: false };
const renamed = { ...edit, values: { ...base, name: "Sable fin" } };

describe("what a button sends", () => {
  it("creates a draft, or a published product where that is asked", () => {
    expect(creationBody("create", base).status).toBe("DRAFT");
    expect(creationBody("publish", base).status).toBe("ACTIVE");
  });

  it("is nothing when nothing changed and nothing is to be shown", () => {
    expect(editBody("save", edit)).toBeNull();
    expect(editBody("draft", edit)).toBeNull();
  });

  it("publishes what waits in a draft without any change", () => {
    expect(editBody("live", edit)).toEqual({ version: 4, saveAs: "LIVE" });
    expect(editBody("publish", edit)).toEqual({ version: 4, status: "ACTIVE" });
  });

  it("throws the draft away, whatever stands in the fields", () => {
    expect(editBody("discard", renamed)).toEqual({ version: 4, discardDraft: true });
  });

  it("keeps changes from customers where that is asked", () => {
    expect(editBody("draft", renamed)).toEqual({ version: 4, name: "Sable fin", saveAs: "DRAFT" });
  });

  it("speaks of the redirect only when the address changes", () => {
    expect(editBody("save", { ...renamed, withoutRedirect: true })).not.toHaveProperty(
      "withoutRedirect",
    );
    const moved = { ...edit, values: { ...base, slug: "sable-fin" }, withoutRedirect: true };
    expect(editBody("save", moved)).toEqual({
      version: 4,
      slug: "sable-fin",
      withoutRedirect: true,
    });
  });

  it("is accepted by the route's own schema", () => {
    for (const intent of ["save", "publish", "live", "draft", "discard"] as const) {
      expect(ProductPatch.safeParse(editBody(intent, renamed)).success).toBe(true);
    }
  });
});

describe("values as people write them", () => {
  const categories = [{ id: "c1", name: "Carrelage", depth: 1, isHidden: false }];

  it("names categories, statuses and prices", () => {
    expect(describeValue("categoryId", "c1", categories)).toBe("Carrelage");
    expect(describeValue("status", "INACTIVE", [])).toBe("Masqué");
    expect(describeValue("isNew", true, [])).toBe("Oui");
    expect(describeValue("brand", null, [])).toBe("(vide)");
    expect(describeValue("basePrice", "12.50", [])).toMatch(/^12,50.MAD$/);
  });

  it("writes a variation a line", () => {
    const rows = [
      { name: "Couleur", value: "Noir", stock: 3, priceModifier: "0.00", isActive: true },
      { name: "Couleur", value: "Blanc", stock: 0, priceModifier: "15.00", sku: "B-1" },
      { name: "Couleur", value: "Gris", stock: null, priceModifier: "0.00" },
    ];
    const [first, second, third] = describeValue("variations", rows, []).split("\n");
    expect(first).toBe("Couleur : Noir · stock 3");
    expect(second).toMatch(/^Couleur : Blanc · réf. B-1 · écart 15.MAD · stock 0$/);
    expect(third).toBe("Couleur : Gris · stock non suivi");
  });

  it("reads rich text as words alone", () => {
    expect(plainText("<h3>Pose</h3><ul><li>Colle &amp; joint</li></ul>")).toBe(
      "Pose\nColle & joint",
    );
  });

  it("shows the levels of the tree in a native select", () => {
    expect(indented({ name: "Sol", depth: 2 })).toBe(`${"\u00a0".repeat(6)}Sol`);
  });

  it("knows how deep a category lies, and which are hidden", () => {
    const placed = { isActive: true, parentId: null };
    const options = optionsOf([
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

  it("keeps what two people type on one computer apart", () => {
    expect(draftKey("u1", "p1")).not.toBe(draftKey("u2", "p1"));
    expect(draftKey("u1", null)).not.toBe(draftKey("u1", "p1"));
  });
});
