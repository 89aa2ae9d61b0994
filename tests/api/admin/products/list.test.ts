import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/admin/products/route";
import { getStatusChip } from "@/domain/catalogue/products/rules";
import { StaffProductRow } from "@/domain/catalogue/products/schema";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildProducts,
  buildVariationInput,
} from "../../../support/build";
import { call } from "../../../support/call";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

let staff: Awaited<ReturnType<typeof buildStaff>>;
const inAnHour = () => new Date(Date.now() + 3_600_000);
const anHourAgo = () => new Date(Date.now() - 3_600_000);

const list = (query = "") => call(GET, { as: staff, query });
const names = async (query: string) =>
  (await list(query)).body?.data.map(({ name }: StaffProductRow) => name);

beforeAll(async () => {
  staff = await buildStaff("VIEWER");
  const top = await buildCategory({ name: "Sanitaire" });
  const below = await buildCategory({ name: "Lavabos", parentId: top.id });
  const complete = {
    nameAr: "اسم",
    descriptionAr: "وصف",
    images: { create: buildImageInput() },
  };
  await buildProduct({
    ...complete,
    name: "Lavabo Azur",
    sku: "LAV-001",
    brand: "Jacob Delafon",
    categoryId: below.id,
    basePrice: "900",
    viewCount: 5,
    variations: {
      create: [
        buildVariationInput("T", "1", { stock: 2 }),
        buildVariationInput("T", "2", { stock: 3 }),
      ],
    },
  });
  await buildProduct({
    ...complete,
    name: "Douche Brume",
    basePrice: null,
    status: "DRAFT",
    categoryId: top.id,
    variations: { create: buildVariationInput("T", "1", { stock: 0, sku: "DOU-9" }) },
  });
  await buildProduct({
    ...complete,
    name: "Chauffe-eau",
    basePrice: null,
    priceOnRequest: true,
    publishAt: inAnHour(),
  });
  await buildProduct({ name: "Évier Zinc", draft: { name: "Évier" }, availability: "ON_ORDER" });
  await buildProduct({
    ...complete,
    name: "Fini",
    publishAt: new Date(0),
    unpublishAt: anHourAgo(),
  });
  await buildProduct({ ...complete, name: "Bientôt fini", unpublishAt: inAnHour() });
  await buildProduct({ ...complete, name: "Arrêté", status: "INACTIVE" });
  await buildProduct({ ...complete, name: "Archivé", status: "ARCHIVED" });
  await buildProduct({ ...complete, name: "Jeté", deletedAt: new Date() });
});

