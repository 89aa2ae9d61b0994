import { beforeAll, describe, expect, it } from "vitest";
import { POST as duplicate } from "@/app/api/admin/products/[id]/duplicate/route";
import { POST as restore } from "@/app/api/admin/products/[id]/versions/[version]/restore/route";
import { GET as versions } from "@/app/api/admin/products/[id]/versions/route";
import { VersionEntry } from "@/domain/catalogue/products/schema";
import { db } from "@/lib/db";
import { buildCategory, buildImageInput, buildProduct, buildUpload } from "../../../support/build";
import { call } from "../../../support/call";
import {
  createProduct,
  createPublishedProduct,
  getProductForEdit,
  saveProduct,
} from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

const history = async (id: string): Promise<VersionEntry[]> =>
  (await call(versions, { as: staff, params: { id } })).body?.data;
const restoreVersion = (id: string, version: string) =>
  call(restore, { method: "POST", as: staff, params: { id, version } });
const copy = (id: string) => call(duplicate, { method: "POST", as: staff, params: { id } });

describe("Product versions", () => {
  it("are listed newest first with their editor and changes", async () => {
    const { product } = await createProduct(staff, { brand: "Roca" });
    const { url } = await buildUpload();
    await saveProduct(staff, product.id, { version: 1, brand: "Grohe", images: [{ url }] });
    const [second, first] = (await history(product.id)).map((entry) => VersionEntry.parse(entry));
    expect(second).toMatchObject({
      version: 2,
      reason: "EDIT",
      userName: staff.username,
      changes: { brand: { before: "Roca", after: "Grohe" }, images: { before: [] } },
    });
    expect(Object.keys(second?.changes ?? {}).toSorted()).toEqual(["brand", "images"]);
    expect(JSON.stringify(second?.changes.images)).not.toContain("placeholder");
    expect(first).toMatchObject({ version: 1, changes: {} });
  });

  it("answer 404 for an unknown product", async () => {
    expect((await call(versions, { as: staff, params: { id: "nowhere" } })).status).toBe(404);
  });

  it("are restored as a new version, with the ids of images and variations", async () => {
    const { url } = await buildUpload();
    const { product } = await createProduct(staff, {
      sku: "V-1",
      images: [{ url, altText: "Avant" }],
      variations: [{ name: "T", value: "1", sku: "V-1-1" }],
    });
    await saveProduct(staff, product.id, {
      version: 1,
      name: "Autre chose",
      sku: null,
      images: [],
      variations: [],
      slug: "autre-adresse",
    });
    const { status, body } = await restoreVersion(product.id, "1");
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({
      version: 3,
      name: product.name,
      sku: "V-1",
      slug: "autre-adresse",
      images: product.images,
      variations: product.variations,
    });
    const { notRestored, ...restored } = body?.data ?? {};
    expect(notRestored).toEqual({});
    expect(await getProductForEdit(staff, product.id)).toEqual(restored);
    expect((await history(product.id))[0]).toMatchObject({ version: 3, reason: "RESTORE" });
  });

  it("are restored into the draft of a published product, invisible to customers", async () => {
    const { product } = await createProduct(staff);
    const { url } = await buildUpload();
    await saveProduct(staff, product.id, { version: 1, images: [{ url }], status: "ACTIVE" });
    await saveProduct(staff, product.id, {
      version: 2,
      name: "Pas pour les clients",
      saveAs: "DRAFT",
    });
    await saveProduct(staff, product.id, { version: 3, discardDraft: true });
    const restored = await restoreVersion(product.id, "3");
    expect(restored.body?.data).toMatchObject({ chip: "CHANGED", name: "Pas pour les clients" });
    const row = await db.product.findUniqueOrThrow({ where: { id: product.id } });
    expect([row.name, row.status]).toEqual([product.name, "ACTIVE"]);
    expect(await restoreVersion(product.id, "2").then(({ body }) => body?.data.chip)).toBe(
      "PUBLISHED",
    );
  });

  it("from before the first image can be restored and not published", async () => {
    const { product } = await createProduct(staff);
    const { url } = await buildUpload();
    await saveProduct(staff, product.id, { version: 1, images: [{ url }], status: "ACTIVE" });
    expect((await restoreVersion(product.id, "1")).body?.data).toMatchObject({
      chip: "CHANGED",
      images: [],
    });
    const { status, body } = await saveProduct(staff, product.id, { version: 3, brand: "Grohe" });
    expect([status, Object.keys(body?.error.details)]).toEqual([400, ["images"]]);
  });

  it("from before a field existed neither change it, nor conflict with it, nor restore it", async () => {
    const { product } = await createProduct(staff, { brand: "Roca" });
    await db.$executeRaw`
      UPDATE "ProductVersion" SET "snapshot" = "snapshot" - 'isNew' WHERE "productId" = ${product.id}`;
    await saveProduct(staff, product.id, { version: 1, brand: "Grohe" });
    expect(Object.keys((await history(product.id))[0]?.changes ?? {})).toEqual(["brand"]);
    const merged = await saveProduct(staff, product.id, { version: 1, isNew: true });
    expect([merged.status, merged.product.isNew]).toEqual([200, true]);
    const restored = await restoreVersion(product.id, "1");
    expect(restored.body?.data).toMatchObject({ brand: "Roca", isNew: true });
  });

  it("leave the current value of fields that cannot be restored, and give the reason", async () => {
    const { id: categoryId } = await buildCategory();
    const { product } = await createProduct(staff, {
      categoryId,
      sku: "CEDEE-1",
      description: "Le texte d'alors.",
      variations: [
        { name: "Taille", value: "60", sku: "CEDEE-60" },
        { name: "Taille", value: "80", sku: "GARDEE-80" },
      ],
    });
    const { id: present } = await buildCategory();
    const [small, large] = product.variations;
    await saveProduct(staff, product.id, {
      version: 1,
      categoryId: present,
      sku: "ACTUELLE-1",
      description: "Un autre texte.",
      variations: [{ ...small, sku: "ACTUELLE-60" }, large],
    });
    await createProduct(staff, {
      sku: "CEDEE-1",
      variations: [{ name: "Taille", value: "60", sku: "CEDEE-60" }],
    });
    await db.category.delete({ where: { id: categoryId } });
    const { status, body } = await restoreVersion(product.id, "1");
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({
      description: "Le texte d'alors.",
      categoryId: present,
      sku: "ACTUELLE-1",
      variations: [
        { value: "60", sku: "ACTUELLE-60" },
        { value: "80", sku: "GARDEE-80" },
      ],
    });
    const { categoryId: category, sku, variations } = body?.data.notRestored ?? {};
    expect(category).toContain("n'existe plus");
    expect(sku).toContain("CEDEE-1");
    expect(variations).toContain("CEDEE-60");
  });

  it("are restored without the fields that today's rules reject", async () => {
    const { product } = await createProduct(staff, { description: "Le texte d'alors." });
    await db.$executeRaw`
      UPDATE "ProductVersion" SET "snapshot" = "snapshot" || '{"unitSize": "1.44"}'
      WHERE "productId" = ${product.id}`;
    await saveProduct(staff, product.id, { version: 1, description: "Un autre texte." });
    const { status, body } = await restoreVersion(product.id, "1");
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({ description: "Le texte d'alors.", unitSize: null });
    expect(Object.keys(body?.data.notRestored)).toHaveLength(1);
  });

  it.each([
    ["99", 404],
    ["0", 400],
    ["x", 400],
    ["9999999999", 400],
  ])("reject the version %s", async (version, expected) => {
    const { product } = await createProduct(staff);
    expect((await restoreVersion(product.id, version)).status).toBe(expected);
  });
});

