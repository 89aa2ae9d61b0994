import { beforeAll, describe, expect, it } from "vitest";
import { POST as preview } from "@/app/api/admin/products/bulk/preview/route";
import { GET as grid } from "@/app/api/admin/products/grid/route";
import { GridProducts } from "@/domain/catalogue/product-list/grid-schema";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildProducts,
  buildVariationInput,
} from "../../../support/build";
import {
  changeInBulk,
  previewBulk,
  readItems,
  requestBulkChange,
  undoInBulk,
} from "../../../support/bulk-changes";
import { call } from "../../../support/call";
import { createPublishedProduct, getProductForEdit, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

const withImage = { images: { create: buildImageInput() } };
const percent = (value: string, more: object = {}) => ({
  price: { mode: "PERCENT", value, ...more },
});

describe("A bulk change", () => {
  it("of prices writes products, versions, audit entries and items, and its undo restores them", async () => {
    const category = await buildCategory();
    const priced = await buildProduct({
      ...withImage,
      categoryId: category.id,
      name: "Avec prix",
      basePrice: "129.50",
      images: { create: buildImageInput() },
      variations: {
        create: [
          buildVariationInput("Format", "30", { priceModifier: "0" }),
          buildVariationInput("Format", "60", { priceModifier: "20.50" }),
        ],
      },
    });
    const onRequest = await buildProduct({
      categoryId: category.id,
      name: "Sur demande",
      basePrice: null,
      priceOnRequest: true,
      images: { create: buildImageInput() },
    });
    const selection = { filter: { categoryId: category.id }, total: 2 };
    const changes = percent("-10", { variations: true, rounding: "0.05" });
    const seen = await previewBulk(staff, { selection, changes });
    expect(seen).toMatchObject({ total: 2, changed: 1, excluded: 1, unchanged: 0 });
    expect(seen.reasons).toEqual([{ reason: "Son prix est sur demande.", count: 1 }]);
    const lines = [
      { field: "basePrice", detail: null, before: "129.50", after: "116.55" },
      { field: "price", detail: "Format : 30", before: "129.50", after: "116.55" },
      { field: "price", detail: "Format : 60", before: "150.00", after: "135.00" },
    ];
    expect(seen.rows.find(({ id }) => id === priced.id)?.changes).toEqual(lines);

    const operation = await changeInBulk(staff, { selection, changes });
    expect(operation).toMatchObject({
      kind: "BULK",
      state: "APPLIED",
      title: "Prix −10 %, arrondi à 0,05, variations comprises",
      userName: staff.username,
      total: 2,
      changed: 1,
      skipped: 1,
    });
    const after = await getProductForEdit(staff, priced.id);
    expect(after).toMatchObject({ basePrice: "116.55", version: 2 });
    expect(
      after.variations.map(({ priceModifier }: { priceModifier: string }) => priceModifier),
    ).toEqual(["0.00", "18.45"]);
    expect(await db.product.findUnique({ where: { id: priced.id } })).toMatchObject({
      priceUpdatedAt: expect.any(Date),
    });
    expect(await readItems(staff, operation.id)).toMatchObject([
      { label: "Avec prix", state: "APPLIED", changes: lines },
      { productId: onRequest.id, state: "SKIPPED", problems: [{ field: "basePrice" }] },
    ]);
    const versions = await db.productVersion.findMany({
      where: { productId: priced.id },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, "EDIT"],
      [2, "BULK"],
    ]);
    const entries = await db.auditLog.findMany({ where: { requestId: operation.id } });
    expect(entries).toMatchObject([
      {
        action: "update_product_in_bulk",
        entityId: priced.id,
        userName: staff.username,
        changes: { basePrice: { before: "129.50", after: "116.55" } },
      },
    ]);

    const undone = await undoInBulk(staff, operation.id);
    expect(undone).toMatchObject({ state: "UNDONE", undone: 1, notUndone: 0, undoUntil: null });
    expect(await getProductForEdit(staff, priced.id)).toMatchObject({
      basePrice: "129.50",
      version: 3,
      variations: [{ priceModifier: "0.00" }, { priceModifier: "20.50" }],
    });
  });

  it("changes every other field by the rules of a save", async () => {
    const category = await buildCategory({ name: "Robinetterie" });
    const fields = {
      status: "DRAFT" as const,
      facts: [
        { name: "Poids", value: "2 kg" },
        { name: "Matière", value: "Laiton", nameAr: "المادة" },
      ],
    };
    const full = await buildProduct({
      ...fields,
      images: { create: buildImageInput() },
      variations: { create: [buildVariationInput("Format", "30", { stock: 4 })] },
    });
    const bare = await buildProduct({ ...fields, description: "Court" });
    const ids = [full.id, bare.id];
    await changeInBulk(staff, {
      selection: { ids },
      changes: {
        categoryId: category.id,
        brand: " Grohe ",
        saleUnit: "BOX",
        availability: "ON_ORDER",
        isFeatured: true,
        isNew: true,
        facts: { mode: "SET", fact: { name: "matière", value: "Inox" } },
      },
    });
    const expected = {
      categoryId: category.id,
      brand: "Grohe",
      saleUnit: "BOX",
      availability: "ON_ORDER",
      isFeatured: true,
      isNew: true,
      facts: [
        { name: "Poids", value: "2 kg" },
        { name: "Matière", value: "Inox", nameAr: "المادة" },
      ],
    };
    for (const id of ids) expect(await getProductForEdit(staff, id)).toMatchObject(expected);

    const published = await changeInBulk(staff, {
      selection: { ids },
      changes: { status: "ACTIVE", stock: { mode: "ADD", value: -1 } },
    });
    expect(published).toMatchObject({ changed: 1, skipped: 1 });
    const [skipped] = await readItems(staff, published.id, "state=SKIPPED");
    expect(skipped).toMatchObject({
      productId: bare.id,
      problems: [{ field: "stock", message: "Son stock n'est pas suivi." }],
    });
    expect(await getProductForEdit(staff, full.id)).toMatchObject({
      chip: "PUBLISHED",
      variations: [{ stock: 3 }],
    });
  });

  it.each([
    [{ mode: "REMOVE", name: "Poids" }, [{ name: "Matière", value: "Laiton" }], []],
    [{ mode: "REMOVE", name: "Couleur" }, null, ["Il n'a pas la caractéristique « Couleur »."]],
    [
      { mode: "REPLACE", fact: { name: "Poids", value: "3 kg" }, from: "2 kg" },
      [
        { name: "Poids", value: "3 kg" },
        { name: "Matière", value: "Laiton" },
      ],
      [],
    ],
    [
      { mode: "REPLACE", fact: { name: "Poids", value: "3 kg" }, from: "1 kg" },
      null,
      ["« Poids » n'y vaut pas « 1 kg »."],
    ],
  ])("of characteristics: %o", async (facts, expected, reasons) => {
    const stored = [
      { name: "Poids", value: "2 kg" },
      { name: "Matière", value: "Laiton" },
    ];
    const { id } = await buildProduct({ facts: stored, status: "DRAFT" });
    const body = { selection: { ids: [id] }, changes: { facts } };
    expect((await previewBulk(staff, body)).rows[0]?.reasons).toEqual(reasons);
    await changeInBulk(staff, body);
    expect((await getProductForEdit(staff, id)).facts).toEqual(expected ?? stored);
  });

  it("changes what customers see and the pending changes, and leaves both apart", async () => {
    const product = await createPublishedProduct(staff, { basePrice: "100" });
    await saveProduct(staff, product.id, {
      version: product.version,
      saveAs: "DRAFT",
      basePrice: "200",
      name: "Un nom en attente",
    });
    const operation = await changeInBulk(staff, {
      selection: { ids: [product.id] },
      changes: percent("-50"),
    });
    expect(operation).toMatchObject({ changed: 1 });
    expect(await db.product.findUnique({ where: { id: product.id } })).toMatchObject({
      name: "Évier inox",
      draft: { basePrice: "100.00", name: "Un nom en attente" },
    });
    const { basePrice } = await db.product.findUniqueOrThrow({ where: { id: product.id } });
    expect(basePrice?.toFixed(2)).toBe("50.00");
    await undoInBulk(staff, operation.id);
    expect(await db.product.findUnique({ where: { id: product.id } })).toMatchObject({
      draft: { basePrice: "200.00", name: "Un nom en attente" },
    });
  });

  it("does nothing for products that have the value already", async () => {
    const { id } = await buildProduct({ ...withImage, isNew: true });
    const operation = await changeInBulk(staff, {
      selection: { ids: [id] },
      changes: { isNew: true },
    });
    expect(operation).toMatchObject({ state: "APPLIED", unchanged: 1, undoUntil: null });
    expect(await db.productVersion.count({ where: { productId: id } })).toBe(0);
  });

  it("needs a confirmation for a very high price", async () => {
    const { id } = await buildProduct({ images: { create: buildImageInput() } });
    const body = (more: object) => ({
      selection: { ids: [id] },
      changes: { price: { mode: "SET", value: "2000000", ...more } },
    });
    expect(await changeInBulk(staff, body({}))).toMatchObject({ skipped: 1 });
    expect(await changeInBulk(staff, body({ confirmHighPrice: true }))).toMatchObject({
      changed: 1,
    });
  });

  it("counts the products again, and refuses when their number moved", async () => {
    const { id: categoryId } = await buildCategory();
    for (let i = 0; i < 3; i++) await buildProduct({ categoryId });
    const body = { selection: { filter: { categoryId }, total: 2 }, changes: { isNew: true } };
    expect((await previewBulk(staff, body)).total).toBe(3);
    const { status, body: answer } = await requestBulkChange(staff, body);
    expect([status, answer?.error.details]).toEqual([409, { total: 3 }]);
    expect(await db.productOperation.count({ where: { total: 3 } })).toBe(0);
  });

  it.each([
    ["no change", {}],
    ["an unknown field", { colour: "red" }],
    ["a negative price", { price: { mode: "SET", value: "-1" } }],
    ["more than everything", percent("-100.01")],
    ["an amount in words", percent("dix")],
    ["thousands that may be decimals", { price: { mode: "SET", value: "1.500" } }],
    ["limits in the wrong order", percent("1", { min: "10", max: "5" })],
    ["a category that does not exist", { categoryId: "nowhere" }],
    ["a fraction of a piece", { stock: { mode: "ADD", value: 0.5 } }],
    ["NUL", { brand: "a\0b" }],
    ["a fact without a name", { facts: { mode: "SET", fact: { name: " ", value: "x" } } }],
  ])("refuses %s", async (_, changes) => {
    const { id } = await buildProduct();
    const selection = { ids: [id] };
    const before = await db.productOperation.count();
    expect((await requestBulkChange(staff, { selection, changes })).status).toBe(400);
    const body = { selection, changes };
    expect((await call(preview, { method: "POST", as: staff, body })).status).toBe(400);
    expect(await db.productOperation.count()).toBe(before);
  });
});