describe("GET /api/admin/products", () => {
  it("lists the columns that staff need, without the trash", async () => {
    const { status, body } = await list("sort=name");
    expect(status).toBe(200);
    const rows: StaffProductRow[] = body?.data.map((row: unknown) => StaffProductRow.parse(row));
    expect(rows.map(({ name }) => name)).toEqual([
      "Archivé",
      "Arrêté",
      "Bientôt fini",
      "Chauffe-eau",
      "Douche Brume",
      "Évier Zinc",
      "Fini",
      "Lavabo Azur",
    ]);
    expect(body?.pagination).toEqual({ page: 1, pageSize: 20, total: 8, totalPages: 1 });
    expect(rows.at(-1)).toMatchObject({
      sku: "LAV-001",
      categoryName: "Lavabos",
      basePrice: "900.00",
      stock: 5,
      hasArabic: true,
      missing: [],
      viewCount: 5,
      image: { altText: "Photo" },
    });
    expect(rows.find(({ name }) => name === "Évier Zinc")).toMatchObject({
      chip: "CHANGED",
      stock: null,
      image: null,
      missing: ["Ajoutez au moins une image."],
    });
  });

  it("counts every status chip, the trash included, independent of the selected chip", async () => {
    const counts = {
      DRAFT: 1,
      PUBLISHED: 1,
      CHANGED: 1,
      SCHEDULED: 2,
      INACTIVE: 2,
      ARCHIVED: 1,
      TRASH: 1,
    };
    expect((await list()).body?.counts).toEqual(counts);
    expect((await list("status=DRAFT")).body?.counts).toEqual(counts);
  });

  it.each([
    ["status=DRAFT", ["Douche Brume"]],
    ["status=PUBLISHED", ["Lavabo Azur"]],
    ["status=CHANGED", ["Évier Zinc"]],
    ["status=SCHEDULED", ["Bientôt fini", "Chauffe-eau"]],
    ["status=INACTIVE", ["Arrêté", "Fini"]],
    ["status=ARCHIVED", ["Archivé"]],
    ["status=TRASH", ["Jeté"]],
    ["q=lavabo", ["Lavabo Azur"]],
    ["q=jacob+dela", ["Lavabo Azur"]],
    ["q=lav-001", ["Lavabo Azur"]],
    ["q=dou-9", ["Douche Brume"]],
    ["q=evier", ["Évier Zinc"]],
    ["q=rien+de+tel", []],
    ["availability=ON_ORDER", ["Évier Zinc"]],
    ["outOfStock=1", ["Douche Brume"]],
    ["withoutPrice=1", ["Douche Brume"]],
    ["withoutImage=1", ["Évier Zinc"]],
    ["withoutArabic=1", ["Évier Zinc"]],
    ["withoutPrice=1&status=ARCHIVED", []],
  ])("filters by %s", async (query, expected) => {
    expect(await names(`${query}&sort=name`)).toEqual(expected);
    expect((await list(query)).body?.pagination.total).toBe(expected.length);
  });

  it("finds the products of a category and of its descendants", async () => {
    const { id } = await db.category.findFirstOrThrow({ where: { name: "Sanitaire" } });
    expect(await names(`categoryId=${id}&sort=name`)).toEqual(["Douche Brume", "Lavabo Azur"]);
    expect(await names("categoryId=nowhere")).toEqual([]);
  });

  it("sorts in both directions, by last change by default", async () => {
    expect((await names("sort=name&order=desc"))[0]).toBe("Lavabo Azur");
    expect((await names("sort=price"))[0]).toBe("Lavabo Azur");
    expect((await names("sort=price&order=asc")).at(-1)).toBe("Lavabo Azur");
    expect((await names("sort=views"))[0]).toBe("Lavabo Azur");
    expect((await names("sort=created&order=asc"))[0]).toBe("Lavabo Azur");
    const { id } = await db.product.findFirstOrThrow({ where: { name: "Archivé" } });
    await db.product.update({ where: { id }, data: { updatedAt: inAnHour() } });
    expect((await names(""))[0]).toBe("Archivé");
  });

  it("pages without gaps", async () => {
    const pages = [];
    for (const page of [1, 2, 3]) pages.push(...(await names(`sort=name&pageSize=3&page=${page}`)));
    expect(pages).toEqual(await names("sort=name"));
  });

  it.each(["page=0", "pageSize=101", "sort=stock", "status=GONE", "q=%00", "outOfStock=yes"])(
    "rejects %s",
    async (query) => {
      expect((await list(query)).status).toBe(400);
    },
  );

  it("computes in SQL the same status chip as the rules do", async () => {
    const products = await db.product.findMany();
    const rows: StaffProductRow[] = [];
    for (const query of ["pageSize=100", "pageSize=100&status=TRASH"]) {
      rows.push(...((await list(query)).body?.data ?? []));
    }
    expect(rows).toHaveLength(products.length);
    for (const { id, status, publishAt, unpublishAt, deletedAt, draft } of products) {
      const chip = getStatusChip({
        status,
        publishAt: publishAt.toISOString(),
        unpublishAt: unpublishAt?.toISOString() ?? null,
        deletedAt: deletedAt?.toISOString() ?? null,
        hasDraft: draft !== null,
      });
      expect(rows.find((row) => row.id === id)?.chip).toBe(chip);
    }
  });

  it("sends at most four statements, for 100 rows and for 10", async () => {
    const { id: categoryId } = await buildCategory();
    await buildProducts(100, categoryId);
    const counts = [];
    for (const pageSize of [10, 100]) {
      const query = `q=produit&categoryId=${categoryId}&pageSize=${pageSize}`;
      let rows = 0;
      const sent = await recordStatements(async () => {
        rows = (await list(query)).body?.data.length;
      });
      expect(rows).toBe(pageSize);
      counts.push(sent.length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });
});
