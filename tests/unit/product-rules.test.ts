import { describe, expect, it } from "vitest";
import { ProductInput, SlugInput } from "@/domain/catalogue/products/input";
import { getChangedFields, mergeEdits } from "@/domain/catalogue/products/merge";
import { findMissingForPublishing, getStatusChip } from "@/domain/catalogue/products/rules";
import { sanitizeRichText } from "@/domain/catalogue/rich-text";
import { listSlugCandidates, toSlug } from "@/domain/catalogue/slugs";
import { isSameJson } from "@/lib/same-json";

describe("slugOf", () => {
  it.each([
    ["Évier inox 60 × 40 cm", "evier-inox-60x40-cm"],
    ["Carrelage 60×60×2 (m²)", "carrelage-60x60x2-m2"],
    ["  L'œuvre d'Æsope — n° 5  ", "l-oeuvre-d-aesope-n-5"],
    ["İstanbul Straße", "istanbul-strasse"],
    ["مغسلة", "produit"],
    ["---", "produit"],
    ["Robinet مغسلة 12", "robinet-12"],
  ])("converts %j to %j", (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });

  it("always returns a valid slug that ends with a whole word", () => {
    for (const name of [
      "x".repeat(300),
      "mot ".repeat(80),
      "\u0000\ud800🙂",
      "²³½",
      "ﬁ ﬀ",
      `${"a".repeat(79)} bc`,
    ]) {
      expect(SlugInput.safeParse(toSlug(name)).success).toBe(true);
    }
    expect(toSlug("carreau ".repeat(20))).toMatch(/^(carreau-)+carreau$/);
  });

  it("numbers slugs from two", () => {
    expect(listSlugCandidates("a").slice(0, 3)).toEqual(["a", "a-2", "a-3"]);
  });
});

describe("missingForPublishing", () => {
  const complete = {
    description: "Dix lettres",
    categoryId: "c",
    images: [{}],
    basePrice: "129.00",
    priceOnRequest: false,
  };
  it("returns nothing for a complete product", () => {
    expect(findMissingForPublishing(complete)).toEqual({});
  });

  it("accepts a price on request, and a price of zero", () => {
    const onRequest = { ...complete, basePrice: null, priceOnRequest: true };
    expect(findMissingForPublishing(onRequest)).toEqual({});
    expect(findMissingForPublishing({ ...complete, basePrice: "0.00" })).toEqual({});
  });

  it("names each missing field", () => {
    const empty = {
      description: "         a",
      categoryId: "",
      images: [],
      basePrice: null,
      priceOnRequest: false,
    };
    expect(Object.keys(findMissingForPublishing(empty))).toEqual([
      "images",
      "description",
      "categoryId",
      "basePrice",
    ]);
    expect(findMissingForPublishing({ ...complete, description: "dix lettre" })).toEqual({});
    expect(findMissingForPublishing({ ...complete, description: "neuf lett" })).toHaveProperty(
      "description",
    );
  });
});

describe("chipOf", () => {
  const now = Date.UTC(2026, 10, 22);
  const [before, after] = [new Date(now - 1000).toISOString(), new Date(now + 1000).toISOString()];
  const shown = {
    status: "ACTIVE" as const,
    publishAt: before,
    unpublishAt: null,
    deletedAt: null,
    hasDraft: false,
  };
  it.each([
    ["PUBLISHED", {}],
    ["TRASH", { deletedAt: before, status: "DRAFT" as const }],
    ["DRAFT", { status: "DRAFT" as const, publishAt: after }],
    ["ARCHIVED", { status: "ARCHIVED" as const }],
    ["SCHEDULED", { publishAt: after, hasDraft: true }],
    ["SCHEDULED", { unpublishAt: after }],
    ["CHANGED", { unpublishAt: after, hasDraft: true }],
    ["INACTIVE", { unpublishAt: before, hasDraft: true }],
  ])("returns %s", (chip, fields) => {
    expect(getStatusChip({ ...shown, ...fields }, now)).toBe(chip);
  });
});

