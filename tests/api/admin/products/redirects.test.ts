import { beforeAll, describe, expect, it } from "vitest";
import { GET as readPublic } from "@/app/api/public/products/[slug]/route";
import { db } from "@/lib/db";
import { buildImageInput, buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { createProduct, createPublishedProduct, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

const readPublicProduct = async (slug: string) => {
  const { status, headers } = await call(readPublic, { params: { slug } });
  return status === 308 ? headers.get("location")?.split("/").at(-1) : status;
};

describe("A product whose slug changes", () => {
  it("is found under all its earlier slugs in one hop, and under its first slug again", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "adresse-a" });
    await saveProduct(staff, id, { version: 1, slug: "adresse-b" });
    await saveProduct(staff, id, { version: 2, slug: "adresse-c" });
    expect([await readPublicProduct("adresse-a"), await readPublicProduct("adresse-b")]).toEqual([
      "adresse-c",
      "adresse-c",
    ]);
    const back = await saveProduct(staff, id, { version: 3, slug: "adresse-a" });
    expect(back.status).toBe(200);
    expect(await readPublicProduct("adresse-a")).toBe(200);
    expect([await readPublicProduct("adresse-b"), await readPublicProduct("adresse-c")]).toEqual([
      "adresse-a",
      "adresse-a",
    ]);
  });

  it("creates no redirect when the old slug was never public", async () => {
    const { product } = await createProduct(staff, { slug: "jamais-vu" });
    await saveProduct(staff, product.id, { version: 1, slug: "jamais-vu-2" });
    expect(await db.slugRedirect.count({ where: { slug: "jamais-vu" } })).toBe(0);
  });

  it("creates a redirect when it was public before, although it is hidden now", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "cache-un-temps" });
    await saveProduct(staff, id, { version: 1, status: "INACTIVE" });
    await saveProduct(staff, id, { version: 2, slug: "cache-puis-montre" });
    await saveProduct(staff, id, { version: 3, status: "ACTIVE" });
    expect(await readPublicProduct("cache-un-temps")).toBe("cache-puis-montre");
  });

  it("drops the redirect of a slug corrected on the first day, and only then", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "fote" });
    const { status } = await saveProduct(staff, id, {
      version: 1,
      slug: "faute",
      withoutRedirect: true,
    });
    expect([status, await readPublicProduct("fote")]).toEqual([200, 404]);
    const week = new Date(Date.now() - 7 * 86_400_000);
    const old = await buildProduct({
      createdAt: week,
      publishAt: week,
      images: { create: buildImageInput() },
    });
    const late = await saveProduct(staff, old.id, {
      version: 1,
      slug: "trop-tard",
      withoutRedirect: true,
    });
    expect([late.status, Object.keys(late.body?.error.details)]).toEqual([
      400,
      ["withoutRedirect"],
    ]);
  });

  it("takes over a slug from another product's redirect", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "cede" });
    await saveProduct(staff, id, { version: 1, slug: "cede-2" });
    const other = await createPublishedProduct(staff, { slug: "prend" });
    expect((await saveProduct(staff, other.id, { version: 1, slug: "cede" })).status).toBe(200);
    expect(await readPublicProduct("cede")).toBe(200);
    expect(await readPublicProduct("prend")).toBe("cede");
  });

  it("creates a redirect when the change was published from a draft", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "en-attente" });
    await saveProduct(staff, id, { version: 1, slug: "apres-attente", saveAs: "DRAFT" });
    expect(await readPublicProduct("en-attente")).toBe(200);
    await saveProduct(staff, id, { version: 2 });
    expect(await readPublicProduct("en-attente")).toBe("apres-attente");
  });
});