describe("A copy of a product", () => {
  it("is a draft with everything but the references", async () => {
    const product = await createPublishedProduct(staff, {
      name: "Miroir rond",
      sku: "MIR-1",
      details: "<p>Texte</p>",
      variations: [{ name: "T", value: "60", sku: "MIR-60", stock: 4 }],
    });
    await saveProduct(staff, product.id, {
      version: 1,
      saveAs: "DRAFT",
      brand: "Pas encore public",
    });
    const { status, body } = await copy(product.id);
    expect(status).toBe(201);
    expect(body?.data).toMatchObject({
      name: "Miroir rond (copie)",
      slug: "miroir-rond-copie",
      chip: "DRAFT",
      version: 1,
      hasDraft: false,
      sku: null,
      brand: "Pas encore public",
      details: "<p>Texte</p>",
      images: product.images,
      variations: [{ value: "60", sku: null, stock: 4 }],
    });
    expect(body?.data.variations[0].id).not.toBe(product.variations[0].id);
    expect((await copy(product.id)).body?.data.slug).toBe("miroir-rond-copie-2");
    expect((await getProductForEdit(staff, product.id)).sku).toBe("MIR-1");
  });

  it.each(["😀", "👩‍👩‍👧‍👦"])("never has a name that is cut inside %s", async (sign) => {
    for (let before = 0; before <= sign.length; before++) {
      const name = ("a".repeat(100 + before) + sign.repeat(50)).slice(0, 200).toWellFormed();
      const { id } = await buildProduct({ name });
      const { status, body } = await copy(id);
      expect(status).toBe(201);
      expect(body?.data.name).toMatch(/^a+(\S+) \(copie\)$/);
      expect(body?.data.name.isWellFormed()).toBe(true);
    }
  });

  it("has a name within the limit, and images of the static catalogue", async () => {
    const { id } = await buildProduct({
      name: "x".repeat(200),
      images: { create: buildImageInput() },
    });
    const { body } = await copy(id);
    expect(body?.data.name).toHaveLength(200);
    expect(body?.data.images).toHaveLength(1);
    const entry = await db.auditLog.findFirstOrThrow({ where: { entityId: body?.data.id } });
    expect(entry.changes).toHaveProperty("copyOf.after", id);
  });
});
