import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/public/categories/route";
import { CategoryNode } from "@/domain/catalogue/schema";
import { buildCategory, buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { recordStatements } from "../../support/statements";

describe("GET /api/public/categories", () => {
  it("returns the active tree in order, with the number of published products in and below each category", async () => {
    const second = await buildCategory({ slug: "deux", order: 2 });
    const first = await buildCategory({ slug: "un", order: 1 });
    const below = await buildCategory({ slug: "un-un", parentId: first.id });
    await buildCategory({ slug: "cachee", parentId: second.id, isActive: false });
    await buildProduct({ categoryId: below.id });
    await buildProduct({ categoryId: first.id });
    await buildProduct({ categoryId: first.id, status: "DRAFT" });
    const { status, body, headers } = await call(GET);
    expect(status).toBe(200);
    const tree = CategoryNode.array().parse(body?.data);
    const shape = (nodes: CategoryNode[]): unknown =>
      nodes.map((node) => [node.slug, node.productCount, shape(node.children)]);
    expect(shape(tree)).toEqual([
      ["un", 2, [["un-un", 1, []]]],
      ["deux", 0, []],
    ]);
    const etag = headers.get("etag") ?? "";
    expect((await call(GET, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("sends the same two statements for any number of categories", async () => {
    await call(GET);
    expect(await recordStatements(() => call(GET))).toHaveLength(2);
  });
});
