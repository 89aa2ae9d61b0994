import { beforeAll, describe, expect, it } from "vitest";
import { POST as duplicate } from "@/app/api/admin/products/[id]/duplicate/route";
import { POST as bulk } from "@/app/api/admin/products/bulk/route";
import { GET as readPublic } from "@/app/api/public/products/[slug]/route";
import { getProduct } from "@/domain/catalogue/listing/product-published";
import { db } from "@/lib/db";
import { buildCategory, buildUpload } from "../../../support/build";
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

const readPublicProduct = (slug: string) => call(readPublic, { params: { slug } });

describe("A draft of a published product", () => {
  it("is visible to staff only until it is published", async () => {
    const product = await createPublishedProduct(staff, { name: "Lavabo posé" });
    const { url } = await buildUpload();
    const { product: drafted } = await saveProduct(staff, product.id, {
      version: 1,
      saveAs: "DRAFT",
      name: "Lavabo suspendu",
      images: [{ url }],
      variations: [{ name: "Couleur", value: "Blanc" }],
    });
    expect(drafted).toMatchObject({ chip: "CHANGED", hasDraft: true, name: "Lavabo suspendu" });
    expect((await readPublicProduct(product.slug)).body?.data).toMatchObject({
      name: "Lavabo posé",
      variations: [],
    });
    const { product: live } = await saveProduct(staff, product.id, { version: 2, brand: "Roca" });
    expect(live).toMatchObject({ chip: "PUBLISHED", hasDraft: false, name: "Lavabo suspendu" });
    expect(live.variations).toEqual(drafted.variations);
    const { body } = await readPublicProduct(product.slug);
    expect(body?.data).toMatchObject({ name: "Lavabo suspendu", brand: "Roca", images: [{ url }] });
    const actions = await db.auditLog.findMany({
      where: { entityId: product.id },
      orderBy: { seq: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "create_product",
      "save_product_draft",
      "publish_product_changes",
    ]);
  });

  it("may be incomplete, and cannot be published while it is", async () => {
    const product = await createPublishedProduct(staff);
    const drafted = await saveProduct(staff, product.id, {
      version: 1,
      saveAs: "DRAFT",
      images: [],
    });
    expect(drafted.product.missing).toEqual(["Ajoutez au moins une image."]);
    expect((await saveProduct(staff, product.id, { version: 2 })).status).toBe(400);
  });

  it("cannot be published into a deleted category or under a slug that was taken meanwhile", async () => {
    const product = await createPublishedProduct(staff);
    const { id: categoryId } = await buildCategory();
    const pending = { categoryId, slug: "convoitee" };
    await saveProduct(staff, product.id, { version: 1, saveAs: "DRAFT", ...pending });
    await createProduct(staff, { slug: "convoitee" });
    const taken = await saveProduct(staff, product.id, { version: 2 });
    expect([taken.status, Object.keys(taken.body?.error.details)]).toEqual([409, ["slug"]]);
    await db.category.delete({ where: { id: categoryId } });
    const gone = await saveProduct(staff, product.id, { version: 2, slug: "libre" });
    expect([gone.status, Object.keys(gone.body?.error.details)]).toEqual([400, ["categoryId"]]);
    const params = { id: product.id };
    expect((await call(duplicate, { method: "POST", as: staff, params })).status).toBe(400);
  });

  it("can be discarded", async () => {
    const product = await createPublishedProduct(staff, { brand: "Roca" });
    await saveProduct(staff, product.id, { version: 1, saveAs: "DRAFT", brand: "Grohe" });
    const { product: after } = await saveProduct(staff, product.id, {
      version: 2,
      discardDraft: true,
    });
    expect(after).toMatchObject({ chip: "PUBLISHED", hasDraft: false, brand: "Roca", version: 3 });
    expect((await getProductForEdit(staff, product.id)).brand).toBe("Roca");
  });

  it("is deleted when its content equals the published product again", async () => {
    const product = await createPublishedProduct(staff, { brand: "Roca" });
    await saveProduct(staff, product.id, { version: 1, saveAs: "DRAFT", brand: "Grohe" });
    const back = await saveProduct(staff, product.id, {
      version: 2,
      saveAs: "DRAFT",
      brand: "Roca",
    });
    expect(back.product).toMatchObject({ hasDraft: false, chip: "PUBLISHED" });
  });

  it("does not delay fields that take effect at once", async () => {
    const product = await createPublishedProduct(staff);
    const { status, body } = await saveProduct(staff, product.id, {
      version: 1,
      saveAs: "DRAFT",
      status: "INACTIVE",
    });
    expect(status).toBe(400);
    expect(Object.keys(body?.error.details)).toEqual(["status"]);
  });

  it("is not created for an unpublished product: edits are saved directly", async () => {
    const { product } = await createProduct(staff);
    const saved = await saveProduct(staff, product.id, {
      version: 1,
      saveAs: "DRAFT",
      brand: "Roca",
    });
    expect(saved.product).toMatchObject({ hasDraft: false, chip: "DRAFT", brand: "Roca" });
  });
});

describe("Publishing a product", () => {
  it("sets the publication date to the first publication, unless a date was chosen", async () => {
    const { url } = await buildUpload();
    const begun = new Date(Date.now() - 30 * 86_400_000);
    const getPublishAt = async (fields: object, act: (id: string) => Promise<unknown>) => {
      const { product } = await createProduct(staff, { images: [{ url }], ...fields });
      const dates = { createdAt: begun, ...("publishAt" in fields ? {} : { publishAt: begun }) };
      await db.product.update({ where: { id: product.id }, data: dates });
      await act(product.id);
      const { publishAt, status } = await db.product.findUniqueOrThrow({
        where: { id: product.id },
      });
      expect(status).toBe("ACTIVE");
      return publishAt.getTime();
    };
    const publish = (id: string) => saveProduct(staff, id, { version: 1, status: "ACTIVE" });
    const publishMany = (id: string) => {
      const body = { selection: { ids: [id] }, action: "publish" };
      return call(bulk, { method: "POST", as: staff, body });
    };
    const aMinuteAgo = Date.now() - 60_000;
    expect(await getPublishAt({}, publish)).toBeGreaterThan(aMinuteAgo);
    expect(await getPublishAt({}, publishMany)).toBeGreaterThan(aMinuteAgo);
    const chosen = "2026-01-02T00:00:00.000Z";
    expect(await getPublishAt({ publishAt: chosen }, publish)).toBe(Date.parse(chosen));
    expect(await getPublishAt({ publishAt: chosen }, publishMany)).toBe(Date.parse(chosen));
  });

  it("shows the product from its start date until its end date", async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const product = await createPublishedProduct(staff, { publishAt: later });
    expect(product.chip).toBe("SCHEDULED");
    expect((await readPublicProduct(product.slug)).status).toBe(404);
    const past = new Date(Date.now() - 1000).toISOString();
    const before = new Date(Date.now() - 2000).toISOString();
    const ended = await saveProduct(staff, product.id, {
      version: 1,
      publishAt: before,
      unpublishAt: past,
    });
    expect(ended.product.chip).toBe("INACTIVE");
    const ending = await saveProduct(staff, product.id, { version: 2, unpublishAt: later });
    expect(ending.product.chip).toBe("SCHEDULED");
    expect((await readPublicProduct(product.slug)).status).toBe(200);
  });

  it("is rejected for a colleague who has not seen the draft", async () => {
    const product = await createPublishedProduct(staff);
    await saveProduct(staff, product.id, { version: 1, basePrice: "55", saveAs: "DRAFT" });
    const unseen = await saveProduct(staff, product.id, { version: 1, brand: "Grohe" });
    expect(unseen.status).toBe(409);
    expect(unseen.body?.error.details.fields).toEqual({
      basePrice: { base: "100.00", theirs: "55.00", mine: "100.00" },
    });
    const discarded = await saveProduct(staff, product.id, { version: 1, discardDraft: true });
    expect(discarded.status).toBe(409);
    expect((await getProduct(product.slug)).price).toBe("100.00");
    const decided = await saveProduct(staff, product.id, { version: 2, brand: "Grohe" });
    expect(decided.status).toBe(200);
    expect(await getProduct(product.slug)).toMatchObject({ price: "55.00", brand: "Grohe" });
  });

  it("the draft can be discarded after a category change, and an overflowing version is rejected", async () => {
    const product = await createPublishedProduct(staff);
    const { id: categoryId } = await buildCategory();
    await saveProduct(staff, product.id, { version: 1, categoryId, saveAs: "DRAFT" });
    const { status, product: kept } = await saveProduct(staff, product.id, {
      version: 2,
      discardDraft: true,
    });
    expect([status, kept?.categoryId]).toEqual([200, product.categoryId]);
    expect(
      (await saveProduct(staff, product.id, { version: 3_000_000_000, brand: "x" })).status,
    ).toBe(400);
  });
});
