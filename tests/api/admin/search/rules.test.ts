import { beforeAll, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/admin/search/rules/[id]/route";
import { GET, POST } from "@/app/api/admin/search/rules/route";
import { readSearchConfig, SEARCH_CONFIG_CHANGE } from "@/domain/search/config-published";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildSearchRule, newWord } from "../../../support/search";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
let products: { id: string; name: string }[];
beforeAll(async () => {
  as = await buildStaff("ADMIN");
  products = await Promise.all([buildProduct(), buildProduct(), buildProduct({ status: "DRAFT" })]);
});

const create = (body: unknown) => call(POST, { as, method: "POST", body });
const patch = (id: string, body: unknown) =>
  call(PATCH, { as, method: "PATCH", params: { id }, body });

const ids = (...indexes: number[]) => indexes.map((index) => products[index]?.id ?? "");

describe("The rule of a search", () => {
  it("holds pinned products in their order, hidden products and a page", async () => {
    const query = newWord();
    const { status, body } = await create({
      query: ` ${query}  BLANC `,
      pinnedProductIds: ids(1, 0, 1),
      hiddenProductIds: ids(2),
      redirectTo: "/ar/catalogue/carrelage",
    });
    expect([status, body?.data]).toEqual([
      201,
      {
        id: expect.any(String),
        version: 1,
        query: `${query} BLANC`,
        pinned: [1, 0].map((n) => ({
          id: products[n]?.id,
          name: products[n]?.name,
          isVisible: true,
        })),
        hidden: [{ id: products[2]?.id, name: products[2]?.name, isVisible: false }],
        redirectTo: "/catalogue/carrelage",
      },
    ]);
    expect((await readSearchConfig()).rules).toContainEqual({
      query: `${query} BLANC`,
      pinnedProductIds: ids(1, 0),
      hiddenProductIds: ids(2),
      redirectTo: "/catalogue/carrelage",
    });
    const viewer = await buildStaff("VIEWER");
    expect((await call(GET, { as: viewer })).body?.data[0]).toEqual(body?.data);
  });

  it.each([
    ["no effect", {}, "pinnedProductIds"],
    ["an empty page only", { redirectTo: " " }, "pinnedProductIds"],
    ["an unknown product", { pinnedProductIds: ["none"] }, "pinnedProductIds"],
    ["an unknown hidden product", { hiddenProductIds: ["constructor"] }, "hiddenProductIds"],
    ["another shop's page", { redirectTo: "https://evil.example/" }, "redirectTo"],
    ["another host", { redirectTo: "//evil.example" }, "redirectTo"],
    ["a script", { redirectTo: "javascript:alert(1)" }, "redirectTo"],
    ["another search", { redirectTo: "/recherche?q=x" }, "redirectTo"],
    ["a page that becomes too long", { redirectTo: `/${"é".repeat(200)}` }, "redirectTo"],
    ["no letter", { query: "?!", redirectTo: "/faq" }, "query"],
    [
      "too many products",
      { pinnedProductIds: Array.from({ length: 13 }, String) },
      "pinnedProductIds",
    ],
  ])("is rejected with %s", async (_, fields, field) => {
    const { status, body } = await create({ query: newWord(), ...fields });
    expect([status, Object.keys(body?.error.details)]).toEqual([400, [field]]);
  });

  it("is rejected with a product both pinned and hidden", async () => {
    const body = { query: newWord(), pinnedProductIds: ids(0), hiddenProductIds: ids(1, 0) };
    const { status, body: answer } = await create(body);
    expect([status, Object.keys(answer?.error.details)]).toEqual([400, ["hiddenProductIds"]]);
  });

  it("is the only one of all spellings of the search", async () => {
    const query = `É${newWord()}`;
    expect((await create({ query, redirectTo: "/faq" })).status).toBe(201);
    const again = await create({
      query: ` ${query.toLowerCase().replace("é", "e")}`,
      redirectTo: "/contact",
    });
    expect([again.status, Object.keys(again.body?.error.details)]).toEqual([409, ["query"]]);
    const other = await buildSearchRule();
    const renamed = await patch(other.id, { version: 1, query });
    expect([renamed.status, Object.keys(renamed.body?.error.details)]).toEqual([409, ["query"]]);
  });

  it("is edited from the version that the editor saw", async () => {
    const { id } = await buildSearchRule();
    expect((await patch(id, { redirectTo: "/faq" })).status).toBe(428);
    const edited = await patch(id, { version: 1, redirectTo: "/faq" });
    expect(edited.body?.data).toMatchObject({ version: 2, redirectTo: "/faq" });
    const stale = await patch(id, { version: 1, redirectTo: "/contact" });
    expect([stale.status, stale.body?.error.details.current]).toEqual([409, edited.body?.data]);
    expect((await patch(id, { version: 2, redirectTo: null })).status).toBe(400);
  });

  it("outlives the products that it names", async () => {
    const gone = await buildProduct();
    const { body } = await create({ query: newWord(), pinnedProductIds: [gone.id, ...ids(0)] });
    await db.product.delete({ where: { id: gone.id } });
    const { id } = body?.data ?? {};
    const edited = await patch(id, { version: 1, redirectTo: "/faq" });
    expect([edited.status, edited.body?.data.pinned.map((pin: { id: string }) => pin.id)]).toEqual([
      200,
      ids(0),
    ]);
    const saved = await patch(id, { version: 2, pinnedProductIds: ids(0) });
    expect(saved.status).toBe(200);
  });

  it("is deleted, which moves the mark of change", async () => {
    const read = () => db.$queryRaw`SELECT ${SEARCH_CONFIG_CHANGE} AS "change"`;
    const { id } = await buildSearchRule();
    const before = await read();
    const remove = () => call(DELETE, { as, method: "DELETE", params: { id } });
    expect((await remove()).status).toBe(200);
    expect(await read()).not.toEqual(before);
    expect((await remove()).status).toBe(404);
  });

  it("never redirects to another host, also when SQL writes it", async () => {
    for (const redirectTo of ["//evil.example", "/\\evil.example", "https://evil.example", ""]) {
      await expect(buildSearchRule({ redirectTo })).rejects.toThrow("search_rule_own_path");
    }
  });
});
