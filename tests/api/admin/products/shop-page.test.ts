import { beforeAll, describe, expect, it } from "vitest";
import { GET as listProducts } from "@/app/api/admin/products/route";
import { GET as readPublic } from "@/app/api/public/products/[slug]/route";
import { db } from "@/lib/db";
import { buildCategory, buildProduct } from "../../../support/build";
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

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

describe("The shop URL of a product for staff", () => {
  it("is present exactly while the page is visible, in the form and in the list", async () => {
    const hidden = await buildCategory({ isActive: false, name: "Bain" });
    const below = await buildCategory({ parentId: hidden.id });
    const shown = await buildCategory();
    const visible = { categoryId: shown.id };
    const cases = [
      [visible, true],
      [{ ...visible, unpublishAt: inHours(1) }, true],
      [{ ...visible, draft: { slug: "adresse-a-venir" } }, true],
      [{ ...visible, publishAt: inHours(1) }, false],
      [{ ...visible, unpublishAt: inHours(-1) }, false],
      [{ ...visible, status: "DRAFT" }, false],
      [{ ...visible, status: "INACTIVE" }, false],
      [{ ...visible, deletedAt: new Date() }, false],
      [{ categoryId: hidden.id }, false],
      [{ categoryId: below.id }, false],
    ] as const;
    for (const [fields, isVisible] of cases) {
      const { id, slug } = await buildProduct({
        publishAt: inHours(-2),
        ...fields,
      });
      const { status } = await call(readPublic, { params: { slug } });
      expect(status === 200, JSON.stringify(fields)).toBe(isVisible);
      const { shop } = await getProductForEdit(staff, id);
      expect(shop.slug, JSON.stringify(fields)).toBe(isVisible ? slug : null);
      const trash = "deletedAt" in fields ? "&status=TRASH" : "";
      const query = `categoryId=${fields.categoryId}${trash}`;
      const { body } = await call(listProducts, { as: staff, query });
      const row = body?.data.find((each: { id: string }) => each.id === id);
      expect(row.isVisible, JSON.stringify(fields)).toBe(isVisible);
    }
  });

  it("is replaced by the name of the hidden category or of its nearest hidden ancestor", async () => {
    const top = await buildCategory({ isActive: false, name: "Bain" });
    const below = await buildCategory({ parentId: top.id });
    const { id } = await buildProduct({ categoryId: below.id });
    expect((await getProductForEdit(staff, id)).shop).toEqual({
      slug: null,
      hiddenCategory: "Bain",
    });
    await db.category.update({
      where: { id: below.id },
      data: { isActive: false, name: "Douches" },
    });
    expect((await getProductForEdit(staff, id)).shop.hiddenCategory).toBe("Douches");
  });

  it("is part of every response to a change, with the state after it", async () => {
    const hidden = await buildCategory({ isActive: false, name: "Bain" });
    const lost = { slug: null, hiddenCategory: "Bain" };
    const created = await createPublishedProduct(staff, { categoryId: hidden.id });
    expect(created.shop).toEqual(lost);
    const product = await createPublishedProduct(staff);
    expect(product.shop).toEqual({ slug: product.slug, hiddenCategory: null });
    const renamed = await saveProduct(staff, product.id, { version: 1, slug: "nouvelle-adresse" });
    expect(renamed.product.shop.slug).toBe("nouvelle-adresse");
    const drafted = { version: 2, saveAs: "DRAFT", slug: "adresse-en-attente" };
    expect((await saveProduct(staff, product.id, drafted)).product.shop.slug).toBe(
      "nouvelle-adresse",
    );
    const moved = await saveProduct(staff, product.id, { version: 3, categoryId: hidden.id });
    expect(moved.product.shop).toEqual(lost);
    const draft = await createProduct(staff);
    expect(draft.product.shop).toEqual({ slug: null, hiddenCategory: null });
  });
});
