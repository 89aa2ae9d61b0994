import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DELETE, PATCH as EDIT } from "@/app/api/admin/products/[id]/images/[imageId]/route";
import { PATCH, POST } from "@/app/api/admin/products/[id]/images/route";
import { getProduct } from "@/domain/catalogue/listing/product-published";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { buildUpload } from "../../../support/build";
import { call } from "../../../support/call";
import { createPublishedProduct, getProductForEdit, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let editor: Awaited<ReturnType<typeof buildStaff>>;
let product: ProductForEdit;
let front: string;

beforeAll(async () => {
  editor = await buildStaff("ADMIN");
});

beforeEach(async () => {
  product = await createPublishedProduct(editor);
  front = product.images[0]?.url ?? "";
});

const getKey = (url: string) => url.split("/").at(-2) ?? "";
const add = (body: object) =>
  call(POST, { method: "POST", as: editor, params: { id: product.id }, body });
const arrange = (body: object) =>
  call(PATCH, { method: "PATCH", as: editor, params: { id: product.id }, body });
const remove = (imageId: string, query = `version=${product.version}`) =>
  call(DELETE, { method: "DELETE", as: editor, params: { id: product.id, imageId }, query });
const listPublicImages = async () => (await getProduct(product.slug)).images.map(({ url }) => url);

describe("Product images", () => {
  it("can be added, also as the primary image, and customers see them", async () => {
    const { url } = await buildUpload();
    const { status, body } = await add({ version: 1, url, altText: "De côté", isPrimary: true });
    expect(status).toBe(201);
    const shown = body?.data.product.images.map((each: { url: string; isPrimary: boolean }) => [
      each.url,
      each.isPrimary,
    ]);
    expect(shown).toEqual([
      [front, false],
      [url, true],
    ]);
    expect(await listPublicImages()).toEqual([url, front]);
  });

  it("can be reordered and redescribed", async () => {
    const { url } = await buildUpload();
    await add({ version: 1, url });
    const images = [
      { url, altText: "D'abord" },
      { url: front, isPrimary: true },
    ];
    const { status, body } = await arrange({ version: 2, images });
    expect(status).toBe(200);
    expect(body?.data.product.images[0]).toMatchObject({ url, altText: "D'abord" });
    expect(await listPublicImages()).toEqual([front, url]);
  });

  it("can be changed one at a time: description, position, primary image", async () => {
    const { url } = await buildUpload();
    await add({ version: 1, url });
    const edit = (body: object) =>
      call(EDIT, {
        method: "PATCH",
        as: editor,
        params: { id: product.id, imageId: getKey(url) },
        body,
      });
    const { status, body } = await edit({
      version: 2,
      order: 0,
      altText: "Devant",
      isPrimary: true,
    });
    expect(status).toBe(200);
    expect(body?.data.product.images).toMatchObject([
      { url, altText: "Devant", isPrimary: true },
      { url: front, isPrimary: false },
    ]);
    expect((await edit({ version: 3, url: front })).status).toBe(400);
  });

  it("can be deleted: the next image becomes the primary one", async () => {
    const { url } = await buildUpload();
    await add({ version: 1, url });
    const { status, body } = await remove(getKey(front), "version=2");
    expect(status).toBe(200);
    expect(body?.data.product.images).toMatchObject([{ url, isPrimary: true }]);
  });

  it("stay pending when the product has pending changes, and publish nothing else", async () => {
    await saveProduct(editor, product.id, { version: 1, name: "Pas encore", saveAs: "DRAFT" });
    const { url } = await buildUpload();
    expect((await add({ version: 2, url })).status).toBe(201);
    expect(await getProductForEdit(editor, product.id)).toMatchObject({ hasDraft: true });
    expect((await getProduct(product.slug)).name).not.toBe("Pas encore");
    expect(await listPublicImages()).toEqual([front]);
  });
});

describe("Product images are rejected", () => {
  it("without a version, with a stale version, and for an unknown product", async () => {
    const { url } = await buildUpload();
    expect((await add({ url })).status).toBe(428);
    expect((await remove(getKey(front), "")).status).toBe(428);
    await add({ version: 1, url });
    expect((await arrange({ version: 1, images: [{ url: front, altText: "Autre" }] })).status).toBe(
      409,
    );
    product = { ...product, id: "nothing" };
    expect((await add({ version: 1, url })).status).toBe(404);
  });

  it("when they were never uploaded or belong to another product", async () => {
    expect((await add({ version: 1, url: "/media/none/1280.webp" })).status).toBe(400);
    expect((await add({ version: 1, url: "https://evil.example/x.png" })).status).toBe(400);
    expect((await remove("0".repeat(32))).status).toBe(404);
    expect((await remove("../../etc/passwd")).status).toBe(400);
  });

  it("when the last image of a published product would be deleted", async () => {
    const { status, body } = await remove(getKey(front));
    expect(status).toBe(400);
    expect(body?.error.details).toHaveProperty("images");
  });
});
