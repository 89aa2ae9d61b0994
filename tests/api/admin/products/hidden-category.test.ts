import { beforeAll, describe, expect, it } from "vitest";
import { GET as listCategories } from "@/app/api/admin/categories/route";
import { GET as listProducts } from "@/app/api/admin/products/route";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { buildCategory, buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

describe("Staff", () => {
  it("see which published products a hidden category hides from customers", async () => {
    const hidden = await buildCategory({ isActive: false });
    const below = await buildCategory({ parentId: hidden.id });
    const shown = await buildCategory();
    const cases = [
      [hidden.id, true],
      [below.id, true],
      [shown.id, false],
    ] as const;
    for (const [categoryId, isCategoryHidden] of cases) {
      await buildProduct({ categoryId });
      const { body } = await call(listProducts, { as: staff, query: `categoryId=${categoryId}` });
      expect(body?.data.at(-1)).toMatchObject({ chip: "PUBLISHED", isCategoryHidden });
    }
  });

  it("see how many products of a category are published", async () => {
    const { id } = await buildCategory();
    await buildProduct({ categoryId: id });
    await buildProduct({ categoryId: id });
    await buildProduct({ categoryId: id, status: "DRAFT" });
    await buildProduct({ categoryId: id, publishAt: new Date(Date.now() + 3_600_000) });
    await buildProduct({ categoryId: id, deletedAt: new Date() });
    const { body } = await call(listCategories, { as: staff });
    const category = body?.data.find((each: StaffCategory) => each.id === id);
    expect(category).toMatchObject({ productCount: 4, trashCount: 1, visibleCount: 2 });
  });
});
