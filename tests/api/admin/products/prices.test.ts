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

describe("prices that are refused", () => {
  it.each([
    ["one modifier below the price", [size("60", "-100,01")], ["0"]],
    [
      "modifiers of two groups that are below it together",
      [size("60", "-60"), size("80", "0"), colour("Noir", "-50"), colour("Blanc", "10")],
      ["0", "2"],
    ],
    ["a sum that the database cannot hold", [size("60", "99999999")], ["0"]],
  ])("%s", async (_, variations, rows) => {
    const { status, body } = await createProduct(owner, { basePrice: "100", variations });
    expect(status).toBe(400);
    expect(Object.keys(body?.error.details)).toEqual(
      rows.map((row) => `variations.${row}.priceModifier`),
    );
    expect(Object.values(body?.error.details)[0]).toMatch(/^Avec cet écart, le prix/);
  });

  it("takes the price down to zero, and leaves what is not offered out of the sum", async () => {
    const variations = [size("60", "-100"), size("80", "-200", { isActive: false })];
    const { status } = await createProduct(owner, { basePrice: "100", variations });
    expect(status).toBe(201);
  });

  it("a base price that the modifiers are too much for, and a row that is offered again", async () => {
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

  it("leaves alone a price that stood there before, while something else is edited", async () => {
    const { id } = await buildProduct({
      basePrice: "10",
      status: "DRAFT",
      variations: { create: buildVariationInput("Taille", "60", { priceModifier: "-20" }) },
    });
    expect((await saveProduct(owner, id, { version: 1, name: "Autre nom" })).status).toBe(200);
  });
});

describe("a very high price", () => {
  it("is asked about, and taken once it is confirmed", async () => {
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

  it("is asked about in an edit, a modifier's too, and not again while it stays", async () => {
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

  it("as high as it may be is read by every list, and above it by none", async () => {
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

  it("sums of stock and prices of raw rows take no list down", async () => {
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

describe("a stock", () => {
  it("is not tracked unless somebody counts it, and zero stays zero", async () => {
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

  it("can be emptied again", async () => {
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

describe("a price that nobody typed", () => {
  const PRICE_MISSING = { basePrice: "Indiquez un prix, ou cochez « Prix sur demande »." };

  it("keeps a product from being published, unless it is on request", async () => {
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
    const { body: answer } = await call(bulk, { method: "POST", as: owner, body });
    expect(answer?.data.skipped).toMatchObject([{ reason: PRICE_MISSING.basePrice }]);
  });

  it("is not taken away from a product that customers see", async () => {
    const { id } = await createPublishedProduct(owner);
    const refused = await saveProduct(owner, id, { version: 1, basePrice: "" });
    expect([refused.status, refused.body?.error.details]).toEqual([400, PRICE_MISSING]);
  });

  it("does not stop other edits of a product that was published without one", async () => {
    const { id } = await buildProduct({ basePrice: null, images: { create: buildImageInput() } });
    expect((await saveProduct(owner, id, { version: 1, brand: "Draa" })).status).toBe(200);
  });
});
