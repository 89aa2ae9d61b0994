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

const seen = async (slug: string) => {
  const { status, headers } = await call(readPublic, { params: { slug } });
  return status === 308 ? headers.get("location")?.split("/").at(-1) : status;
};

describe("a product whose address changes", () => {
  it("is found under all it ever had, in one hop, and under its first again", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "adresse-a" });
    await saveProduct(staff, id, { version: 1, slug: "adresse-b" });
    await saveProduct(staff, id, { version: 2, slug: "adresse-c" });
    expect([await seen("adresse-a"), await seen("adresse-b")]).toEqual(["adresse-c", "adresse-c"]);
    const back = await saveProduct(staff, id, { version: 3, slug: "adresse-a" });
    expect(back.status).toBe(200);
    expect(await seen("adresse-a")).toBe(200);
    expect([await seen("adresse-b"), await seen("adresse-c")]).toEqual(["adresse-a", "adresse-a"]);
  });

  it("leaves nothing behind where nobody can have seen it", async () => {
    const { product } = await createProduct(staff, { slug: "jamais-vu" });
    await saveProduct(staff, product.id, { version: 1, slug: "jamais-vu-2" });
    expect(await db.slugRedirect.count({ where: { slug: "jamais-vu" } })).toBe(0);
  });

  it("redirects though it is hidden when it changes, once it was public", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "cache-un-temps" });
    await saveProduct(staff, id, { version: 1, status: "INACTIVE" });
    await saveProduct(staff, id, { version: 2, slug: "cache-puis-montre" });
    await saveProduct(staff, id, { version: 3, status: "ACTIVE" });
    expect(await seen("cache-un-temps")).toBe("cache-puis-montre");
  });

  it("forgets a slip of the pen on the first day, and only then", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "fote" });
    const { status } = await saveProduct(staff, id, {
      version: 1,
      slug: "faute",
      withoutRedirect: true,
    });
    expect([status, await seen("fote")]).toEqual([200, 404]);
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

  it("takes an address over from a redirect of another", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "cede" });
    await saveProduct(staff, id, { version: 1, slug: "cede-2" });
    const other = await createPublishedProduct(staff, { slug: "prend" });
    expect((await saveProduct(staff, other.id, { version: 1, slug: "cede" })).status).toBe(200);
    expect(await seen("cede")).toBe(200);
    expect(await seen("prend")).toBe("cede");
  });

  it("redirects too when the change waited in a draft", async () => {
    const { id } = await createPublishedProduct(staff, { slug: "en-attente" });
    await saveProduct(staff, id, { version: 1, slug: "apres-attente", saveAs: "DRAFT" });
    expect(await seen("en-attente")).toBe(200);
    await saveProduct(staff, id, { version: 2 });
    expect(await seen("en-attente")).toBe("apres-attente");
  });
});
