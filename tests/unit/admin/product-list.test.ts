import { describe, expect, it } from "vitest";
import { parseListQuery } from "@/app/admin/_components/lists/list-query";
import { buildListUrl, toFilterParams } from "@/app/admin/(signed-in)/products/_list/list-url";
import { StaffProductQuery } from "@/domain/catalogue/products/schema";

describe("The URL of the product list", () => {
  it("contains the requested filters", () => {
    const query = parseListQuery(StaffProductQuery, {
      status: "DRAFT",
      withoutImage: "1",
      page: "3",
      pageSize: "50",
    });
    expect(query).toEqual({
      status: "DRAFT",
      withoutImage: true,
      page: 3,
      pageSize: 50,
      sort: "updated",
    });
  });

  it("falls back to defaults for invalid values, and preserves the others", () => {
    const query = parseListQuery(StaffProductQuery, {
      status: "NOT_A_STATUS",
      page: "-1",
      pageSize: "1e9",
      sort: ["name", "price"],
      q: "a\0b",
      availability: "ASK",
      unknown: "x",
    });
    expect(query).toEqual({ availability: "ASK", sort: "name", page: 1, pageSize: 20 });
  });

  it("omits default values", () => {
    const query = parseListQuery(StaffProductQuery, {});
    expect(buildListUrl(query, {})).toBe("/admin/products");
    expect(buildListUrl(query, { q: "évier", outOfStock: true })).toBe(
      "/admin/products?q=%C3%A9vier&outOfStock=1",
    );
  });

  it("returns to the first page when a filter changes", () => {
    const query = parseListQuery(StaffProductQuery, { page: "7", sort: "price", order: "asc" });
    expect(buildListUrl(query, { status: "TRASH" })).toBe(
      "/admin/products?sort=price&order=asc&status=TRASH",
    );
    expect(buildListUrl(query, { page: 8 })).toBe("/admin/products?sort=price&order=asc&page=8");
  });

  it("is parsed back to the same state", () => {
    const query = parseListQuery(StaffProductQuery, {
      q: "mitigeur",
      withoutArabic: "1",
      sort: "name",
      page: "2",
    });
    const address = new URL(buildListUrl(query, { page: 2 }), "http://shop.test");
    expect(parseListQuery(StaffProductQuery, Object.fromEntries(address.searchParams))).toEqual(
      query,
    );
  });

  it("gives a selection the filters without sort order and page", () => {
    const query = parseListQuery(StaffProductQuery, {
      q: "sable",
      withoutPrice: "1",
      sort: "name",
      page: "4",
    });
    expect(toFilterParams(query)).toEqual({ q: "sable", withoutPrice: "1" });
  });
});
