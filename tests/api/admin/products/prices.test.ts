import { beforeEach, describe, expect, it } from "vitest";
import { POST as bulk } from "@/app/api/admin/products/bulk/route";
import { GET as list } from "@/app/api/public/products/route";
import { db } from "@/lib/db";
import {
  buildImageInput,
  buildProduct,
  buildUpload,
  buildVariationInput,
} from "../../../support/build";
import { call } from "../../../support/call";
import { createProduct, createPublishedProduct, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let owner: Awaited<ReturnType<typeof buildStaff>>;
beforeEach(async () => {
  owner = await buildStaff("SUPER_ADMIN");
});

const size = (value: string, priceModifier: string, more: object = {}) => ({
  name: "Taille",
  value,
  priceModifier,
  ...more,
});
const colour = (value: string, priceModifier: string) => ({
  name: "Couleur",
  value,
  priceModifier,
});

describe("Rejected prices:", () => {
  it.each([
    ["one modifier below the price", [size("60", "-100,01")], ["0"]],
    [
      "modifiers of two groups with a sum below the price",
      [size("60", "-60"), size("80", "0"), colour("Noir", "-50"), colour("Blanc", "10")],
      ["0", "2"],
    ],
    ["a sum that overflows the column", [size("60", "99999999")], ["0"]],
  ])("%s", async (_, variations, rows) => {
    const { status, body } = await createProduct(owner, { basePrice: "100", variations });
    expect(status).toBe(400);
    expect(Object.keys(body?.error.details)).toEqual(
      rows.map((row) => `variations.${row}.priceModifier`),
    );
    expect(Object.values(body?.error.details)[0]).toMatch(/^Avec cet écart, le prix/);
  });

  it("a total below zero: zero is accepted, and unavailable variations do not count", async () => {
    const variations = [size("60", "-100"), size("80", "-200", { isActive: false })];
    const { status } = await createProduct(owner, { basePrice: "100", variations });
    expect(status).toBe(201);
  });

  it("a base price below the sum of its modifiers, and a variation that becomes available again", async () => {
    const { product } = await createProduct(owner, {
      basePrice: "100",
      variations: [size("60", "-40"), size("80", "-200", { isActive: false })],
    });
    const cheaper = await saveProduct(owner, product.id, { version: 1, basePrice: "30" });
    expect(cheaper.body?.error.details).toHaveProperty(["variations.0.priceModifier"]);
    const [first, second] = product.variations;
    const offered = [first, { ...second, isActive: true }];
    const again = await saveProduct(owner, product.id, { version: 1, variations: offered });
    expect(again.body?.error.details).toHaveProperty(["variations.1.priceModifier"]);
  });

  it("an existing invalid price does not block other edits", async () => {
    const { id } = await buildProduct({
      basePrice: "10",
      status: "DRAFT",
      variations: { create: buildVariationInput("Taille", "60", { priceModifier: "-20" }) },
    });
    expect((await saveProduct(owner, id, { version: 1, name: "Autre nom" })).status).toBe(200);
  });
});

describe("A very high price", () => {
  it("requires a confirmation, and is stored when confirmed", async () => {
    const asked = await createProduct(owner, { basePrice: "1 500 000" });
    expect(asked.status).toBe(400);
    expect(asked.body?.error.details.confirmHighPrice.replace(/\s/g, " ")).toBe(
      "1 500 000 MAD, est-ce bien le prix ?",
    );
    const confirmed = await createProduct(owner, {
      basePrice: "1 500 000",
      confirmHighPrice: true,
    });
    expect(confirmed.status).toBe(201);
    expect(confirmed.product.basePrice).toBe("1500000.00");
  });

  it("requires a confirmation in an edit, also as a modifier, and not again while it is unchanged", async () => {
    const { product } = await createProduct(owner, { basePrice: "1000000" });
    const id = product.id;
    const asked = await saveProduct(owner, id, { version: 1, basePrice: "1000000,01" });
    expect(asked.body?.error.details).toHaveProperty("confirmHighPrice");
    const variations = [size("60", "0"), size("80", "0,01")];
    const modified = await saveProduct(owner, id, { version: 1, variations });
    expect(modified.body?.error.details).toHaveProperty("confirmHighPrice");
    const confirmed = await saveProduct(owner, id, {
      version: 1,
      variations,
      confirmHighPrice: true,
    });
    expect(confirmed.status).toBe(200);
    expect((await saveProduct(owner, id, { version: 2, name: "Autre nom" })).status).toBe(200);
  });

  it("is readable by every list up to the maximum, and rejected above it", async () => {
    const product = await createPublishedProduct(owner, {
      basePrice: "99 999 999,99",
      confirmHighPrice: true,
    });
    const read = await call(list, { query: "maxPrice=99999999,99&sort=price_desc" });
    expect(read.status).toBe(200);
    expect(read.body?.data[0]).toMatchObject({ slug: product.slug, price: "99999999.99" });
    expect(read.body?.facets.price.max).toBe("99999999.99");
    const beyond = await call(list, { query: "maxPrice=100000000" });
    expect(beyond.body?.error.details.maxPrice).toBe("Ce prix est trop grand.");
    const refused = await createProduct(owner, {
      basePrice: "100000000",
      confirmHighPrice: true,
    });
    expect(refused.body?.error.details.basePrice).toBe("Ce prix est trop grand.");
  });

  it("sums of stock and prices of raw rows break no list", async () => {
    const most = { stock: 1_000_000, priceModifier: "99999999.99" };
    await buildProduct({
      basePrice: "99999999.99",
      variations: {
        create: Array.from({ length: 200 }, (_, i) =>
          buildVariationInput(`Option ${i}`, "a", most),
        ),
      },
    });
    expect((await call(list, { query: "sort=price_asc" })).status).toBe(200);
  });
});

describe("A stock", () => {
  it("is untracked until staff enter a count, and zero is stored as zero", async () => {
    const { product } = await createProduct(owner, {
      variations: [size("60", "0"), size("80", "0", { stock: "" }), size("90", "0", { stock: 0 })],
    });
    expect(product.variations.map(({ stock }: { stock: number | null }) => stock)).toEqual([
      null,
      null,
      0,
    ]);
    const rows = await db.productVariation.findMany({
      where: { productId: product.id },
      orderBy: { order: "asc" },
    });
    expect(rows.map(({ stock }) => stock)).toEqual([null, null, 0]);
  });

  it("can be cleared again", async () => {
    const { product } = await createProduct(owner, {
      variations: [size("60", "0", { stock: 4 })],
    });
    const [row] = product.variations;
    const emptied = await saveProduct(owner, product.id, {
      version: 1,
      variations: [{ ...row, stock: null }],
    });
    expect(emptied.product.variations[0].stock).toBeNull();
  });
});

describe("A missing price", () => {
  const PRICE_MISSING = { basePrice: "Indiquez un prix, ou cochez « Prix sur demande »." };

  it("prevents publication, unless the price is on request", async () => {
    const { url } = await buildUpload();
    const product = { images: [{ url }], status: "ACTIVE", basePrice: "" };
    const refused = await createProduct(owner, product);
    expect([refused.status, refused.body?.error.details]).toEqual([400, PRICE_MISSING]);
    expect((await createProduct(owner, { ...product, priceOnRequest: true })).status).toBe(201);
    const draft = await buildProduct({
      status: "DRAFT",
      basePrice: null,
      images: { create: buildImageInput() },
    });
    const body = { selection: { ids: [draft.id] }, action: "publish" };
    const { body: response } = await call(bulk, { method: "POST", as: owner, body });
    expect(response?.data.skipped).toMatchObject([{ reason: PRICE_MISSING.basePrice }]);
  });

  it("cannot replace the price of a published product", async () => {
    const { id } = await createPublishedProduct(owner);
    const refused = await saveProduct(owner, id, { version: 1, basePrice: "" });
    expect([refused.status, refused.body?.error.details]).toEqual([400, PRICE_MISSING]);
  });

  it("does not block other edits of a product that was published without one", async () => {
    const { id } = await buildProduct({ basePrice: null, images: { create: buildImageInput() } });
    expect((await saveProduct(owner, id, { version: 1, brand: "Draa" })).status).toBe(200);
  });
});
