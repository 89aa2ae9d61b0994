import { describe, expect, it } from "vitest";
import { DELETE, GET as GET_ONE, PATCH } from "@/app/api/admin/categories/[id]/route";
import { GET, POST } from "@/app/api/admin/categories/route";
import { GET as PUBLIC } from "@/app/api/public/categories/route";
import { StaffCategory } from "@/domain/catalogue/categories/schema";
import { findCategoryRedirect } from "@/domain/catalogue/listing/categories-published";
import { db } from "@/lib/db";
import { buildCategory, buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { revalidatedTags } from "../../../support/next-cache-stub";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

const editor = await buildStaff("ADMIN");

const create = (body: unknown, as: { cookie: string } = editor) =>
  call(POST, { method: "POST", as, body });
const patch = (id: string, body: unknown, as: { cookie: string } = editor) =>
  call(PATCH, { method: "PATCH", as, params: { id }, body });
const remove = (id: string, query = "", as: { cookie: string } = editor) =>
  call(DELETE, { method: "DELETE", as, params: { id }, query });

const lastEntry = () => db.auditLog.findFirstOrThrow({ orderBy: { seq: "desc" } });

async function upload(letter: string) {
  const key = letter.repeat(32);
  const url = `/media/${key}/1280.webp`;
  const file = { width: 10, height: 10, bytes: 10, placeholder: "data:," };
  await db.upload.create({ data: { key, url, ...file, createdAt: new Date(0) } });
  return { key, url };
}

describe("POST /api/admin/categories", () => {
  it("creates a category as the last of its siblings, with a slug built from its name", async () => {
    await buildCategory({ order: 7 });
    const { url, key } = await upload("a");
    revalidatedTags.length = 0;
    const { status, body } = await create({
      name: "  Éviers & œillets 60×40  ",
      nameAr: "أحواض",
      description: "",
      imageUrl: url,
      icon: "bath",
    });
    expect(status).toBe(201);
    const category = StaffCategory.parse(body?.data);
    expect(category).toMatchObject({
      name: "Éviers & œillets 60×40",
      nameAr: "أحواض",
      description: null,
      slug: "eviers-oeillets-60x40",
      parentId: null,
      isActive: true,
      version: 1,
      productCount: 0,
    });
    expect(category.order).toBeGreaterThan(7);
    expect(revalidatedTags).toEqual(["catalogue"]);
    expect(await lastEntry()).toMatchObject({
      action: "create_category",
      entityId: category.id,
      entityLabel: category.name,
      changes: { name: { before: null, after: category.name } },
    });
    const { createdAt } = await db.upload.findUniqueOrThrow({ where: { key } });
    expect(Date.now() - createdAt.getTime()).toBeLessThan(60_000);
    const { body: shown } = await call(PUBLIC);
    expect(shown?.data.map(({ slug }: { slug: string }) => slug)).toContain(category.slug);
  });

  it("adds a number to a taken slug, and gives a fallback slug to a name without Latin letters", async () => {
    expect((await create({ name: "Miroirs" })).body?.data.slug).toBe("miroirs");
    expect((await create({ name: "Miroirs" })).body?.data.slug).toBe("miroirs-2");
    expect((await create({ name: "مرايا" })).body?.data.slug).toBe("categorie");
  });

  it("accepts a typed slug that redirects, and skips it for an automatic slug", async () => {
    const { id } = await buildCategory();
    await db.slugRedirect.create({ data: { slug: "ancienne", categoryId: id } });
    const typed = await create({ name: "Neuve", slug: "ancienne" });
    expect([typed.status, typed.body?.data.slug]).toEqual([201, "ancienne"]);
    await db.slugRedirect.create({ data: { slug: "ancien-rayon", categoryId: id } });
    expect((await create({ name: "Ancien rayon" })).body?.data.slug).toBe("ancien-rayon-2");
  });

  it.each([
    [{}, "name"],
    [{ name: "x" }, "name"],
    [{ name: "x".repeat(10_000) }, "name"],
    [{ name: "Nul\0" }, "name"],
    [{ name: "Moitié \ud800" }, "name"],
    [{ name: ["Sols"] }, "name"],
    [{ name: "Sols", slug: "Pas bon!" }, "slug"],
    [{ name: "Sols", icon: "<svg>" }, "icon"],
    [{ name: "Sols", parentId: "inconnue" }, "parentId"],
    [{ name: "Sols", parentId: "a\0b" }, "parentId"],
    [{ name: "Sols", imageUrl: "https://ailleurs.example/x.webp" }, "imageUrl"],
    [{ name: "Sols", version: 1 }, "version"],
  ])("rejects %j and names its field", async (body, field) => {
    const { status, body: response } = await create(body);
    expect([status, Object.keys(response?.error.details)]).toEqual([400, [field]]);
  });

  it("stores HTML in a name as text", async () => {
    expect((await create({ name: "<b>Sols</b>" })).body?.data.name).toBe("<b>Sols</b>");
  });

  it("rejects a taken slug, also under parallel requests", async () => {
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => create({ name: "Prise", slug: "prise" })),
    );
    const statuses = responses.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([201, ...Array(19).fill(409)]);
    const refused = responses.find(({ status }) => status === 409);
    expect(refused?.body?.error.details).toEqual({ slug: expect.stringContaining("déjà prise") });
  });

  it("rejects a fourth level", async () => {
    const one = await buildCategory();
    const two = await buildCategory({ parentId: one.id });
    const three = await buildCategory({ parentId: two.id });
    const { status, body } = await create({ name: "Quatre", parentId: three.id });
    expect([status, body?.error.details.parentId]).toEqual([
      400,
      expect.stringContaining("Trois niveaux"),
    ]);
  });
});