describe("The preview of a bulk change", () => {
  it("sends as many statements for 1,000 products as for 10, and changes nothing", async () => {
    const counts = [];
    for (const size of [10, 1_000]) {
      const { id: categoryId } = await buildCategory();
      await db.$executeRaw`
        INSERT INTO "Product" ("id", "slug", "name", "description", "categoryId", "basePrice", "status")
        SELECT ${categoryId} || n, ${categoryId} || '-' || n, 'Produit ' || n, 'Une description assez longue.', ${categoryId}, 10 + n, 'DRAFT'
        FROM generate_series(1, ${size}) AS n`;
      const body = {
        selection: { filter: { categoryId }, total: size },
        changes: { ...percent("-40", { variations: true }), categoryId },
      };
      let answer: Awaited<ReturnType<typeof previewBulk>> | undefined;
      const statements = await recordStatements(async () => {
        answer = await previewBulk(staff, body);
      });
      expect(answer).toMatchObject({ total: size, changed: size, bigPriceMoves: size });
      expect(answer?.rows).toHaveLength(Math.min(size, 50));
      counts.push(statements.length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThan(8);
  });
});

describe("GET /api/admin/products/grid", () => {
  it("reads all products of a filter with their variations, in as many statements for 200 as for 1", async () => {
    const counts = [];
    for (const size of [1, 200]) {
      const { id: categoryId } = await buildCategory();
      const { id } = await buildProduct({
        categoryId,
        name: "A",
        variations: { create: buildVariationInput("Format", "30", { priceModifier: "5" }) },
      });
      await buildProducts(size - 1, categoryId);
      await buildProduct({ categoryId, deletedAt: new Date() });
      let answer: Awaited<ReturnType<typeof call>> | undefined;
      const statements = await recordStatements(async () => {
        answer = await call(grid, { as: staff, query: `categoryId=${categoryId}` });
      });
      const { products, hasMore } = GridProducts.parse(answer?.body?.data);
      expect([products.length, hasMore]).toEqual([size, false]);
      expect(products[0]).toMatchObject({
        id,
        basePrice: "100.00",
        hasDraft: false,
        variations: [{ value: "30", priceModifier: "5.00", stock: 5 }],
      });
      counts.push(statements.length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect((await call(grid, { as: staff, query: "colour=red" })).status).toBe(400);
  });
});
