import { beforeAll, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/admin/categories/[id]/route";
import { POST } from "@/app/api/admin/categories/route";
import { POST as duplicate } from "@/app/api/admin/products/[id]/duplicate/route";
import { DELETE as purge } from "@/app/api/admin/products/[id]/permanent/route";
import { DELETE as trash } from "@/app/api/admin/products/[id]/route";
import { GET as readPublic } from "@/app/api/public/products/[slug]/route";
import {
  findCategoryPath,
  findCategoryRedirect,
} from "@/domain/catalogue/listing/categories-published";
import { findInquiryProduct } from "@/domain/catalogue/listing/product-published";
import { db } from "@/lib/db";
import { buildCategory, buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { createProduct, createPublishedProduct, saveProduct } from "../../support/products";
import { buildStaff } from "../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("SUPER_ADMIN");
});

/** Returns the status of the product page at this slug, or the slug that it redirects to. */
const productAt = async (slug: string) => {
  const { status, headers } = await call(readPublic, { params: { slug } });
  return status === 308 ? headers.get("location")?.split("/").at(-1) : status;
};

/** Resolves a slug as the category page does. */
const categoryAt = async (slug: string) =>
  (await findCategoryPath(slug)).length > 0 ? 200 : ((await findCategoryRedirect(slug)) ?? 404);

const change = (method: typeof trash | typeof purge, id: string) =>
  call(method, { method: "DELETE", as: staff, params: { id } });

async function renamedProduct(former: string) {
  const product = await createPublishedProduct(staff, { slug: former });
  await saveProduct(staff, product.id, { version: 1, slug: `${former}-nouveau` });
  expect(await productAt(former)).toBe(`${former}-nouveau`);
  return product;
}

const patchCategory = async (id: string, body: object) => {
  const { version } = await db.category.findUniqueOrThrow({ where: { id } });
  const params = { params: { id }, body: { ...body, version } };
  return call(PATCH, { method: "PATCH", as: staff, ...params });
};

const deleteCategory = (id: string, moveTo?: string) =>
  call(DELETE, {
    method: "DELETE",
    as: staff,
    params: { id },
    query: moveTo ? `moveTo=${moveTo}` : "",
  });

const createCategory = async (body: object) =>
  (await call(POST, { method: "POST", as: staff, body })).body?.data;

async function renamedCategory(former: string) {
  const category = await buildCategory({ slug: former });
  await patchCategory(category.id, { slug: `${former}-nouveau` });
  expect(await categoryAt(former)).toBe(`${former}-nouveau`);
  return category;
}

describe("The former slug of a published product", () => {
  const hidden: [string, () => Promise<Record<string, unknown>>][] = [
    ["a draft", async () => ({ status: "DRAFT" })],
    ["an unpublished product", async () => ({ status: "INACTIVE" })],
    ["a scheduled product", async () => ({ publishAt: new Date(Date.now() + 3_600_000) })],
    ["an expired product", async () => ({ unpublishAt: new Date(Date.now() - 1_000) })],
    ["a product in the trash", async () => ({ deletedAt: new Date() })],
    [
      "a product of a hidden category",
      async () => ({ categoryId: (await buildCategory({ isActive: false })).id }),
    ],
  ];

  it.each(hidden)("redirects to it while %s has the slug", async (what, fields) => {
    const former = what.replaceAll(" ", "-");
    await renamedProduct(former);
    const owner = await buildProduct({ slug: former, ...(await fields()) });
    expect(await productAt(former)).toBe(`${former}-nouveau`);
    expect((await findInquiryProduct(former))?.slug).toBe(`${former}-nouveau`);
    await db.product.delete({ where: { id: owner.id } });
    expect(await productAt(former)).toBe(`${former}-nouveau`);
  });

  it("leads to another published product with that slug, only while that one is published", async () => {
    await renamedProduct("cede");
    const { id } = await createPublishedProduct(staff, { slug: "cede", status: "DRAFT" });
    expect(await productAt("cede")).toBe("cede-nouveau");
    await saveProduct(staff, id, { version: 1, status: "ACTIVE" });
    expect([await productAt("cede"), (await findInquiryProduct("cede"))?.slug]).toEqual([
      200,
      "cede",
    ]);
    await change(trash, id);
    expect(await productAt("cede")).toBe("cede-nouveau");
    await change(purge, id);
    expect(await productAt("cede")).toBe("cede-nouveau");
  });

  it("redirects on after an unpublished owner is renamed", async () => {
    await renamedProduct("garde");
    const seenElsewhere = await createPublishedProduct(staff, { slug: "vu-ailleurs" });
    await saveProduct(staff, seenElsewhere.id, { version: 1, status: "INACTIVE" });
    await saveProduct(staff, seenElsewhere.id, { version: 2, slug: "garde" });
    await saveProduct(staff, seenElsewhere.id, { version: 3, slug: "plus-loin", status: "ACTIVE" });
    expect(await productAt("garde")).toBe("garde-nouveau");
    expect(await productAt("vu-ailleurs")).toBe("plus-loin");
  });

  it("redirects to its last published owner once that one is renamed too", async () => {
    await renamedProduct("passe");
    const next = await createPublishedProduct(staff, { slug: "passe" });
    await saveProduct(staff, next.id, { version: 1, slug: "passe-encore" });
    expect(await productAt("passe")).toBe("passe-encore");
  });

  it("is skipped for automatic slugs", async () => {
    const former = await renamedProduct("receveur-atlas");
    const { product } = await createProduct(staff, { name: "Receveur Atlas" });
    expect(product.slug).toBe("receveur-atlas-2");
    await saveProduct(staff, former.id, { version: 2, slug: "receveur-atlas-copie" });
    await saveProduct(staff, former.id, {
      version: 3,
      slug: "receveur-autre",
      name: "Receveur Atlas",
    });
    const params = { id: former.id };
    const copy = await call(duplicate, { method: "POST", as: staff, params });
    expect(copy.body?.data.slug).toBe("receveur-atlas-copie-2");
  });
});