describe("GET /api/admin/categories", () => {
  it("lists all categories, hidden ones included, parents before children, with their product counts", async () => {
    const parent = await buildCategory({ name: "Parent", order: 900 });
    const hidden = await buildCategory({ parentId: parent.id, isActive: false });
    await buildProduct({ categoryId: hidden.id, status: "DRAFT" });
    await buildProduct({ categoryId: hidden.id, deletedAt: new Date() });
    const { body } = await call(GET, { as: editor });
    const list = StaffCategory.array().parse(body?.data);
    const ids = list.map(({ id }) => id);
    expect(ids.indexOf(hidden.id)).toBe(ids.indexOf(parent.id) + 1);
    expect(list.find(({ id }) => id === hidden.id)).toMatchObject({
      productCount: 1,
      trashCount: 1,
    });
    const one = await call(GET_ONE, { as: editor, params: { id: hidden.id } });
    expect(one.body?.data).toEqual(list.find(({ id }) => id === hidden.id));
  });

  it.each(["inconnue", "a\0b", "x".repeat(5_000)])(
    "answers 404 for the category %j",
    async (id) => {
      const { status } = await call(GET_ONE, { as: editor, params: { id } });
      expect([400, 404]).toContain(status);
    },
  );
});

describe("PATCH /api/admin/categories/:id", () => {
  it("changes the fields that are sent, leaves the slug, and records both sides in the audit log", async () => {
    const { id, slug } = await buildCategory({ name: "Sols", icon: "layers" });
    const { status, body } = await patch(id, { name: "Sols et murs", isActive: false, version: 1 });
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({ name: "Sols et murs", slug, icon: "layers", version: 2 });
    expect(await lastEntry()).toMatchObject({
      action: "update_category",
      entityId: id,
      changes: {
        name: { before: "Sols", after: "Sols et murs" },
        isActive: { before: true, after: false },
      },
    });
  });

  it("sends at most 12 statements when every field changes", async () => {
    const { id } = await buildCategory();
    const parent = await buildCategory();
    const { url } = await upload("d");
    const body = { name: "Tout", slug: "tout-a-la-fois", parentId: parent.id, imageUrl: url };
    const sent = await recordStatements(() => patch(id, { ...body, version: 1 }));
    expect(sent.length).toBeLessThanOrEqual(12);
  });

  it("redirects every earlier slug to the current one in one hop", async () => {
    const { id } = await buildCategory({ slug: "adresse-a" });
    await patch(id, { slug: "adresse-b", version: 1 });
    await patch(id, { slug: "adresse-c", version: 2 });
    expect(await findCategoryRedirect("adresse-a")).toBe("adresse-c");
    expect(await findCategoryRedirect("adresse-b")).toBe("adresse-c");
    await patch(id, { slug: "adresse-a", version: 3 });
    expect(await findCategoryRedirect("adresse-b")).toBe("adresse-a");
    expect(await db.slugRedirect.count({ where: { slug: "adresse-a" } })).toBe(0);
  });

  it("creates no redirect for a slug corrected on the first day, and leaves a product's redirect alone", async () => {
    const { id } = await buildCategory({ slug: "faute" });
    await patch(id, { slug: "juste", withoutRedirect: true, version: 1 });
    expect(await findCategoryRedirect("faute")).toBeNull();
    const product = await buildProduct();
    await db.slugRedirect.create({ data: { slug: "juste", productId: product.id } });
    expect((await patch(id, { slug: "encore", version: 2 })).status).toBe(200);
    expect(await db.slugRedirect.findFirst({ where: { slug: "juste" } })).toMatchObject({
      productId: product.id,
    });
  });

  it("requires the edited version", async () => {
    const { id } = await buildCategory();
    expect((await patch(id, { name: "Sans version" })).status).toBe(428);
  });

  it("answers a stale version with the current state and its editor", async () => {
    const { id } = await buildCategory({ name: "Départ" });
    const other = await buildStaff("SUPER_ADMIN");
    await patch(id, { name: "La leur", version: 1 }, other);
    const { status, body } = await patch(id, { name: "La mienne", version: 1 });
    expect(status).toBe(409);
    expect(body?.error.details).toMatchObject({
      current: { id, name: "La leur", version: 2 },
      changedBy: other.username,
      changedAt: expect.stringMatching(/Z$/),
    });
  });

  it("accepts one of twenty parallel saves", async () => {
    const { id } = await buildCategory();
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, at) => patch(id, { name: `Essai ${at}`, version: 1 })),
    );
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(409)]);
  });

  it("rejects a parent inside the category itself and one that is too deep, with a message", async () => {
    const one = await buildCategory();
    const two = await buildCategory({ parentId: one.id });
    const three = await buildCategory({ parentId: two.id });
    for (const parentId of [one.id, two.id, three.id]) {
      const { status, body } = await patch(one.id, { parentId, version: 1 });
      expect([status, body?.error.details.parentId]).toEqual([
        400,
        expect.stringContaining("dans elle-même"),
      ]);
    }
    const deep = await buildCategory();
    await buildCategory({ parentId: deep.id });
    const { status, body } = await patch(deep.id, { parentId: two.id, version: 1 });
    expect([status, body?.error.message]).toEqual([400, expect.stringContaining("Trois niveaux")]);
  });

  it("accepts an image of the catalogue and an uploaded image", async () => {
    const { id } = await buildCategory({ imageUrl: "/media/seeded/1280.webp" });
    const seeded = { imageUrl: "/media/seeded/1280.webp", description: "Un rayon." };
    const updated = await patch(id, { ...seeded, version: 1 });
    expect([updated.status, updated.body?.data.imageUrl]).toEqual([200, seeded.imageUrl]);
    const { url } = await upload("b");
    expect((await patch(id, { imageUrl: url, version: 2 })).body?.data.imageUrl).toBe(url);
    const refused = await patch(id, { imageUrl: "/media/other/1280.webp", version: 3 });
    expect([refused.status, refused.body?.error.details]).toEqual([
      400,
      { imageUrl: expect.any(String) },
    ]);
  });
});

