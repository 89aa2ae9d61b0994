import { beforeAll, describe, expect, it } from "vitest";
import { DELETE, POST } from "@/app/api/admin/products/[id]/preview/route";
import { findPreview } from "@/domain/catalogue/previews/published";
import { PublishedProduct } from "@/domain/catalogue/schema";
import { signToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { createProduct, createPublishedProduct, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

async function createLink(id: string): Promise<string> {
  const { body } = await call(POST, { method: "POST", as: staff, params: { id } });
  expect(body?.data.url).toMatch(/^http:\/\/localhost:3000\/apercu\/[\w-]+~[\w-]+$/);
  return body?.data.url.split("/").at(-1);
}

describe("A preview link", () => {
  it("shows a draft that the public page does not show", async () => {
    const { product } = await createProduct(staff, { basePrice: "10" });
    const shown = PublishedProduct.parse(await findPreview(await createLink(product.id)));
    expect(shown).toMatchObject({ name: product.name, price: "10.00", images: [] });
    expect(shown.categories).toHaveLength(1);
  });

  it("shows the pending changes of a published product, with the primary image first", async () => {
    const product = await createPublishedProduct(staff, { name: "Public" });
    await saveProduct(staff, product.id, {
      version: 1,
      saveAs: "DRAFT",
      name: "En attente",
      priceOnRequest: true,
      variations: [
        { name: "T", value: "1" },
        { name: "T", value: "2", isActive: false },
      ],
    });
    const shown = PublishedProduct.parse(await findPreview(await createLink(product.id)));
    expect(shown).toMatchObject({ name: "En attente", price: null });
    expect(shown.variations.map(({ value }) => value)).toEqual(["1"]);
  });

  it("answers 404 when it is revoked, expired, forged, signed for another purpose, or its product is in the trash", async () => {
    const { product } = await createProduct(staff);
    const old = await createLink(product.id);
    await call(DELETE, { method: "DELETE", as: staff, params: { id: product.id } });
    expect(await findPreview(old)).toBeNull();
    const fresh = await createLink(product.id);
    expect(await findPreview(fresh)).not.toBeNull();
    expect(await findPreview(old)).toBeNull();
    expect(await findPreview(`${fresh}x`)).toBeNull();
    expect(await findPreview("~")).toBeNull();
    const { previewNonce: nonce } = await db.product.findUniqueOrThrow({
      where: { id: product.id },
    });
    const other = (purpose: "preview" | "second-factor", seconds: number) =>
      findPreview(signToken(purpose, { id: product.id, nonce }, seconds));
    expect(await other("preview", 60)).not.toBeNull();
    expect(await other("preview", -1)).toBeNull();
    expect(await other("second-factor", 60)).toBeNull();
    await db.product.update({ where: { id: product.id }, data: { deletedAt: new Date() } });
    expect(await findPreview(fresh)).toBeNull();
  });

  it("is created by staff for an existing product", async () => {
    const { product } = await createProduct(staff);
    const as = await buildStaff("VIEWER");
    const params = { id: product.id };
    expect((await call(POST, { method: "POST", as, params })).status).toBe(403);
    const nowhere = { id: "nowhere" };
    expect((await call(POST, { method: "POST", as: staff, params: nowhere })).status).toBe(404);
    expect((await call(DELETE, { method: "DELETE", as: staff, params: nowhere })).status).toBe(404);
  });
});
