import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  ACTION_CHOICES,
  actionLabel,
  entityName,
  fieldLabel,
  sentenceOf,
} from "@/domain/audit/labels";
import { valueText } from "@/domain/audit/value-text";

const entry = (action: string, entityType = "Product", entityLabel: string | null = "Zellige") => ({
  action,
  entityType,
  entityLabel,
});

describe("the journal's sentences", () => {
  it.each([
    [entry("update_product"), "a modifié le produit «\u00a0Zellige\u00a0»"],
    [
      entry("publish_product_changes"),
      "a publié les modifications du produit «\u00a0Zellige\u00a0»",
    ],
    [entry("delete_category", "Category", "Sols"), "a supprimé la catégorie «\u00a0Sols\u00a0»"],
    [entry("change_role", "User", "fatima"), "a changé le rôle de «\u00a0fatima\u00a0»"],
    [entry("invite_user", "User", "fatima"), "a invité «\u00a0fatima\u00a0»"],
    [entry("update_settings", "Setting", "Réglages"), "a modifié les réglages"],
    [entry("reorder_categories", "Category", null), "a réordonné les catégories"],
    [entry("sign_in", "User", "fatima"), "s'est connecté"],
    [entry("enable_second_factor", "User", "fatima"), "a activé sa double authentification"],
    [entry("enable_user", "User", "fatima"), "a réactivé le compte de «\u00a0fatima\u00a0»"],
    [entry("count_stars", "Star", "Vénus"), "a fait « count stars » sur Star «\u00a0Vénus\u00a0»"],
  ])("%o", (given, expected) => {
    expect(sentenceOf(given)).toBe(expected);
  });

  it("exist for every action and every kind of thing that the code writes", () => {
    const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`src/domain/${file}`, "utf8"));
    const written = (pattern: RegExp) =>
      files.flatMap((text) => [...text.matchAll(pattern)].map(([, word = ""]) => word));
    const actions = written(/action: "([a-z_]+)"/g);
    expect(actions.length).toBeGreaterThan(15);
    expect(actions.filter((action) => actionLabel(action).includes("«"))).toEqual([]);
    const things = written(/entityType: "([A-Za-z]+)"/g);
    expect(things.filter((thing) => entityName(thing) === thing)).toEqual([]);
  });

  it("offer each action once, in words", () => {
    const labels = ACTION_CHOICES.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain("Créé (produit)");
    expect(labels).toContain("S'est connecté");
  });
});

describe("the journal's values", () => {
  it.each([
    [null, "vide"],
    ["", "vide"],
    [true, "oui"],
    [false, "non"],
    [12, "12"],
    ["DRAFT", "Brouillon"],
    ["SUPER_ADMIN", "Propriétaire"],
    ["cat-1", "Sols"],
    ["<p>Un <b>grès</b></p>", "Un grès"],
    ["2026-11-22T17:30:00.000Z", "22 nov. 2026, 17:30"],
    [[], "aucun"],
    [["a", "b"], "a ; b"],
    [[{ id: "x", name: "Taille", value: "60", sku: null }], "Nom : Taille, Valeur : 60"],
    [{ order: 0 }, "Ordre : 0"],
  ])("%j reads “%s”", (value, expected) => {
    expect(valueText("other", value, { "cat-1": "Sols" })).toBe(expected);
  });

  it("are prices where they are prices", () => {
    expect(valueText("basePrice", "99.50")).toMatch(/^99,50\sMAD$/);
    expect(valueText("variations", [{ value: "60", priceModifier: "-15.00" }])).toMatch(
      /^Valeur : 60, Écart de prix : -15\sMAD$/,
    );
    expect(valueText("basePrice", null)).toBe("vide");
    expect(valueText("sku", "99.50")).toBe("99.50");
  });

  it("are cut where they would fill the page", () => {
    expect(valueText("description", "x".repeat(1_000))).toHaveLength(401);
  });

  it("stand under a name in French, and a field that has none under its own", () => {
    expect([fieldLabel("basePrice"), fieldLabel("other")]).toEqual(["Prix", "other"]);
  });
});
