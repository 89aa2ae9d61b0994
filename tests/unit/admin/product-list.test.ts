import { describe, expect, it } from "vitest";
import { filterOf, listAddress } from "@/app/admin/(panel)/products/_list/list-address";
import { listQueryFrom } from "@/app/admin/(panel)/products/_list/list-query";

describe("the address of the product list", () => {
  it("says what was asked", () => {
    const query = listQueryFrom({ status: "DRAFT", withoutImage: "1", page: "3", pageSize: "50" });
    expect(query).toEqual({
      status: "DRAFT",
      withoutImage: true,
      page: 3,
      pageSize: 50,
      sort: "updated",
    });
  });

  it("falls back where it makes no sense, and keeps the rest", () => {
    const query = listQueryFrom({
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

  it("leaves out what goes without saying", () => {
    const query = listQueryFrom({});
    expect(listAddress(query, {})).toBe("/admin/products");
    expect(listAddress(query, { q: "évier", outOfStock: true })).toBe(
      "/admin/products?q=%C3%A9vier&outOfStock=1",
    );
  });

  it("starts again at the first page when a filter changes", () => {
    const query = listQueryFrom({ page: "7", sort: "price", order: "asc" });
    expect(listAddress(query, { status: "TRASH" })).toBe(
      "/admin/products?sort=price&order=asc&status=TRASH",
    );
    expect(listAddress(query, { page: 8 })).toBe("/admin/products?sort=price&order=asc&page=8");
  });

  it("reads back as it was written", () => {
    const query = listQueryFrom({ q: "mitigeur", withoutArabic: "1", sort: "name", page: "2" });
    const address = new URL(listAddress(query, { page: 2 }), "http://shop.test");
    expect(listQueryFrom(Object.fromEntries(address.searchParams))).toEqual(query);
  });

  it("gives a selection the filters without order and page", () => {
    const query = listQueryFrom({ q: "sable", withoutPrice: "1", sort: "name", page: "4" });
    expect(filterOf(query)).toEqual({ q: "sable", withoutPrice: "1" });
  });
});
