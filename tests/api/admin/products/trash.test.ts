import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as purge } from "@/app/api/admin/products/[id]/permanent/route";
import { POST as restore } from "@/app/api/admin/products/[id]/restore/route";
import { DELETE as trash } from "@/app/api/admin/products/[id]/route";
import { GET as readPublic } from "@/app/api/public/products/[slug]/route";
import { ProductForEdit } from "@/domain/catalogue/products/schema";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { revalidatedTags } from "../../../support/next-cache-stub";
import {
  createProduct,
  createPublishedProduct,
  getProductForEdit,
  saveProduct,
} from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let owner: Awaited<ReturnType<typeof buildStaff>>;
let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  owner = await buildStaff("SUPER_ADMIN");
  staff = await buildStaff("ADMIN");
});

const move = (as: { cookie: string }, id: string) =>
  call(trash, { method: "DELETE", as, params: { id } });
const restoreProduct = (as: { cookie: string }, id: string) =>
  call(restore, { method: "POST", as, params: { id } });
const remove = (as: { cookie: string }, id: string) =>
  call(purge, { method: "DELETE", as, params: { id } });
const readPublicProduct = async (slug: string) =>
  (await call(readPublic, { params: { slug } })).status;

describe("The product trash", () => {
  it("hides a product from customers, answers 410 at its URL, and restores all of it", async () => {
    const product = await createPublishedProduct(staff, {
      variations: [{ name: "T", value: "1" }],
    });
    revalidatedTags.length = 0;
    const { status, body } = await move(owner, product.id);
    expect(status).toBe(200);
    expect(ProductForEdit.parse(body?.data)).toMatchObject({ chip: "TRASH", version: 2 });
    expect(await readPublicProduct(product.slug)).toBe(410);
    expect(revalidatedTags).toContain("catalogue");
    const restored = await restoreProduct(staff, product.id);
    expect(restored.body?.data).toMatchObject({ chip: "PUBLISHED", version: 3 });
    expect(await readPublicProduct(product.slug)).toBe(200);
    const after = await getProductForEdit(staff, product.id);
    expect([after.images, after.variations]).toEqual([product.images, product.variations]);
    const entries = await db.auditLog.findMany({
      where: { entityId: product.id, action: { in: ["trash_product", "restore_product"] } },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action, entityLabel }) => [action, entityLabel])).toEqual([
      ["trash_product", product.name],
      ["restore_product", product.name],
    ]);
    expect(entries[0]?.changes).toHaveProperty("deletedAt.before", null);
  });

  it("merges an edit from before the deletion with the state after it", async () => {
    const product = await createPublishedProduct(staff);
    await move(owner, product.id);
    await restoreProduct(owner, product.id);
    const { status, product: saved } = await saveProduct(staff, product.id, {
      version: 1,
      brand: "Roca",
    });
    expect([status, saved.brand]).toEqual([200, "Roca"]);
  });

  it("reserves the slug until the product is permanently deleted", async () => {
    const product = await createPublishedProduct(staff, { slug: "adresse-gardee" });
    await saveProduct(staff, product.id, { version: 1, slug: "adresse-gardee-2" });
    await move(owner, product.id);
    expect((await createProduct(staff, { slug: "adresse-gardee-2" })).status).toBe(409);
    expect((await remove(owner, product.id)).status).toBe(200);
    expect(await readPublicProduct("adresse-gardee-2")).toBe(404);
    expect(await readPublicProduct("adresse-gardee")).toBe(404);
    expect((await createProduct(staff, { slug: "adresse-gardee-2" })).status).toBe(201);
    const entry = await db.auditLog.findFirstOrThrow({
      where: { entityId: product.id, action: "purge_product" },
    });
    expect(entry.changes).toHaveProperty("name", { before: product.name, after: null });
    expect(entry.changes).toHaveProperty("images.before.0.url", product.images[0].url);
  });

  it("rejects transitions that the product's state does not allow", async () => {
    const product = await createPublishedProduct(staff);
    expect((await restoreProduct(owner, product.id)).status).toBe(409);
    expect((await remove(owner, product.id)).status).toBe(409);
    await move(owner, product.id);
    expect((await move(owner, product.id)).status).toBe(409);
    expect(await db.product.count({ where: { id: product.id } })).toBe(1);
  });

  it("is filled and emptied by the owner only, and searchable by staff", async () => {
    const product = await createPublishedProduct(staff);
    expect((await move(staff, product.id)).status).toBe(403);
    await move(owner, product.id);
    expect((await remove(staff, product.id)).status).toBe(403);
    expect((await restoreProduct(await buildStaff("VIEWER"), product.id)).status).toBe(403);
    expect((await restoreProduct(staff, product.id)).status).toBe(200);
  });

  it("answers 404 for an unknown product", async () => {
    for (const act of [move, restoreProduct, remove]) {
      expect((await act(owner, "nowhere")).status).toBe(404);
    }
  });

  it("accepts one of ten parallel deletions", async () => {
    const product = await createPublishedProduct(staff);
    const moves = await Promise.all(Array.from({ length: 10 }, () => move(owner, product.id)));
    expect(moves.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)]);
  });
});