describe("mergeEdits", () => {
  const base = { name: "a", brand: "b", facts: [{ name: "x", value: "y" }] };

  it("applies the fields that only this editor changed, and leaves those that only others changed", () => {
    const current = { ...base, brand: "theirs" };
    expect(mergeEdits(base, current, { name: "mine", brand: "b" })).toEqual({
      changes: { name: "mine" },
      conflicts: {},
      theirs: ["brand"],
    });
  });

  it("reports a conflict when both changed a field, also to the same value", () => {
    const current = { ...base, name: "theirs" };
    for (const name of ["mine", "theirs"]) {
      const { changes, conflicts } = mergeEdits(base, current, { name });
      expect(changes).toEqual({});
      expect(conflicts).toEqual({ name: { base: "a", theirs: "theirs", mine: name } });
    }
  });

  it("ignores the order of keys, and treats null and missing as equal", () => {
    const mine = { facts: [{ value: "y", nameAr: null, name: "x" }] };
    expect(mergeEdits(base, base, mine).changes).toEqual({});
  });

  it("reports conflicts when the base version is unknown", () => {
    const { changes, conflicts } = mergeEdits(null, base, { name: "a", brand: "mine" });
    expect(changes).toEqual({});
    expect(conflicts).toEqual({ brand: { base: null, theirs: "b", mine: "mine" } });
  });
});

describe("changedFields and isSameJson", () => {
  it("distinguish lists by their order, and treat missing and empty text as equal", () => {
    expect(isSameJson([1, 2], [2, 1])).toBe(false);
    expect(isSameJson("", null)).toBe(false);
    expect(isSameJson(undefined, null)).toBe(true);
    expect(getChangedFields({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual({ b: 3 });
  });
});

describe("sanitizeRichText", () => {
  it.each([
    [
      "<h1>Titre</h1><p>Un <b>mot</b> <i>fort</i></p>",
      "<h3>Titre</h3><p>Un <strong>mot</strong> <em>fort</em></p>",
    ],
    ["<script>alert(1)</script><p onclick=x style=y>a</p>", "<p>a</p>"],
    ['<a href="javascript:alert(1)">a</a>', "a"],
    ['<a href="https://exemple.ma" target="_blank">a</a>', '<a href="https://exemple.ma">a</a>'],
    ['<a href="/relatif">a</a>', "a"],
    ["<table><tr><td colspan=2>1</td></tr></table>", "<table><tr><td>1</td></tr></table>"],
    ["<img src=x onerror=alert(1)>texte", "texte"],
    ["a < b & c", "a &lt; b &amp; c"],
    ["<p> </p><p>&nbsp;</p>", null],
    ["<img src=x>", null],
    [null, null],
  ])("converts %j to %j", (markup, clean) => {
    expect(sanitizeRichText(markup)).toBe(clean);
    expect(sanitizeRichText(clean)).toBe(clean);
  });
});

describe("ProductInput", () => {
  const price = (basePrice: string) =>
    ProductInput.safeParse({ name: "ab", description: "", categoryId: "c", basePrice });

  it.each([
    ["12,5", "12.50"],
    ["1 250", "1250.00"],
    ["1\u202f250,99", "1250.99"],
    ["0", "0.00"],
    ["99999999.99", "99999999.99"],
    ["١٢٫٥", "12.50"],
    ["", null],
    ["\u200b\u00a0", null],
  ])("parses the price %j as %j", (typed, expected) => {
    expect(price(typed).data?.basePrice).toBe(expected);
  });

  it.each(["-1", "1e9", "12.345", "100000000", "abc", "1.2.3", "0x10", "Infinity"])(
    "rejects the price %j",
    (typed) => {
      expect(price(typed).success).toBe(false);
    },
  );
});
