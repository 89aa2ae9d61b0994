import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/admin/products/bulk/route";
import { BulkResult } from "@/domain/catalogue/products/schema";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildProducts,
} from "../../../support/build";
import { call } from "../../../support/call";
import { createPublishedProduct, getProductForEdit, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let owner: Awaited<ReturnType<typeof buildStaff>>;
let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  owner = await buildStaff("SUPER_ADMIN");
  staff = await buildStaff("ADMIN");
});

const bulk = (as: { cookie: string }, action: string, selection: object) =>
  call(POST, { method: "POST", as, body: { action, selection } });
const complete = { images: { create: buildImageInput() } };

describe("POST /api/admin/products/bulk", () => {
  it("publishes complete products, and gives a reason for each of the others", async () => {
    const ready = await buildProduct({
      status: "DRAFT",
      publishAt: new Date(0),
      images: { create: buildImageInput() },
    });
    const bare = await buildProduct({ status: "DRAFT", description: "Court", name: "Nu" });
    const shown = await buildProduct({ images: { create: buildImageInput() }, name: "Montré" });
    const gone = await buildProduct({ deletedAt: new Date(), name: "Jeté" });
    const ids = [ready.id, bare.id, shown.id, gone.id, "nowhere"];
    const { status, body } = await bulk(staff, "publish", { ids });
    expect(status).toBe(200);
    const { changed, skipped } = BulkResult.parse(body?.data);
    expect(changed).toBe(1);
    const reasons = Object.fromEntries(skipped.map(({ id, reason }) => [id, reason]));
    expect(reasons).toEqual({
      [bare.id]: "Ajoutez au moins une image. Écrivez une description d'au moins 10 caractères.",
      [shown.id]: "Il est déjà publié.",
      [gone.id]: "Il est dans la corbeille.",
      nowhere: "Ce produit n'existe plus.",
    });
    expect(await getProductForEdit(staff, ready.id)).toMatchObject({
      chip: "PUBLISHED",
      version: 2,
    });
    expect(await getProductForEdit(staff, bare.id)).toMatchObject({ chip: "DRAFT", version: 1 });
    const entries = await db.auditLog.findMany({ where: { entityId: ready.id } });
    expect(entries).toMatchObject([
      { action: "publish_product", changes: { status: { before: "DRAFT", after: "ACTIVE" } } },
    ]);
    const versions = await db.productVersion.findMany({
      where: { productId: ready.id },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, "EDIT"],
      [2, "BULK"],
    ]);
  });

  it.each([
    ["unpublish", {}, "INACTIVE"],
    ["archive", {}, "ARCHIVED"],
    ["trash", {}, "TRASH"],
    ["restore", { deletedAt: new Date() }, "PUBLISHED"],
  ])("applies %s, and not a second time", async (action, fields, chip) => {
    const { id } = await buildProduct({ ...complete, ...fields });
    expect((await bulk(owner, action, { ids: [id, id] })).body?.data.changed).toBe(1);
    expect((await getProductForEdit(owner, id)).chip).toBe(chip);
    const again = await bulk(owner, action, { ids: [id] });
    expect([again.body?.data.changed, again.body?.data.skipped]).toMatchObject([0, [{ id }]]);
  });

  it("does not publish pending drafts", async () => {
    const product = await createPublishedProduct(staff);
    await saveProduct(staff, product.id, { version: 1, saveAs: "DRAFT", brand: "Roca" });
    const { body } = await bulk(staff, "publish", { ids: [product.id] });
    expect(body?.data.skipped[0].reason).toMatch(/changements/);
  });

  it("applies to all products that match a filter in several batches, with one audit entry each", async () => {
    const { id: categoryId } = await buildCategory();
    await buildProducts(120, categoryId);
    const filter = { categoryId, status: "PUBLISHED", sort: "name", page: "2" };
    const { status, body } = await bulk(staff, "archive", { filter, total: 118 });
    expect([status, body?.data.changed]).toEqual([200, 120]);
    const products = await db.product.findMany({ where: { categoryId }, select: { id: true } });
    const where = { action: "archive_product", entityId: { in: products.map(({ id }) => id) } };
    expect(await db.auditLog.count({ where })).toBe(120);
  });

  it("requires a new confirmation when the count changed by more than a twentieth", async () => {
    const { id: categoryId } = await buildCategory();
    await buildProducts(10, categoryId);
    const { status, body } = await bulk(staff, "archive", { filter: { categoryId }, total: 9 });
    expect([status, body?.error.details]).toEqual([409, { total: 10 }]);
    expect(await db.product.count({ where: { categoryId, status: "ACTIVE" } })).toBe(10);
  });

  it("lets only the owner move products to the trash", async () => {
    const { id } = await buildProduct();
    expect((await bulk(staff, "trash", { ids: [id] })).status).toBe(403);
    expect((await bulk(await buildStaff("VIEWER"), "archive", { ids: [id] })).status).toBe(403);
  });

  it("merges with an edit that is open in another browser", async () => {
    const product = await createPublishedProduct(staff);
    await bulk(owner, "unpublish", { ids: [product.id] });
    const { status, body } = await saveProduct(staff, product.id, { version: 1, brand: "Roca" });
    expect([status, body?.data.product.status]).toEqual([200, "INACTIVE"]);
    expect(body?.data.mergedWith).toEqual({ userName: owner.username, fields: ["status"] });
  });

  it.each([
    ["an empty list of ids", { ids: [] }],
    ["101 ids", { ids: Array(101).fill("x") }],
    ["a NUL byte", { ids: ["\0"] }],
    ["an unknown status", { filter: { status: "SOLD" }, total: 1 }],
    ["an unknown filter", { filter: { qq: "lavabo" }, total: 1 }],
    ["a NUL byte in a filter", { filter: { q: "\0" }, total: 1 }],
    ["a missing total", { filter: {} }],
  ])("rejects %s", async (_, selection) => {
    expect((await bulk(staff, "publish", selection)).status).toBe(400);
  });
});
