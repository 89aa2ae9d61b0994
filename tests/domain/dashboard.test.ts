import { beforeAll, describe, expect, it } from "vitest";
import { countCatalogue, GAPS } from "@/domain/catalogue/product-list/dashboard-queries";
import { listStaffProducts } from "@/domain/catalogue/product-list/queries";
import { StaffProductQuery, StatusChip } from "@/domain/catalogue/products/schema";
import { countNewMessages } from "@/domain/messaging/queries";
import { db } from "@/lib/db";
import { buildImageInput, buildProduct, buildVariationInput } from "../support/build";
import { recordStatements } from "../support/statements";

const arabic = { nameAr: "بلاط", descriptionAr: "وصف المنتج" };
const later = new Date(Date.now() + 86_400_000);

beforeAll(async () => {
  const complete = { ...arabic, images: { create: [buildImageInput()] } };
  await buildProduct(complete);
  await buildProduct({ ...complete, draft: { name: "Autre nom" } });
  await buildProduct({ ...complete, publishAt: later });
  await buildProduct({ ...complete, unpublishAt: later });
  await buildProduct({ ...complete, status: "INACTIVE" });
  await buildProduct({ ...complete, status: "ARCHIVED" });
  await buildProduct({ status: "DRAFT", basePrice: null });
  await buildProduct({ ...arabic, basePrice: null, priceOnRequest: true });
  await buildProduct({
    nameAr: "بلاط",
    images: { create: [buildImageInput({ altText: "" }), buildImageInput({ isPrimary: false })] },
  });
  await buildProduct({
    ...complete,
    variations: {
      create: [
        buildVariationInput("Taille", "60", { stock: 0 }),
        buildVariationInput("Taille", "80", { stock: 0 }),
      ],
    },
  });
  await buildProduct({
    ...complete,
    variations: { create: [buildVariationInput("Taille", "60", { stock: 0, isActive: false })] },
  });
  await buildProduct({ basePrice: null, deletedAt: new Date() });
});

describe("Dashboard counts", () => {
  it("equal the counts of the lists they link to", async () => {
    const { chips, gaps } = await countCatalogue();
    expect(gaps).toEqual({
      withoutImage: 2,
      withoutPrice: 1,
      withoutArabic: 2,
      outOfStock: 1,
    });
    for (const gap of GAPS) {
      const { pagination } = await listStaffProducts(StaffProductQuery.parse({ [gap]: "1" }));
      expect([gap, gaps[gap]]).toEqual([gap, pagination.total]);
    }
    for (const status of StatusChip.options) {
      const { pagination } = await listStaffProducts(StaffProductQuery.parse({ status }));
      expect([status, chips[status] ?? 0]).toEqual([status, pagination.total]);
    }
    expect(chips.TRASH).toBe(1);
  });

  it("take one statement", async () => {
    expect(await recordStatements(countCatalogue)).toHaveLength(1);
  });

  it("separate new messages from read ones and from spam", async () => {
    const message = { name: "A", email: "a@shop.test", message: "Bonjour" };
    await db.contactMessage.createMany({
      data: [message, { ...message, status: "READ" }, { ...message, isSpam: true }],
    });
    expect(await countNewMessages()).toBe(1);
  });
});
