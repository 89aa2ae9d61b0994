import { beforeAll, describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/admin/operations/[id]/cancel/route";
import { GET as listItems } from "@/app/api/admin/operations/[id]/items/route";
import { GET as get } from "@/app/api/admin/operations/[id]/route";
import { GET as list } from "@/app/api/admin/operations/route";
import { runOperationsNow } from "@/app/api/wake-operations";
import { listScheduledOperations } from "@/domain/catalogue/operations/queries";
import { deleteOldOperations } from "@/domain/catalogue/operations/retention-commands";
import { OperationRow } from "@/domain/catalogue/operations/schema";
import { db } from "@/lib/db";
import { buildCategory, buildImageInput, buildProduct } from "../../../support/build";
import {
  changeInBulk,
  readItems,
  readOperation,
  requestBulkChange,
  requestUndo,
  undoInBulk,
} from "../../../support/bulk-changes";
import { call } from "../../../support/call";
import { buildOperation } from "../../../support/product-operations";
import { getProductForEdit, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;
let viewer: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
  viewer = await buildStaff("VIEWER");
});

const HOUR_MS = 3_600_000;
const inAnHour = () => new Date(Date.now() + HOUR_MS).toISOString();

async function buildPriced(basePrice: string, fields: object = {}) {
  return buildProduct({ basePrice, images: { create: buildImageInput() }, ...fields });
}

const addTen = (ids: string[]) => ({
  selection: { ids },
  changes: { price: { mode: "ADD", value: "10" } },
});

const makeDue = (id: string) =>
  db.productOperation.update({ where: { id }, data: { scheduledAt: new Date(Date.now() - 1000) } });

describe("The undo of an operation", () => {
  it("leaves products that were edited or deleted since, with the reason", async () => {
    const products = [await buildPriced("100"), await buildPriced("200"), await buildPriced("300")];
    const [edited, gone, untouched] = products.map(({ id }) => id) as [string, string, string];
    const { id } = await changeInBulk(staff, addTen([edited, gone, untouched]));
    const other = await buildStaff("ADMIN");
    await saveProduct(other, edited, { version: 2, basePrice: "99" });
    await db.product.delete({ where: { id: gone } });
    expect(await undoInBulk(staff, id)).toMatchObject({ undone: 1, notUndone: 2, changed: 3 });
    expect(await getProductForEdit(staff, edited)).toMatchObject({ basePrice: "99.00" });
    expect(await getProductForEdit(staff, untouched)).toMatchObject({ basePrice: "300.00" });
    const reasons = (await readItems(staff, id, "state=NOT_UNDONE")).map(({ problems }) =>
      problems[0]?.message.replace(/[\u2066-\u2069]/g, ""),
    );
    expect(reasons.toSorted()).toEqual(
      [`Modifié depuis par ${other.username}.`, "Ce produit n'existe plus."].toSorted(),
    );
    expect((await requestUndo(staff, id)).status).toBe(409);
  });

  it("is refused after its 30 days, for an operation without changes, and to viewers", async () => {
    const { id } = await buildPriced("100");
    const operation = await changeInBulk(staff, addTen([id]));
    const days = (Date.parse(operation.undoUntil ?? "") - Date.now()) / (24 * HOUR_MS);
    expect(Math.round(days)).toBe(30);
    expect((await requestUndo(viewer, operation.id)).status).toBe(403);
    await db.productOperation.update({
      where: { id: operation.id },
      data: { undoUntil: new Date() },
    });
    expect((await requestUndo(staff, operation.id)).status).toBe(409);
    expect((await requestUndo(staff, "nowhere")).status).toBe(404);
    const nothing = await buildOperation(staff.id, { changed: 0 });
    expect((await requestUndo(staff, nothing.id)).status).toBe(409);
  });

  it("names the reason of a product that can no longer have its former value, and restores the others", async () => {
    const category = await buildCategory();
    const moved = await buildPriced("1", { categoryId: category.id });
    const other = await buildPriced("2");
    const target = await buildCategory();
    const { id } = await changeInBulk(staff, {
      selection: { ids: [moved.id, other.id] },
      changes: { categoryId: target.id },
    });
    await db.category.delete({ where: { id: category.id } });
    expect(await undoInBulk(staff, id)).toMatchObject({ undone: 1, notUndone: 1 });
    const [item] = await readItems(staff, id, "state=NOT_UNDONE");
    expect(item).toMatchObject({
      productId: moved.id,
      problems: [{ field: "categoryId", message: expect.stringContaining("n'existe plus") }],
    });
    const entries = await db.auditLog.findMany({
      where: { requestId: id, action: "undo_product_change" },
    });
    expect(entries).toMatchObject([{ entityId: other.id }]);
  });
});