describe("DELETE /api/admin/categories/:id", () => {
  it("deletes an empty category", async () => {
    const { id, name } = await buildCategory();
    expect((await remove(id)).status).toBe(200);
    expect(await db.category.count({ where: { id } })).toBe(0);
    expect(await lastEntry()).toMatchObject({ action: "delete_category", entityLabel: name });
    expect((await remove(id)).status).toBe(404);
  });

  it("refuses to delete a category that holds products or children, and names them", async () => {
    const { id } = await buildCategory();
    await buildCategory({ parentId: id });
    await buildProduct({ categoryId: id });
    await buildProduct({ categoryId: id, deletedAt: new Date() });
    const { status, body } = await remove(id);
    expect([status, body?.error.details]).toEqual([409, { products: 2, children: 1 }]);
    expect(body?.error.message).toContain("2 produits et 1 sous-catégorie");
    expect(await db.category.count({ where: { id } })).toBe(1);
  });

  it("counts products that only a pending draft moves into the category", async () => {
    const { id } = await buildCategory();
    const product = await buildProduct({ draft: { categoryId: id } });
    const { status, body } = await remove(id);
    expect([status, body?.error.details]).toEqual([409, { products: 0, children: 0, drafts: 1 }]);
    expect(body?.error.message).toContain("1 produit dont les changements en attente");
    const target = await buildCategory();
    expect((await remove(id, `moveTo=${target.id}`)).status).toBe(200);
    const { draft } = await db.product.findUniqueOrThrow({ where: { id: product.id } });
    expect(draft).toEqual({ categoryId: target.id });
  });

  it("first moves products, their drafts and versions, children and earlier slugs", async () => {
    const from = await buildCategory({ slug: "a-vider" });
    const to = await buildCategory();
    const child = await buildCategory({ parentId: from.id });
    await db.slugRedirect.create({ data: { slug: "tres-vieille", categoryId: from.id } });
    const product = await buildProduct({ categoryId: from.id });
    const snapshot = { name: product.name, categoryId: from.id };
    await db.productVersion.create({ data: { productId: product.id, version: 1, snapshot } });
    const drafted = await buildProduct({ draft: { categoryId: from.id } });
    expect((await remove(from.id, `moveTo=${to.id}`)).status).toBe(200);
    const moved = await db.product.findUniqueOrThrow({
      where: { id: product.id },
      include: { versions: { orderBy: { version: "desc" } } },
    });
    expect(moved).toMatchObject({ categoryId: to.id, version: 2 });
    expect(moved.versions[0]).toMatchObject({
      version: 2,
      reason: "BULK",
      userId: editor.id,
      snapshot: { categoryId: to.id },
    });
    expect(await db.product.findUniqueOrThrow({ where: { id: drafted.id } })).toMatchObject({
      categoryId: drafted.categoryId,
      draft: { categoryId: to.id },
    });
    const { parentId } = await db.category.findUniqueOrThrow({ where: { id: child.id } });
    expect(parentId).toBe(to.id);
    for (const old of ["a-vider", "tres-vieille"]) {
      expect(await findCategoryRedirect(old)).toBe(to.slug);
    }
    expect(await lastEntry()).toMatchObject({
      action: "delete_category",
      changes: { products: { before: 1 }, movedTo: { after: to.name } },
    });
  });

  it("moves its content into one of its own children", async () => {
    const from = await buildCategory();
    const heir = await buildCategory({ parentId: from.id });
    const sibling = await buildCategory({ parentId: from.id });
    expect((await remove(from.id, `moveTo=${heir.id}`)).status).toBe(200);
    const getPlace = async (id: string) =>
      (await db.category.findUniqueOrThrow({ where: { id } })).parentId;
    expect([await getPlace(heir.id), await getPlace(sibling.id)]).toEqual([null, heir.id]);
  });

  it("refuses to move the content into the category itself, into an unknown one, or too deep", async () => {
    const from = await buildCategory();
    const child = await buildCategory({ parentId: from.id });
    await buildCategory({ parentId: child.id });
    const top = await buildCategory();
    const below = await buildCategory({ parentId: top.id });
    for (const moveTo of [from.id, "inconnue", below.id]) {
      const { status, body } = await remove(from.id, `moveTo=${moveTo}`);
      expect([status, body?.error.message]).toEqual([400, expect.any(String)]);
    }
    expect(await db.category.count({ where: { id: from.id } })).toBe(1);
  });
});

describe("Permissions for categories", () => {
  it("admit staff with the permission to manage categories", async () => {
    const { id } = await buildCategory();
    const viewer = await buildStaff("VIEWER");
    expect((await call(GET, { as: viewer })).status).toBe(403);
    expect((await create({ name: "Non" }, viewer)).status).toBe(403);
    expect((await patch(id, { name: "Non", version: 1 }, viewer)).status).toBe(403);
    expect((await remove(id, "", viewer)).status).toBe(403);
    expect((await call(GET)).status).toBe(401);
  });
});
