import { beforeAll, describe, expect, it } from "vitest";
import { buildProduct, buildUpload } from "../../../support/build";
import { createProduct, getProductForEdit, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;
let colleague: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
  colleague = await buildStaff("ADMIN");
});

describe("Two editors of one product", () => {
  it("have changes to different fields merged, and the second editor is informed", async () => {
    const { product } = await createProduct(staff);
    await saveProduct(colleague, product.id, { version: 1, brand: "Grohe" });
    const {
      status,
      body,
      product: saved,
    } = await saveProduct(staff, product.id, {
      version: 1,
      name: "Un autre nom",
      brand: null,
    });
    expect(status).toBe(200);
    expect(saved).toMatchObject({ version: 3, name: "Un autre nom", brand: "Grohe" });
    expect(body?.data.mergedWith).toEqual({ userName: colleague.username, fields: ["brand"] });
  });

  it("see both sides of a change to the same field, also when the values are equal", async () => {
    const { product } = await createProduct(staff);
    await saveProduct(colleague, product.id, { version: 1, brand: "Grohe", name: "Le leur" });
    for (const brand of ["Roca", "Grohe"]) {
      const { status, body } = await saveProduct(staff, product.id, {
        version: 1,
        brand,
        sku: "A-1",
      });
      expect(status).toBe(409);
      expect(body?.error.details).toMatchObject({
        changedBy: colleague.username,
        current: { version: 2, brand: "Grohe", name: "Le leur" },
        fields: { brand: { base: null, theirs: "Grohe", mine: brand } },
      });
      expect(Object.keys(body?.error.details.fields)).toEqual(["brand"]);
      expect(Date.parse(body?.error.details.changedAt)).toBeGreaterThan(Date.now() - 60_000);
    }
    expect(await getProductForEdit(staff, product.id)).toMatchObject({ version: 2, sku: null });
  });

  it("get one conflict for all images and one for all variations", async () => {
    const [one, two] = [await buildUpload(), await buildUpload()];
    const { product } = await createProduct(staff, { variations: [{ name: "T", value: "1" }] });
    await saveProduct(colleague, product.id, {
      version: 1,
      images: [{ url: one.url }],
      variations: [],
    });
    const { status, body } = await saveProduct(staff, product.id, {
      version: 1,
      images: [{ url: two.url }],
      variations: [{ ...product.variations[0], stock: 3 }],
    });
    expect(status).toBe(409);
    const { fields } = body?.error.details ?? {};
    expect(Object.keys(fields).toSorted()).toEqual(["images", "variations"]);
    expect(fields.images.mine[0]).toEqual({
      url: two.url,
      altText: null,
      altTextAr: null,
      isPrimary: true,
      width: 1280,
      height: 960,
    });
  });

  it("can resolve with their own side, with the variation that the other editor removed", async () => {
    const { product } = await createProduct(staff, { variations: [{ name: "T", value: "1" }] });
    await saveProduct(colleague, product.id, { version: 1, variations: [] });
    const variations = [{ ...product.variations[0], stock: 3 }];
    expect((await saveProduct(staff, product.id, { version: 1, variations })).status).toBe(409);
    const settled = await saveProduct(staff, product.id, { version: 2, variations });
    expect([settled.status, settled.product.variations]).toEqual([200, variations]);
  });

  it("are merged on an imported product without a version", async () => {
    const { id } = await buildProduct({ status: "DRAFT" });
    await saveProduct(colleague, id, { version: 1, brand: "Grohe" });
    const { status } = await saveProduct(staff, id, { version: 1, sku: "IMPORT-1" });
    expect(status).toBe(200);
  });

  it("get a conflict on every field when the base version is no longer stored", async () => {
    const { id } = await buildProduct({ status: "DRAFT", version: 300, brand: "Roca" });
    const { status, body } = await saveProduct(staff, id, { version: 7, brand: "Grohe" });
    expect(status).toBe(409);
    expect(body?.error.details.fields).toEqual({
      brand: { base: null, theirs: "Roca", mine: "Grohe" },
    });
  });

  it("one of 20 parallel saves of one field wins and 19 get a conflict", async () => {
    const { product } = await createProduct(staff);
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        saveProduct(staff, product.id, { version: 1, brand: `B${i}` }),
      ),
    );
    const statuses = saves.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(19).fill(409)]);
    expect(await getProductForEdit(staff, product.id)).toMatchObject({ version: 2 });
  });

  it("parallel saves of different fields are all stored", async () => {
    const { product } = await createProduct(staff);
    const edits = [{ brand: "B" }, { sku: "S-1" }, { isNew: true }, { seoTitle: "T" }];
    const saves = await Promise.all(
      edits.map((edit) => saveProduct(staff, product.id, { version: 1, ...edit })),
    );
    expect(saves.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const after = await getProductForEdit(staff, product.id);
    expect(after).toMatchObject({ version: 5, brand: "B", sku: "S-1", isNew: true, seoTitle: "T" });
  });
});