describe("The former slug of a visible category", () => {
  it("redirects to it while a hidden category has the slug, and after that one is deleted", async () => {
    await renamedCategory("piscines");
    const owner = await createCategory({ name: "Piscines", slug: "piscines", isActive: false });
    expect(await categoryAt("piscines")).toBe("piscines-nouveau");
    await deleteCategory(owner.id);
    expect(await categoryAt("piscines")).toBe("piscines-nouveau");
  });

  it("redirects to it while a category below a hidden one has the slug", async () => {
    await renamedCategory("saunas");
    const parent = await buildCategory({ isActive: false });
    await buildCategory({ slug: "saunas", parentId: parent.id });
    expect(await categoryAt("saunas")).toBe("saunas-nouveau");
  });

  it("leads to another visible category with that slug, only while that one is visible", async () => {
    await renamedCategory("spas");
    const owner = await createCategory({ name: "Spas", slug: "spas" });
    expect(await categoryAt("spas")).toBe(200);
    await patchCategory(owner.id, { isActive: false });
    expect(await categoryAt("spas")).toBe("spas-nouveau");
  });

  it("redirects on after a hidden owner is renamed or merged", async () => {
    await renamedCategory("jardin");
    const hidden = await createCategory({ name: "Jardin", slug: "jardin", isActive: false });
    await patchCategory(hidden.id, { slug: "jardin-cache" });
    expect(await categoryAt("jardin")).toBe("jardin-nouveau");
    const other = await createCategory({ name: "Jardin", slug: "jardin", isActive: false });
    await deleteCategory(other.id, (await buildCategory()).id);
    expect(await categoryAt("jardin")).toBe("jardin-nouveau");
  });

  it("redirects to its last visible owner once that one is renamed or merged", async () => {
    await renamedCategory("cours");
    const owner = await createCategory({ name: "Cours", slug: "cours" });
    await patchCategory(owner.id, { slug: "cours-et-patios" });
    expect(await categoryAt("cours")).toBe("cours-et-patios");
    const target = await buildCategory();
    await deleteCategory(owner.id, target.id);
    expect([await categoryAt("cours"), await categoryAt("cours-et-patios")]).toEqual([
      target.slug,
      target.slug,
    ]);
  });

  it("is skipped for automatic slugs", async () => {
    await renamedCategory("terrasses");
    const { slug } = await createCategory({ name: "Terrasses" });
    expect(slug).toBe("terrasses-2");
  });
});

describe("Former slugs of products and categories", () => {
  it("are independent, whichever existed first", async () => {
    await renamedCategory("baignoires");
    await renamedProduct("baignoires");
    await renamedProduct("robinets-jardin");
    await renamedCategory("robinets-jardin");
    for (const slug of ["baignoires", "robinets-jardin"]) {
      expect([await categoryAt(slug), await productAt(slug)]).toEqual(
        Array(2).fill(`${slug}-nouveau`),
      );
      expect((await findInquiryProduct(slug))?.slug).toBe(`${slug}-nouveau`);
    }
  });

  it("do not reserve the automatic slugs of the other kind", async () => {
    await renamedCategory("echelles");
    const { product } = await createProduct(staff, { name: "Échelles" });
    expect(product.slug).toBe("echelles");
  });
});

describe("Colliding automatic slugs", () => {
  it("never answer that the slug is taken", async () => {
    const { id: categoryId } = await buildCategory();
    for (let round = 0; round < 4; round++) {
      const name = `Course parallèle ${"abcd"[round]}`;
      const slugs = [name, ...Array(4).fill(name)];
      for (const each of slugs) await createProduct(staff, { name: each, categoryId });
      const made = await Promise.all(
        [name, `${name} 6`, `${name} 7`, name, `${name} 6`].map((each) =>
          createProduct(staff, { name: each, categoryId }),
        ),
      );
      expect(made.map(({ status }) => status)).toEqual(Array(5).fill(201));
    }
  });
});