describe("A scheduled operation", () => {
  it("is announced for its products, waits for its time, and is then applied", async () => {
    const { id } = await buildPriced("100");
    const scheduledAt = inAnHour();
    const { body } = await requestBulkChange(staff, { ...addTen([id]), scheduledAt });
    const operationId = body?.data.id;
    expect(body?.data).toMatchObject({ state: "SCHEDULED", scheduledAt, total: 1 });
    await runOperationsNow();
    expect(await getProductForEdit(staff, id)).toMatchObject({ basePrice: "100.00" });
    expect(await listScheduledOperations(id)).toEqual([
      { id: operationId, title: "Prix +10 MAD", userName: staff.username, scheduledAt },
    ]);
    await saveProduct(staff, id, { version: 1, basePrice: "150" });
    await makeDue(operationId);
    await runOperationsNow();
    expect(await getProductForEdit(staff, id)).toMatchObject({ basePrice: "160.00" });
    expect(await listScheduledOperations(id)).toEqual([]);
    expect(await readOperation(viewer, operationId)).toMatchObject({ state: "APPLIED" });
  });

  it("can be cancelled before, once", async () => {
    const { id } = await buildPriced("100");
    const { body } = await requestBulkChange(staff, { ...addTen([id]), scheduledAt: inAnHour() });
    const request = { method: "POST", params: { id: body?.data.id } };
    expect((await call(cancel, { ...request, as: viewer })).status).toBe(403);
    const cancelled = await call(cancel, { ...request, as: staff });
    expect(cancelled.body?.data).toMatchObject({ state: "CANCELLED", undoUntil: null });
    expect((await call(cancel, { ...request, as: staff })).status).toBe(409);
    await makeDue(body?.data.id);
    await runOperationsNow();
    expect(await getProductForEdit(staff, id)).toMatchObject({ basePrice: "100.00" });
  });

  it("cannot lie in the past", async () => {
    const { id } = await buildPriced("100");
    const scheduledAt = new Date(Date.now() - 1000).toISOString();
    const { status, body } = await requestBulkChange(staff, { ...addTen([id]), scheduledAt });
    expect([status, body?.error.details]).toEqual([
      400,
      { scheduledAt: "Choisissez une date à venir." },
    ]);
  });

  it("is not applied for someone who has lost the permission", async () => {
    const former = await buildStaff("ADMIN");
    const { id } = await buildPriced("100");
    const { body } = await requestBulkChange(former, { ...addTen([id]), scheduledAt: inAnHour() });
    await db.user.update({ where: { id: former.id }, data: { role: "VIEWER" } });
    await makeDue(body?.data.id);
    await runOperationsNow();
    expect(await readOperation(staff, body?.data.id)).toMatchObject({
      state: "FAILED",
      error: "La personne qui l'a lancé n'a plus le droit de le faire.",
      undoUntil: expect.any(String),
    });
    expect(await getProductForEdit(staff, id)).toMatchObject({ basePrice: "100.00" });
  });
});

describe("The job of an operation", () => {
  it("goes on after an interrupted run where the lease has ended, and not before", async () => {
    const products = await Promise.all([buildPriced("100"), buildPriced("200")]);
    const ids = products.map(({ id }) => id);
    const { body } = await requestBulkChange(staff, { ...addTen(ids), scheduledAt: inAnHour() });
    const id = body?.data.id;
    await db.productOperation.update({
      where: { id },
      data: {
        state: "APPLYING",
        leaseId: "a-stopped-process",
        leaseUntil: new Date(Date.now() + 60_000),
      },
    });
    expect(await runOperationsNow()).toMatchObject({ applied: 0 });
    await db.productOperation.update({ where: { id }, data: { leaseUntil: new Date(0) } });
    expect(await runOperationsNow()).toMatchObject({ applied: 2 });
    expect(await readOperation(staff, id)).toMatchObject({ state: "APPLIED", changed: 2 });
  });

  it("skips a product that was deleted, and changes the others", async () => {
    const [gone, other] = await Promise.all([buildPriced("100"), buildPriced("200")]);
    const { body } = await requestBulkChange(staff, {
      ...addTen([gone.id, other.id]),
      scheduledAt: inAnHour(),
    });
    await db.product.delete({ where: { id: gone.id } });
    await makeDue(body?.data.id);
    await runOperationsNow();
    expect(await readOperation(staff, body?.data.id)).toMatchObject({
      state: "APPLIED",
      changed: 1,
      skipped: 1,
    });
  });

  it("fails an operation that it cannot read, product by product, and ends it", async () => {
    const { id: productId } = await buildPriced("100");
    const { id } = await buildOperation(staff.id, {
      state: "APPLYING",
      spec: { changes: { colour: "red" } },
      total: 1,
      items: { create: { number: 1, productId, label: "Produit" } },
    });
    await runOperationsNow();
    expect(await readOperation(staff, id)).toMatchObject({ state: "PARTIALLY_APPLIED", failed: 1 });
  });
});

describe("Operations", () => {
  it("are listed for every member of staff, newest first, by kind and page", async () => {
    await buildOperation(staff.id, { title: "Ancienne" });
    await buildOperation(staff.id, { title: "Nouvelle" });
    const { status, body } = await call(list, { as: viewer, query: "kind=BULK&pageSize=2" });
    expect(status).toBe(200);
    const rows = OperationRow.array().parse(body?.data);
    expect(rows.map(({ title }) => title)).toEqual(["Nouvelle", "Ancienne"]);
    const imports = await call(list, { as: viewer, query: "kind=IMPORT" });
    expect(imports.body?.data).toEqual([]);
    expect((await call(list, { as: viewer, query: "kind=OTHER" })).status).toBe(400);
  });

  it("answer 404 where they do not exist", async () => {
    const unknown = { as: viewer, params: { id: "nowhere" } };
    expect((await call(get, unknown)).status).toBe(404);
    expect((await call(listItems, unknown)).status).toBe(404);
  });

  it("lose the former values after the time of the undo, and are deleted two years after their end", async () => {
    const { id: productId } = await buildPriced("100");
    const operation = await changeInBulk(staff, addTen([productId]));
    const old = await buildOperation(staff.id, { finishedAt: new Date("2020-01-01") });
    await deleteOldOperations();
    expect(await readItems(staff, operation.id)).toMatchObject([
      { changes: [{ after: "110.00" }] },
    ]);
    expect(await db.productOperation.findUnique({ where: { id: old.id } })).toBeNull();
    await db.productOperation.update({
      where: { id: operation.id },
      data: { undoUntil: new Date(0) },
    });
    await deleteOldOperations();
    expect(await readItems(staff, operation.id)).toMatchObject([{ state: "APPLIED", changes: [] }]);
  });
});
